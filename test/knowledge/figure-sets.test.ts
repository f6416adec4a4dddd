import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCorpus, readCorpus } from '../../src/knowledge/corpus.ts';
import { collectFigureSets } from '../../src/knowledge/figure-sets.ts';

it('sets amounts of one measure side by side, the greatest first, and leaves out what nobody states', async () => {
  const sets = collectFigureSets(await loadCorpus('test/fixtures/bridge'));
  const shown = sets.map(({ measure, amounts }) => [
    measure.title,
    ...amounts.map(({ fact, amount }) => `${fact.id}: ${amount.value} ${measure.unit}`),
  ]);
  expect(shown).toEqual([
    ['What the bridge cost', 'audit-cost: 19 million dollars', 'mayor-cost-claim: 12 million dollars'],
  ]);
});

it('reports a measure that does not exist, with its place and the nearest name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'measures-'));
  await cp('test/fixtures/bridge', folder, { recursive: true });
  const file = join(folder, 'bridge.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('measure: cost, value: 19', 'measure: costs, value: 19'));
  const { problems, corpus } = await readCorpus(folder);
  const line = text.split('\n').findIndex((one) => one.includes('value: 19')) + 1;
  expect(corpus).toBeUndefined();
  expect(problems).toEqual([
    expect.objectContaining({
      line,
      message: 'facts[2] (audit-cost) has a measure that does not exist: "costs"',
      advice: 'did you mean "cost"?',
    }),
  ]);
  await rm(folder, { recursive: true });
});
