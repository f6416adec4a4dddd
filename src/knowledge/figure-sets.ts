import type { Fact, NonEmpty } from './corpus.ts';
import type { Amount, Measure } from './measure-schema.ts';

/** An amount with the fact that states it. */
export interface StatedAmount {
  readonly fact: Fact;
  readonly amount: Amount;
}

/** What different facts say of one measure, to be set side by side. */
export interface FigureSet {
  readonly measure: Measure;
  /** The greatest first; of equal ones the earlier first. */
  readonly amounts: NonEmpty<StatedAmount>;
}

/** One set for each measure that any fact has an amount of, in the order of the measures. */
export function collectFigureSets(corpus: {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly measures: readonly Measure[];
}): FigureSet[] {
  const stated = [...corpus.facts.values()].flatMap((fact) =>
    fact.amounts.map((amount) => ({ fact, amount })),
  );
  const byMeasure = Map.groupBy(stated, ({ amount }) => amount.measure);
  return corpus.measures.flatMap((measure) => {
    const [first, ...others] = (byMeasure.get(measure.id) ?? []).sort(compareAmounts);
    return first === undefined ? [] : [{ measure, amounts: [first, ...others] as const }];
  });
}

function compareAmounts(a: StatedAmount, b: StatedAmount): number {
  return greatestOf(b.amount) - greatestOf(a.amount) || a.fact.asOf.localeCompare(b.fact.asOf);
}

/** The amount or, of a range, its upper end. */
export function greatestOf({ value, upTo }: Amount): number {
  return upTo ?? value;
}
