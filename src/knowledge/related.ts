import { type RelatedQuestion, toRelated } from './answer.ts';
import type { Corpus, Fact, NonEmpty } from './corpus.ts';
import type { RankedFact } from './search/ranking.ts';

const mostRelated = 3;
/** A fact that was found for the question leads on when it scores at least this share of the best one's score. */
const foundShare = 0.6;
/** A tag of more facts than this says nothing of any. */
const mostTagged = 200;
/** How far to either side of a fact its file is looked at. */
const neighbours = 6;

/**
 * Questions that lead on: of the facts that fit nearly as well, then of those that have rare tags in common with the
 * lead, then of those that stand beside it in its file.
 */
export function relatedQuestions(
  shown: NonEmpty<Fact>,
  ranked: readonly RankedFact[],
  corpus: Corpus,
): RelatedQuestion[] {
  const [lead] = shown;
  const best = ranked[0]?.score ?? 1;
  const found = ranked.filter(({ score }) => score >= foundShare * best).map(({ fact }) => fact);
  const candidates = [...found, ...factsTaggedLike(lead, corpus), ...factsBeside(lead, corpus)].filter(
    (fact) => fact.supersededBy === undefined && !shown.includes(fact),
  );
  return [...new Set(candidates)].slice(0, mostRelated).map(toRelated);
}

function factsTaggedLike(fact: Fact, { byTag }: Corpus): Fact[] {
  const shared = new Map<Fact, number>();
  for (const tag of fact.tags) {
    const tagged = byTag.get(tag) ?? [];
    if (tagged.length > mostTagged) continue;
    for (const other of tagged) shared.set(other, (shared.get(other) ?? 0) + 1 / tagged.length);
  }
  return [...shared.keys()].sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0));
}

/** The nearest facts in its own file; what comes after it goes before what comes before. */
function factsBeside({ subject, position }: Fact, corpus: Corpus): Fact[] {
  const topic = corpus.bySubject.get(subject) ?? [];
  const steps = Array.from({ length: neighbours }, (_, step) => step + 1);
  return steps
    .flatMap((step) => [topic[position + step], topic[position - step]])
    .filter((fact) => fact !== undefined);
}
