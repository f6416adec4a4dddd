import type { GoldenQuestion } from '../src/knowledge/schema.ts';
import type { Judgement } from '../src/maintenance/golden.ts';

export interface Judged extends Judgement {
  readonly golden: GoldenQuestion;
}

/** Every failure, then the shares, for all questions and for groups of them. */
export function renderReport(name: string, judged: readonly Judged[]): string {
  const answerable = judged.filter(({ golden }) => golden.expect !== 'unanswered');
  const unanswerable = judged.filter(({ golden }) => golden.expect === 'unanswered');
  const groups: readonly (readonly [string, readonly Judged[]])[] = [
    ['all', answerable],
    ['in words of their own', answerable.filter(({ golden }) => golden.near !== true)],
    ['in Ukrainian', answerable.filter(({ golden }) => /\p{Script=Cyrillic}/u.test(golden.ask))],
    ['several in one breath', answerable.filter(({ golden }) => golden.all === true)],
    ['after another question', answerable.filter(({ golden }) => golden.after !== undefined)],
  ];
  return [
    `\n== ${name} half: ${answerable.length} answerable, ${unanswerable.length} unanswerable`,
    ...judged.filter(({ isRight }) => !isRight).map(renderFailure),
    ...groups.filter(([, of]) => of.length > 0).flatMap(([title, of]) => renderGroup(title, of)),
    `-- ${unanswerable.length} unanswerable`,
    `unanswerable refused      ${share(unanswerable, ({ outcome }) => outcome === 'refused')}`,
  ].join('\n');
}

function renderFailure({ golden, outcome, shown, confidence }: Judged): string {
  const wanted = golden.expect === 'unanswered' ? 'no answer' : golden.expect.join(', ');
  return `${outcome.padEnd(8)} ${confidence.toFixed(2)}  ${golden.ask}\n    wanted ${wanted}; shown ${shown.join(', ') || 'nothing'}`;
}

function renderGroup(title: string, of: readonly Judged[]): string[] {
  return [
    `-- ${of.length} answerable, ${title}`,
    `lead correct              ${share(of, ({ outcome }) => outcome === 'lead')}`,
    `right fact shown          ${share(of, ({ outcome }) => outcome === 'lead' || outcome === 'beside')}`,
    `answerable refused        ${share(of, ({ outcome }) => outcome === 'refused')}`,
  ];
}

function share(of: readonly Judged[], hits: (one: Judged) => boolean): string {
  return `${((100 * of.filter(hits).length) / of.length).toFixed(1)} %`;
}
