import type { Option, Suggestion } from '../bot/command.ts';
import { detectLanguage, type Language } from '../bot/language.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { proposalOf, textOf, titleOf } from './corpus-text.ts';
import { citedPublishers } from './sources.ts';

export interface SuggestOptions {
  readonly most: number;
  /** What the person reads; for what is typed in Cyrillic it is Ukrainian anyway. */
  readonly language: Language;
}

/** What to propose for an option while somebody types, best first. */
export function suggest(
  kind: NonNullable<Option['suggest']>,
  typed: string,
  { most, language: read }: SuggestOptions,
  knowledge: Knowledge,
): Suggestion[] {
  const written = detectLanguage(typed);
  const language = written === 'uk' ? written : read;
  switch (kind) {
    case 'questions':
      return knowledge.suggest(typed, most).map((found) => {
        // What was typed stays in the words that were found for it.
        const question =
          written === undefined ? proposalOf(found, knowledge.facts, language) : found.question;
        return { label: question, value: question };
      });
    case 'facts':
      return knowledge.suggest(typed, most).flatMap(({ factId }) => {
        const fact = knowledge.facts.get(factId);
        return fact === undefined ? [] : [{ label: textOf(fact, language).title, value: fact.id }];
      });
    case 'topics':
      return matching(
        knowledge.topics.map((topic) => ({ label: titleOf(topic, language), value: topic.id })),
        typed,
        most,
      );
    case 'publishers':
      return matching(
        citedPublishers(knowledge).map(({ name }) => ({ label: name, value: name })),
        typed,
        most,
      );
  }
}

function matching(all: readonly Suggestion[], typed: string, most: number): Suggestion[] {
  const text = typed.trim().toLowerCase();
  return all
    .filter(({ label, value }) => label.toLowerCase().includes(text) || value.startsWith(text))
    .slice(0, most);
}
