import { expect, it } from 'vitest';
import { rankGaps } from '../../src/desk/gaps.ts';
import type { NotedQuestion } from '../../src/storage/storage.ts';

const day = '2026-11-30';
const termsOf = (text: string) => new Set(text.split(' '));
let id = 0;

/** A question that was asked once at each of the places, on a day each. */
function question(text: string, days: readonly string[], more: Partial<NotedQuestion> = {}): NotedQuestion {
  id += 1;
  const askings = days.map((one, index) => ({ place: `place ${index}`, day: one, times: 1 }));
  return { id, text, outcome: 'unanswered', handledOn: undefined, askings, ...more };
}

const texts = (questions: readonly NotedQuestion[]) =>
  rankGaps(questions, { termsOf, day }).map((gap) => gap.questions.map(({ text }) => text));

it('ranks by distinct places, not by how often one of them asks', () => {
  const noisy = question('noisy', [], { askings: [{ place: 'one', day, times: 500 }] });
  expect(texts([noisy, question('wanted', [day, day])])).toEqual([['wanted'], ['noisy']]);
});

it('ranks what is asked now above what was asked at more places long ago', () => {
  const old = question('old', ['2026-09-01', '2026-09-01', '2026-09-01']);
  expect(texts([old, question('new', [day])])).toEqual([['new'], ['old']]);
});

it('counts a place by the day on which it asked last', () => {
  const twice = question('again', [], {
    askings: [
      { place: 'one', day: '2026-09-01', times: 9 },
      { place: 'one', day, times: 1 },
    ],
  });
  expect(rankGaps([twice], { termsOf, day })).toMatchObject([
    { weight: 1, places: 1, times: 10, firstDay: '2026-09-01', lastDay: day },
  ]);
});

it('groups questions that share half of their words, under the most wanted one', () => {
  const some = [
    question('who paints bridge', ['2026-11-01']),
    question('who paints the bridge', [day, day]),
    question('fish in river', [day]),
  ];
  expect(texts(some)).toEqual([['who paints the bridge', 'who paints bridge'], ['fish in river']]);
});

it('keeps questions apart that have no word to compare', () => {
  const noTerms = { termsOf: () => new Set<string>(), day };
  expect(rankGaps([question('а', [day]), question('б', [day])], noTerms)).toHaveLength(2);
});

it('leaves out what was handled until it is asked again on a later day', () => {
  const handled = { handledOn: '2026-11-20' };
  const some = [question('done', ['2026-11-20'], handled), question('back', ['2026-11-21'], handled)];
  expect(rankGaps(some, { termsOf, day })).toMatchObject([
    { questions: [{ text: 'back' }], handledOn: '2026-11-20' },
  ]);
});
