import type { Language } from '../bot/language.ts';
import { writeAmount } from '../commands/amount-text.ts';
import { chartTextOf, labelOf } from '../commands/chart-picture.ts';
import type { Bar as StatedBar } from '../knowledge/charts.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { createLines, type FactLine } from './fact-line.ts';

/** What different facts say of one thing, in one unit. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly note: string | undefined;
  /** The greatest first. */
  readonly bars: readonly Bar[];
  /** The greatest amount of all. */
  readonly greatest: number;
}

export interface Bar {
  readonly fact: FactLine;
  /** Who counts what. */
  readonly label: string;
  readonly value: number;
  /** The upper end of a range. */
  readonly upTo: number | undefined;
  /** "about 350", "0.5–33". */
  readonly amount: string;
  /** Whether somebody says so, and nobody counted. */
  readonly isSaid: boolean;
}

/** All charts of the corpus, with the bars that pictures have no room for, too. */
export function chartsOf(knowledge: Knowledge, language: Language): Chart[] {
  const toLine = createLines(knowledge, language);
  const toBar = (bar: StatedBar): Bar => ({
    fact: toLine(bar.fact),
    label: labelOf(bar, language),
    value: bar.value,
    upTo: bar.upTo,
    // The unit stands beside it.
    amount: writeAmount(bar, '', language),
    isSaid: bar.fact.kind === 'claim' || bar.fact.kind === 'position',
  });
  return knowledge.charts.map((chart) => {
    const { title, unit, note } = chartTextOf(chart, language);
    return {
      id: chart.id,
      title,
      unit,
      note,
      bars: chart.bars.toSorted((a, b) => greatestOf(b) - greatestOf(a)).map(toBar),
      greatest: Math.max(...chart.bars.map(greatestOf)),
    };
  });
}

function greatestOf({ value, upTo }: Pick<StatedBar, 'value' | 'upTo'>): number {
  return upTo ?? value;
}
