import type { Fact } from './corpus.ts';
import type { Explanation } from './interpretation.ts';
import { startsAsking } from './search/question.ts';

/** A fact that answers a whole text answers a part of it when it scores at least this share of the part's best. */
const nearlyShare = 0.95;

/**
 * Parts are clauses that begin as a question and are answered by different facts. Where the whole is surer than each
 * of them, its fact must fail to answer one of them.
 */
export function findParts(asking: readonly Explanation[], whole: Explanation): readonly Explanation[] {
  const parts = withLeadsOfTheirOwn(asking.filter(({ question }) => startsAsking(question)));
  if (parts.length < 2) return [];
  const answer = whole.ranked[0]?.fact;
  const isOneQuestion =
    parts.every(({ confidence }) => confidence < whole.confidence) &&
    parts.every((part) => nearlyLeads(answer, part));
  return isOneQuestion ? [] : parts;
}

/** Those that are sure enough, one for each fact. */
function withLeadsOfTheirOwn(asking: readonly Explanation[]): readonly Explanation[] {
  const byLead = new Map<string, Explanation>();
  for (const part of asking) {
    const lead = part.ranked[0]?.fact.id ?? '';
    if (part.confidence >= part.model.threshold && !byLead.has(lead)) byLead.set(lead, part);
  }
  return [...byLead.values()];
}

function nearlyLeads(fact: Fact | undefined, { ranked }: Explanation): boolean {
  const own = ranked.find((one) => one.fact === fact);
  return own !== undefined && own.score >= nearlyShare * (ranked[0]?.score ?? 0);
}
