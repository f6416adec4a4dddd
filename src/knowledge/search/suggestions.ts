import MiniSearch from 'minisearch';
import { type RelatedQuestion, toRelated } from '../answer.ts';
import type { Fact } from '../corpus.ts';
import { fold } from '../text/clean.ts';

const longestTyped = 200;

/**
 * Proposes questions while somebody types: those with all words typed, the last of which may be unfinished, else
 * those with some of them, best first, each fact once. For an empty text, one question of each topic: that of its most
 * important milestone, else of its first fact; topics with milestones come first.
 * @param milestones Ids of facts, the most important first.
 */
export function createSuggester(
  facts: ReadonlyMap<string, Fact>,
  milestones: readonly string[],
): (typed: string, most: number) => RelatedQuestion[] {
  const entries = [...facts.values()].flatMap((fact) =>
    [...new Set([...fact.questions, fact.title, ...(fact.uk?.questions ?? [])])].map((question) => ({
      question,
      factId: fact.id,
    })),
  );
  const important = [...milestones.flatMap((id) => facts.get(id) ?? []), ...facts.values()];
  const byTopic = Map.groupBy(important, ({ subject }) => subject);
  const starters = [...byTopic.values()].flatMap(([first]) => (first === undefined ? [] : toRelated(first)));
  let index: MiniSearch | undefined;
  const build = () => {
    const built = new MiniSearch({
      fields: ['question'],
      tokenize: (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [],
      searchOptions: { combineWith: 'AND', prefix: (_, position, terms) => position === terms.length - 1 },
    });
    built.addAll(entries.map((entry, id) => ({ id, question: entry.question })));
    return built;
  };

  return (typed, most) => {
    if (fold(typed) === '') return starters.slice(0, most);
    index ??= build();
    const text = typed.slice(0, longestTyped);
    const withAll = index.search(text);
    const hits = withAll.length > 0 ? withAll : index.search(text, { combineWith: 'OR' });
    const found = hits.flatMap(({ id }) => entries[id as number] ?? []);
    const byFact = new Map(found.toReversed().map((entry) => [entry.factId, entry]));
    return found.filter((entry) => byFact.get(entry.factId) === entry).slice(0, most);
  };
}
