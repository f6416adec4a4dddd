import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../src/maintenance/check.ts';
import { latestToday } from '../../src/maintenance/history-rules.ts';
import { copyBridge } from '../support/corpus-copy.ts';

async function problemsAfter(find: string, replacement: string, today?: string): Promise<string[]> {
  const corpus = await copyBridge();
  await corpus.edit('bridge.yaml', (text) => text.replace(find, replacement));
  const { problems } = await checkCorpus(corpus.directory, today === undefined ? {} : { today });
  return problems.map(({ line, column, message, advice }) => `${line}:${column} ${message} -> ${advice}`);
}

const dropped = '    asOf: 2020-05\n    addedOn: 2021-02-03\n';
const planned = '    supersededBy: toll-dropped\n';

describe('the history of the corpus', () => {
  it.each([
    ['asOf: 2021-01\n    addedOn: 2021-02-01', 'asOf: 2021-01', /\(audit-cost\) does not say since when/],
    [
      dropped,
      '    asOf: 2020-05\n    addedOn: 2021-02\n',
      /addedOn \("2021-02"\) is not right -> must be a day/,
    ],
    ['overtakenOn: 2021-02-03', 'overtakenOn: 2021-01-03', /overtakenOn 3 January 2021, before it was added/],
    ['    overtakenOn: 2021-02-03\n', '', /does not say since when -> add overtakenOn: 2021-02-03/],
    [planned, '', /has overtakenOn, but nothing has overtaken it -> name the later fact/],
    ['on: 2021-02-10', 'on: 2021-01-10', /was corrected on 10 January 2021, before it was added/],
    ['$91 million', '$19 million', /says what it said before the correction/],
    [
      '      - on: 2021-02-10\n',
      '      - { on: 2021-03-01, was: It was said otherwise. }\n      - on: 2021-02-10\n',
      /not in the order of their days -> put the oldest first/,
    ],
    ['reviewBy: 2021-08-01', 'reviewBy: 2021-01-01', /reviewBy 1 January 2021, before it was added/],
    [
      '- id: bridge-is-longest',
      '- id: audit-cost',
      /\(audit-cost\) is withdrawn, and is a fact all the same/,
    ],
    [
      'withdrawn:\n',
      'withdrawn:\n  - { id: bridge-is-longest, title: Twice, on: 2021-02-04, because: Once more. }\n',
      /is withdrawn twice/,
    ],
    [
      'conflictsWith: [audit-cost]',
      'conflictsWith: [audit-cost, bridge-is-longest]',
      /refers to a fact that was withdrawn: "bridge-is-longest" -> remove this reference/,
    ],
  ])('is kept true: %#', async (find, replacement, message) => {
    const problems = await problemsAfter(find, replacement);
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems[0]).toMatch(/^\d+:\d+ /);
  });

  it('is asked of nobody whose corpus keeps none', async () => {
    const corpus = await copyBridge();
    await corpus.edit('bridge.yaml', (text) => text.replace(/^ +(addedOn|overtakenOn|reviewBy):.*\n/gm, ''));
    expect((await checkCorpus(corpus.directory)).problems).toEqual([]);
  });

  it('holds nothing that is ahead of us', async () => {
    const problems = await problemsAfter('Bridge opens', 'The bridge opens', '2021-02-02');
    expect(problems.map((one) => one.replace(/^\d+:\d+ | ->.*/g, ''))).toEqual([
      'facts[2] (audit-cost) has a correction on 10 February 2021, which is ahead of us',
      'facts[3] (toll-planned) has overtakenOn 3 February 2021, which is ahead of us',
      'facts[4] (toll-dropped) has addedOn 3 February 2021, which is ahead of us',
      'withdrawn[0] (bridge-is-longest) has on 5 February 2021, which is ahead of us',
    ]);
    expect(await problemsAfter('publishedOn: 2020-06-02', 'publishedOn: 2999')).toEqual([
      expect.stringMatching(/publishedOn 2999, which is ahead of us/),
    ]);
  });

  it('calls it today as soon as it is somewhere', () => {
    const days = ['Pacific/Apia', 'Pacific/Pago_Pago'].map((zone) =>
      Temporal.Now.plainDateISO(zone).toString(),
    );
    for (const day of days) expect(latestToday() >= day).toBe(true);
  });
});
