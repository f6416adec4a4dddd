import type { Option, Suggestion } from '../bot/command.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { citedPublishers } from './sources.ts';

/** What to propose for an option while somebody types, best first. */
export function suggest(
  kind: NonNullable<Option['suggest']>,
  typed: string,
  most: number,
  knowledge: Knowledge,
): Suggestion[] {
  switch (kind) {
    case 'questions':
      return knowledge.suggest(typed, most).map(({ question }) => ({ label: question, value: question }));
    case 'facts':
      return knowledge.suggest(typed, most).flatMap(({ factId }) => {
        const fact = knowledge.facts.get(factId);
        return fact === undefined ? [] : [{ label: fact.title, value: fact.id }];
      });
    case 'topics':
      return matching(
        knowledge.topics.map(({ id, title }) => ({ label: title, value: id })),
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
