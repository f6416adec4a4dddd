import type { Language } from '../bot/language.ts';
import { labelOf } from '../commands/compose-answer.ts';
import { textOf, titleOf } from '../commands/corpus-text.ts';
import type { Fact, Standing } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { kindNames, standingNames } from './wording.ts';

/** Something under its id, with its name for people. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A fact as it stands in lists, in one language. */
export interface FactLine {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  /** False when title and statement are in English for want of another language. */
  readonly isTranslated: boolean;
  readonly kind: Named;
  readonly standing: Named & { readonly id: Standing };
  /** Standing and speaker in words: "Claim by the mayor, disputed". */
  readonly label: string;
  readonly speaker: string | undefined;
  /** Day, month or year. */
  readonly asOf: string;
  /** The same as people write it. */
  readonly date: string;
  readonly topic: Named;
}

/** Facts as lines for readers of a language. */
export function createLines(knowledge: Knowledge, language: Language): (fact: Fact) => FactLine {
  const topics = new Map(knowledge.topics.map((topic) => [topic.id, titleOf(topic, language)]));
  return (fact) => {
    const { title, statement, isTranslated, speaker } = textOf(fact, language);
    const standing = { id: fact.standing, name: standingNames[fact.standing][language] };
    return {
      id: fact.id,
      title,
      statement,
      isTranslated,
      kind: { id: fact.kind, name: kindNames[fact.kind][language] },
      standing,
      label: labelOf(fact, language) ?? standing.name,
      speaker,
      asOf: fact.asOf,
      date: formatDate(fact.asOf, language),
      topic: { id: fact.subject, name: topics.get(fact.subject) ?? fact.subject },
    };
  };
}
