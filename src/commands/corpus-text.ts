import type { Language } from '../bot/language.ts';
import type { RelatedQuestion } from '../knowledge/answer.ts';
import type { CorpusTopic, Fact } from '../knowledge/corpus.ts';
import type { Topic } from '../knowledge/schema.ts';

/** What of a fact is shown to readers of one language. */
export interface FactText {
  readonly title: string;
  readonly statement: string;
  /** False when the statement stands in English for want of another. */
  readonly isTranslated: boolean;
  readonly speaker: string | undefined;
  readonly conflictNote: string | undefined;
}

/** The texts of a fact in a language; what the corpus does not have in it stays English. */
export function textOf(fact: Fact, language: Language): FactText {
  const texts = language === 'uk' ? fact.uk : fact;
  return {
    title: texts?.title ?? fact.title,
    statement: texts?.statement ?? fact.statement,
    isTranslated: texts?.statement !== undefined,
    speaker: texts?.speaker ?? fact.speaker,
    conflictNote: texts?.conflictNote ?? fact.conflictNote,
  };
}

/** The title of a topic in a language, English if there is no other. */
export function titleOf({ title, uk }: CorpusTopic, language: Language): string {
  return language === 'uk' ? (uk?.title ?? title) : title;
}

/** A question as it is proposed to readers of a language: the first that its fact has in it, else as it is. */
export function proposalOf(
  { factId, question }: RelatedQuestion,
  facts: ReadonlyMap<string, Fact>,
  language: Language,
): string {
  return language === 'uk' ? (facts.get(factId)?.uk?.questions[0] ?? question) : question;
}

/** What the corpus is about, in a language; in English where it is not said in that language. */
export function aboutOf(about: Topic, language: Language): Topic {
  return language === 'uk' ? { ...about, ...about.uk } : about;
}
