import type { Corpus, CorpusTopic, Fact, NonEmpty } from './corpus.ts';
import type { Source } from './schema.ts';
import type { RankedFact } from './search/ranking.ts';

/**
 * Why a fact stands in an answer. lead: it is the answer; contrast: it says otherwise than the lead; history: the lead
 * has overtaken it; update: it has overtaken the lead; support: it adds something.
 */
export type Role = 'lead' | 'contrast' | 'history' | 'update' | 'support';

export interface Citation {
  /** Counts from 1 within the answer; facts that share a source share its number. */
  readonly number: number;
  readonly source: Source;
}

export interface CitedFact {
  readonly fact: Fact;
  readonly role: Role;
  readonly citations: NonEmpty<Citation>;
}

/** A question that the corpus answers, and the fact that answers it. */
export interface RelatedQuestion {
  readonly factId: string;
  readonly question: string;
}

/** An answer without a source does not compile. */
export type Answer =
  | {
      readonly status: 'answered';
      /** The lead first, then at most two others. */
      readonly facts: NonEmpty<CitedFact>;
      readonly confidence: number;
      /** Completes "The question assumes …" when the question makes an assumption that the lead corrects. */
      readonly assumption: string | undefined;
      readonly related: readonly RelatedQuestion[];
    }
  | {
      readonly status: 'unanswered';
      /**
       * no-match: no word of it is known; low-confidence: nothing fits well enough; small-talk: nothing is asked that a
       * fact could answer.
       */
      readonly reason: 'no-match' | 'low-confidence' | 'small-talk';
      readonly confidence: number;
      /** What it may have been taken for, nearest first; for small talk, what could be asked. */
      readonly nearest: readonly RelatedQuestion[];
      readonly nearestTopics: readonly CorpusTopic[];
    };

/** Facts beside the lead, so that an answer stays short. */
const mostOthers = 2;
/** A fact supports, or is told as history, when it scores at least this share of the lead's score. */
const supportShare = 0.82;

/** What was found for a question. */
export interface Found {
  /** Best first. */
  readonly ranked: readonly RankedFact[];
  /** Whether a fact fits so well that it could answer alone. */
  isSure(one: RankedFact): boolean;
}

const nothing: Found = { ranked: [], isSure: () => false };

/**
 * The facts to show when `top` fits a question best: the latest word on the matter leads, what it has overtaken and
 * what says otherwise stand beside it, and then what adds something.
 */
export function selectFacts(top: Fact, found: Found, corpus: Corpus): NonEmpty<CitedFact> {
  const lead = latestOf(top, corpus);
  return gather(lead, lead === top ? [] : [['history', [top.id]]], found, corpus);
}

/** The facts to show for one fact that was asked for by name: it leads even if it has been overtaken. */
export function selectAround(fact: Fact, found: Found, corpus: Corpus): NonEmpty<CitedFact> {
  const latest = latestOf(fact, corpus);
  return gather(fact, latest === fact ? [] : [['update', [latest.id]]], found, corpus);
}

/** The facts to show for several questions in one breath: what answers each, then what says otherwise. */
export function selectParts(tops: NonEmpty<Fact>, corpus: Corpus): NonEmpty<CitedFact> {
  const [lead, ...others] = tops.map((top) => latestOf(top, corpus));
  const overtaken = tops.filter((top) => latestOf(top, corpus) !== top);
  const parts: [Role, readonly string[]][] = [
    ['support', others.map(({ id }) => id)],
    ['history', overtaken.map(({ id }) => id)],
    ['contrast', [...(lead?.conflicts ?? []), ...others.flatMap(({ conflicts }) => conflicts)]],
  ];
  return gather(lead ?? tops[0], parts, nothing, corpus);
}

function gather(
  lead: Fact,
  first: readonly (readonly [Role, readonly string[]])[],
  { ranked, isSure }: Found,
  corpus: Corpus,
): NonEmpty<CitedFact> {
  const best = ranked[0]?.score ?? 1;
  const scores = new Map(ranked.map(({ fact, score }) => [fact.id, score / best]));
  const scoreOf = (id: string) => scores.get(id) ?? 0;
  const fits = (id: string) => {
    const found = scoreOf(id) >= supportShare ? ranked.find(({ fact }) => fact.id === id) : undefined;
    return found !== undefined && isSure(found);
  };
  const current = ranked.filter(({ fact }) => fact.supersededBy === undefined).map(({ fact }) => fact.id);
  const offers: readonly (readonly [Role, readonly string[]])[] = [
    ...first,
    // What was asked for comes first, then the corpus's own order: the most telling side.
    ['contrast', lead.conflicts.filter((id) => scoreOf(id) >= supportShare)],
    ['contrast', lead.conflicts],
    ['history', lead.supersedes.filter(fits)],
    ['support', current.filter(fits)],
  ];
  const chosen = new Map<Fact, Role>();
  for (const [role, ids] of offers) {
    for (const id of ids) {
      const fact = corpus.facts.get(id);
      const isNew = fact !== undefined && fact !== lead && !chosen.has(fact);
      if (isNew && chosen.size < mostOthers) chosen.set(fact, role);
    }
  }
  return cite([{ fact: lead, role: 'lead' }, ...[...chosen].map(([fact, role]) => ({ fact, role }))]);
}

export function toRelated(fact: Fact): RelatedQuestion {
  return { factId: fact.id, question: fact.questions[0] ?? fact.title };
}

/** The fact itself or, if it has been overtaken, the one that holds now. */
export function latestOf(fact: Fact, corpus: Corpus): Fact {
  let latest = fact;
  while (latest.supersededBy !== undefined) {
    const next = corpus.facts.get(latest.supersededBy);
    if (next === undefined) break;
    latest = next;
  }
  return latest;
}

/** Numbers the sources of facts that are shown together. */
export function cite(chosen: NonEmpty<{ readonly fact: Fact; readonly role: Role }>): NonEmpty<CitedFact> {
  const numbers = new Map<string, number>();
  const toCitation = (source: Source): Citation => {
    const number = numbers.get(source.id) ?? numbers.size + 1;
    numbers.set(source.id, number);
    return { number, source };
  };
  const citeOne = ({ fact, role }: { readonly fact: Fact; readonly role: Role }): CitedFact => {
    const [first, ...others] = fact.sources;
    return { fact, role, citations: [toCitation(first), ...others.map(toCitation)] };
  };
  const [lead, ...others] = chosen;
  return [citeOne(lead), ...others.map(citeOne)];
}
