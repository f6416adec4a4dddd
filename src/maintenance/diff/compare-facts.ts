import type { Corpus, Fact, WithdrawnFact } from '../../knowledge/corpus.ts';
import { formatDate } from '../../knowledge/partial-date.ts';

/** A fact that says something else than before, and what is different, a line each, in plain words. */
export interface AlteredFact {
  readonly fact: Fact;
  readonly differences: readonly string[];
}

export interface FactChanges {
  readonly added: readonly Fact[];
  readonly altered: readonly AlteredFact[];
  readonly withdrawn: readonly WithdrawnFact[];
  /** Facts that are gone without being listed as withdrawn. */
  readonly removed: readonly Fact[];
}

/** What became of the facts between two versions of a corpus. */
export function compareFacts(before: Corpus, after: Corpus): FactChanges {
  const old = new Map(before.withdrawn.map((one) => [one.id, one]));
  const gone = new Set(after.withdrawn.map(({ id }) => id));
  return {
    added: [...after.facts.values()].filter(({ id }) => !before.facts.has(id)),
    altered: [...after.facts.values()].flatMap((fact) => {
      const was = before.facts.get(fact.id);
      const differences = was === undefined ? [] : describeDifferences(was, fact);
      return differences.length === 0 ? [] : [{ fact, differences }];
    }),
    withdrawn: after.withdrawn.filter(({ id }) => !old.has(id)),
    removed: [...before.facts.values()].filter(({ id }) => !after.facts.has(id) && !gone.has(id)),
  };
}

type Describe = (fact: Fact) => string | undefined;

/** Texts and dates are told whole, from what to what. */
const told: readonly (readonly [string, Describe])[] = [
  ['title', ({ title }) => quote(title)],
  ['statement', ({ statement }) => quote(statement)],
  ['kind', ({ kind }) => kind],
  ['date', ({ asOf }) => formatDate(asOf, 'en')],
  ['speaker', ({ speaker }) => speaker],
  ['topic', ({ subject }) => subject],
  ['overtaken by', ({ supersededBy }) => supersededBy],
  ['overtaken on', ({ overtakenOn }) => dateOf(overtakenOn)],
  ['added on', ({ addedOn }) => dateOf(addedOn)],
  ['review by', ({ reviewBy }) => dateOf(reviewBy)],
  ['why sources differ', ({ conflictNote }) => quote(conflictNote)],
  ['corrects the assumption', ({ corrects }) => quote(corrects?.assumption)],
  ['Ukrainian title', ({ uk }) => quote(uk?.title)],
  ['Ukrainian statement', ({ uk }) => quote(uk?.statement)],
];

/** Of lists it is told what came and what went. */
const listed: readonly (readonly [string, (fact: Fact) => readonly string[]])[] = [
  ['sources', ({ sources }) => sources.map(({ id }) => id)],
  ['conflicts', ({ conflicts }) => conflicts],
  [
    'corrections',
    ({ corrections }) => corrections.map(({ on, was }) => `${formatDate(on, 'en')}: ${quote(was)}`),
  ],
  ['questions', ({ questions }) => questions.map(quoteText)],
  ['questions that assume wrongly', ({ corrects }) => (corrects?.questions ?? []).map(quoteText)],
  ['Ukrainian questions', ({ uk }) => (uk?.questions ?? []).map(quoteText)],
  ['tags', ({ tags }) => tags],
];

const mostListed = 3;

function describeDifferences(was: Fact, is: Fact): string[] {
  return [
    ...told.flatMap(([name, describe]) => {
      const [from, to] = [describe(was), describe(is)];
      if (from === to) return [];
      if (from === undefined) return [`${name}: now ${to}`];
      return [to === undefined ? `${name}: no longer ${from}` : `${name}: ${from} → ${to}`];
    }),
    ...listed.flatMap(([name, list]) => {
      const [from, to] = [new Set(list(was)), new Set(list(is))];
      const signed = [...sign('−', from.difference(to)), ...sign('+', to.difference(from))];
      return signed.length === 0 ? [] : [`${name}: ${signed.join('; ')}`];
    }),
    ...is.sources.flatMap((source) => {
      const old = was.sources.find(({ id }) => id === source.id);
      const isSame = old === undefined || JSON.stringify(old) === JSON.stringify(source);
      return isSame ? [] : [`source ${source.id}: its particulars are mended`];
    }),
  ];
}

/** The first few, and how many more there are. */
function sign(mark: string, items: ReadonlySet<string>): string[] {
  const all = [...items];
  const rest = all.length - mostListed;
  return [
    ...all.slice(0, mostListed).map((one) => `${mark} ${one}`),
    ...(rest > 0 ? [`${mark} ${rest} more`] : []),
  ];
}

function dateOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : formatDate(day, 'en');
}

function quote(text: string | undefined): string | undefined {
  return text === undefined ? undefined : quoteText(text);
}

function quoteText(text: string): string {
  return `“${text}”`;
}
