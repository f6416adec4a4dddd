import { signalNames, toConfidence } from '../../knowledge/confidence.ts';
import type { Explanation } from '../../knowledge/index.ts';
import { verbatimConfidence } from '../../knowledge/interpretation.ts';
import { type RankedFact, rankingWeights } from '../../knowledge/search/ranking.ts';
import { renderTable } from '../table.ts';
import type { Reading } from './reading.ts';

const shownCandidates = 5;
/** Products that would show as 0.00 are left out. */
const leastTold = 0.005;

/** How the question was read: its kind, what was taken for it, its terms with their weights. */
export function renderReading({ clause, corrections, terms }: Reading, { question }: Explanation): string {
  const lines = [
    `kind: ${question.kind}${question.isUkrainian ? ', in Ukrainian' : ''}`,
    ...(clause === undefined ? [] : [`taken for the question: "${clause}"`]),
    ...corrections.map(({ typed, taken }) => `corrected: "${typed}" was taken for "${taken}"`),
  ];
  const rows = terms.map(({ words, term, weight, note }) => [words, term, weight.toFixed(2), note]);
  const table = renderTable(
    [{ title: 'words' }, { title: 'term' }, { title: 'weight', align: 'right' }, { title: '' }],
    rows,
  );
  return section('How it was read', [...lines, '', table || 'It holds no word at all.'].join('\n'));
}

/** The candidates, best first, and what each signal adds to the score of each. */
export function renderRanking({ ranked }: Explanation): string {
  const best = ranked.slice(0, shownCandidates);
  if (best.length === 0) return section('Candidates', 'No fact shares a word with the question.');
  const list = renderTable(
    [{ title: '' }, { title: 'score', align: 'right' }, { title: 'fact' }, { title: 'title' }],
    best.map(({ fact, score }, index) => [`#${index + 1}`, score.toFixed(3), fact.id, fact.title]),
  );
  const names = keysOf(rankingWeights);
  const signals = renderTable(
    [
      { title: 'signal' },
      { title: 'weight', align: 'right' },
      ...best.map((_, index) => ({ title: `#${index + 1}`, align: 'right' as const })),
    ],
    names.map((name) => [
      name,
      rankingWeights[name].toFixed(3),
      ...best.map((one) => renderSignal(one, name)),
    ]),
  );
  const title = `Candidates: ${best.length} of ${ranked.length} (each signal: value → value × weight)`;
  return section(title, `${list}\n\n${signals}`);
}

function renderSignal({ signals }: RankedFact, name: keyof typeof rankingWeights): string {
  return `${signals[name].toFixed(2)} → ${(signals[name] * rankingWeights[name]).toFixed(3)}`;
}

/** What the confidence is made of, the threshold, and what follows. */
export function renderConfidence({ signals, model, confidence, ranked, isVerbatim }: Explanation): string {
  if (ranked.length === 0) return section('Confidence', 'It is 0: nothing was found.');
  const rows = signalNames(model.weights).map((name): [string, number, number, number] => {
    const weight = model.weights[name] ?? 0;
    return [name, signals[name], weight, signals[name] * weight];
  });
  const sum = rows.reduce((total, [, , , product]) => total + product, model.intercept);
  const isTelling = ([, , , product]: (typeof rows)[number]) => Math.abs(product) >= leastTold;
  const rest = rows.filter((row) => !isTelling(row)).map(([name]) => name);
  const table = renderTable(
    [
      { title: 'signal' },
      { title: 'value', align: 'right' },
      { title: 'weight', align: 'right' },
      { title: 'product', align: 'right' },
    ],
    [
      ...rows
        .filter(isTelling)
        .toSorted((a, b) => Math.abs(b[3]) - Math.abs(a[3]))
        .map(([name, ...numbers]) => [name, ...numbers.map((number) => number.toFixed(2))]),
      ['intercept', '', '', model.intercept.toFixed(2)],
      ['sum', '', '', sum.toFixed(2)],
    ],
  );
  const whole = toConfidence(signals, model);
  const isRaised = isVerbatim && whole < verbatimConfidence;
  const share = confidence / (isRaised ? verbatimConfidence : whole);
  const closing = [
    ...(rest.length === 0 ? [] : [`Adding nothing: ${rest.join(', ')}.`]),
    `1 / (1 + e^-sum) = ${whole.toFixed(3)}`,
    ...(isRaised ? [`Raised to ${verbatimConfidence}, as the fact has this very question.`] : []),
    ...(Math.abs(share - 1) < 0.001
      ? []
      : [
          `× ${share.toFixed(2)}, as it ${share < 1 ? 'is a part of what was asked' : 'goes on after an answer'} = ${confidence.toFixed(3)}`,
        ]),
    `The threshold is ${model.threshold}: ${confidence >= model.threshold ? 'it is sure enough' : 'it is not sure enough'}.`,
  ];
  return section('Confidence', `${table}\n\n${closing.join('\n')}`);
}

function section(title: string, body: string): string {
  return `${title}\n${'-'.repeat(title.length)}\n${body}`;
}

function keysOf<K extends string>(record: Readonly<Record<K, number>>): K[] {
  return Object.keys(record) as K[];
}
