import type { BarEntry, ChartEntry } from './chart-schema.ts';
import { looseChartsSchema } from './chart-schema.ts';
import type { Fact } from './corpus.ts';
import { nearestName } from './nearest-name.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** Numbers of facts in one unit, to be drawn side by side. */
export interface Chart extends Omit<ChartEntry, 'bars'> {
  /** In the order in which they are drawn. */
  readonly bars: readonly Bar[];
}

/** One number with the fact that states it: its source is the fact's. */
export interface Bar extends Omit<BarEntry, 'fact'> {
  readonly fact: Fact;
}

/** The charts with their facts; what they refer to must exist. */
export function buildCharts(entries: readonly ChartEntry[], facts: ReadonlyMap<string, Fact>): Chart[] {
  return entries.map((entry) => ({
    ...entry,
    bars: entry.bars.flatMap((bar) => {
      const fact = facts.get(bar.fact);
      return fact === undefined ? [] : [{ ...bar, fact }];
    }),
  }));
}

/** What must hold before charts can be drawn: their ids are unique, and their facts exist. */
export function checkChartReferences(file: YamlFile, factIds: readonly string[]): Problem[] {
  const known = new Set(factIds);
  const { milestones, charts } = looseChartsSchema.catch({ milestones: [], charts: [] }).parse(file.value);
  const checkFact = (fact: string, path: readonly PropertyKey[], where: string): Problem[] => {
    if (fact === '' || known.has(fact)) return [];
    const guess = nearestName(fact, factIds);
    const advice = guess ? `did you mean "${guess}"?` : 'add the fact or correct the id';
    return [
      { ...file.locate(path), message: `${where} refers to a fact that does not exist: "${fact}"`, advice },
    ];
  };
  const twins = charts.flatMap(({ id }, at) => {
    const isTwin = id !== '' && charts.findIndex((other) => other.id === id) < at;
    const message = `charts[${at}] has an id that is used twice: "${id}"`;
    const advice = 'give one of the two charts an id of its own';
    return isTwin ? [{ ...file.locate(['charts', at, 'id']), message, advice }] : [];
  });
  return [
    ...milestones.flatMap((fact, at) => checkFact(fact, ['milestones', at], `milestones[${at}]`)),
    ...twins,
    ...charts.flatMap(({ bars }, at) =>
      bars.flatMap(({ fact }, index) =>
        checkFact(fact, ['charts', at, 'bars', index, 'fact'], `charts[${at}].bars[${index}]`),
      ),
    ),
  ];
}
