import { expect, it } from 'vitest';
import { loadCorpus } from '../../src/knowledge/corpus.ts';
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
