import type { Language } from '../bot/language.ts';
import { titleOf } from '../commands/corpus-text.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { compareDates } from '../knowledge/partial-date.ts';
import { createLines, type FactLine, type Named } from './fact-line.ts';
import { checkQuery, type FactQuery, matches } from './filter.ts';

/** How many months the timeline shows when nobody says from when. */
const usualMonths = 24;

/** Events in the order of their dates, and by topic. */
export interface Chronicle {
  readonly query: FactQuery;
  readonly problems: readonly string[];
  readonly topics: readonly Named[];
  readonly events: readonly FactLine[];
  /** The same by topic, in the order of the topics, without those that have none. */
  readonly lanes: readonly { readonly topic: Named; readonly events: readonly FactLine[] }[];
  /** How many events are older than what is shown, when nobody said from when. */
  readonly earlier: number;
  /** The date of the oldest of those. */
  readonly earliest: string | undefined;
}

/** The events of a topic and period; without a first date, those of the last two years that there are any of. */
export function chronicle(given: FactQuery, knowledge: Knowledge, language: Language): Chronicle {
  const { query, problems } = checkQuery(given, knowledge, language);
  const all = [...knowledge.facts.values()]
    .filter((fact) => fact.kind === 'event' && matches(fact, query))
    .sort((a, b) => a.asOf.localeCompare(b.asOf));
  const first = query.from ?? monthsBefore(all.at(-1)?.asOf);
  const events = all
    .filter(({ asOf }) => (query.from === undefined ? asOf >= first : compareDates(asOf, first) >= 0))
    .map(createLines(knowledge, language));
  const topics = knowledge.topics.map((topic) => ({ id: topic.id, name: titleOf(topic, language) }));
  return {
    query,
    problems,
    topics,
    events,
    lanes: topics
      .map((topic) => ({ topic, events: events.filter((event) => event.topic.id === topic.id) }))
      .filter((lane) => lane.events.length > 0),
    earlier: all.length - events.length,
    earliest: all[0]?.asOf,
  };
}

/** The month from which on the usual period ends with that date: "2024-07". */
function monthsBefore(date = '0001'): string {
  const [year = 0, month = 12] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) - (usualMonths - 1);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}
