import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/knowledge/read-corpus.ts';
import { checkCorpus } from '../../src/maintenance/check.ts';
import { copyBridge } from '../support/corpus-copy.ts';

async function problemsAfter(change: (text: string) => string): Promise<string[]> {
  const { directory, edit } = await copyBridge();
  await edit('charts.yaml', change);
  const { problems } = await checkCorpus(directory);
  return problems.map(({ line, column, message, advice }) => `${line}:${column} ${message} -> ${advice}`);
}

describe('the check of charts', () => {
  it('finds a number that the statement of its fact does not have', async () => {
    expect(await problemsAfter((text) => text.replace('value: 19', 'value: 18'))).toEqual([
      '13:57 charts[0] (cost).bars[0].value (18 million dollars) is not in the statement of "audit-cost" -> the statement has no "18000000": correct the number, the factor of the chart or the fact',
    ]);
  });

  it('finds a range that the statement does not have', async () => {
    const problems = await problemsAfter((text) => text.replace('value: 12,', 'value: 12, upTo: 13,'));
    expect(problems).toEqual([expect.stringContaining('.bars[1].upTo (13 million dollars) is not in')]);
  });

  it('reads shares and numbers that are words', async () => {
    const { directory, edit } = await copyBridge();
    await edit('bridge.yaml', (text) =>
      text.replace(
        "The town's auditors counted costs",
        "Half of the town's auditors and no clerk counted costs",
      ),
    );
    await edit(
      'charts.yaml',
      (text) => `${text}  - id: share
    title: Who counted
    unit: "%"
    bars:
      - { fact: audit-cost, label: Auditors, value: 50, bound: about }
      - { fact: audit-cost, label: Others, value: 33 }
  - id: clerks
    title: Clerks who counted
    unit: people
    bars:
      - { fact: audit-cost, label: Clerks, value: 0 }
      - { fact: audit-cost, label: Chiefs, value: 7 }
`,
    );
    const messages = (await checkCorpus(directory)).problems.map(({ message }) => message);
    expect(messages).toEqual([
      'charts[1] (share).bars[1].value (33 %) is not in the statement of "audit-cost"',
      'charts[2] (clerks).bars[1].value (7 people) is not in the statement of "audit-cost"',
    ]);
  });

  it.each([
    [
      'fact: audit-cost',
      'fact: audit-costs',
      'charts[0].bars[0] refers to a fact that does not exist',
      'did you mean "audit-cost"?',
    ],
    [
      '[bridge-opened]',
      '[bridge-open]',
      'milestones[0] refers to a fact that does not exist',
      'did you mean "bridge-opened"?',
    ],
    ['unit: million', 'units: million', 'charts[0] has an unknown key "units"', 'did you mean "unit"?'],
    [
      'value: 12,',
      'value: 12, upTo: 3,',
      'charts[0].bars[1].upTo (3) is not right',
      'must be greater than value',
    ],
  ])('keeps the corpus from being used: %s as %s', async (before, after, message, advice) => {
    const { directory, edit } = await copyBridge();
    await edit('charts.yaml', (text) => text.replace(before, after));
    const { corpus, problems } = await readCorpus(directory);
    expect(corpus).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining(message),
        advice,
        line: expect.any(Number),
      }),
    );
  });

  it('finds a chart with more bars than a picture has room for, or with one', async () => {
    const bar = '      - { fact: audit-cost, label: Again, value: 19 }\n';
    const advice = 'two to eight bars have to be drawn, the others are minor';
    for (const change of [
      (text: string) => text + bar.repeat(7),
      (text: string) => text.replace('value: 12,', 'value: 12, minor: true,'),
    ]) {
      expect(await problemsAfter(change)).toEqual([expect.stringContaining(advice)]);
    }
  });

  it('finds an id that is used twice', async () => {
    const problems = await problemsAfter((text) => text + text.slice(text.indexOf('  - id: cost')));
    expect(problems).toEqual([expect.stringMatching(/charts\[1\] has an id that is used twice: "cost"/)]);
  });
});
