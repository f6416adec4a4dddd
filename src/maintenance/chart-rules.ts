import type { BarEntry, ChartEntry } from '../knowledge/chart-schema.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Analyser } from '../knowledge/text/terms.ts';
import type { YamlFile } from '../knowledge/yaml-file.ts';

/** How statements write numbers that have no digits. */
const inWords: Readonly<Record<string, RegExp>> = {
  '0': /\b(?:none|no|nobody|zero)\b/i,
  '25%': /\ba quarter\b/i,
  '33%': /\b(?:a|one) third\b/i,
  '50%': /\bhalf\b/i,
  '67%': /\btwo thirds\b/i,
  '75%': /\bthree quarters\b/i,
};

/**
 * Each number of a chart has to stand in the statement of its fact, so that what is drawn has a source. Both are read
 * by the reader of quantities: "$350 billion" is 350 in billions.
 */
export function checkCharts(
  charts: readonly ChartEntry[],
  file: YamlFile | undefined,
  { statements, analyser }: { readonly statements: ReadonlyMap<string, string>; readonly analyser: Analyser },
): Problem[] {
  if (file === undefined) return [];
  return charts.flatMap((chart, at) =>
    chart.bars.flatMap((bar, index) => {
      const statement = statements.get(bar.fact);
      // That a fact is missing is reported where references are checked.
      if (statement === undefined) return [];
      const found = new Set(analyser.words(statement));
      return endsOf(bar).flatMap(([key, value]): Problem[] => {
        // "10–12 trillion" names the unit once, at its end.
        const isStart = key === 'value' && bar.upTo !== undefined;
        const spellings = [...spell(value, chart), ...(isStart ? [String(value)] : [])];
        if (spellings.some((one) => found.has(one) || inWords[one]?.test(statement))) return [];
        const looked = spellings.join('" or "');
        return [
          {
            ...file.locate(['charts', at, 'bars', index, key]),
            message: `charts[${at}] (${chart.id}).bars[${index}].${key} (${value} ${chart.unit}) is not in the statement of "${bar.fact}"`,
            advice: `the statement has no "${looked}": correct the number, the factor of the chart or the fact`,
          },
        ];
      });
    }),
  );
}

function endsOf({ value, upTo }: BarEntry): ['value' | 'upTo', number][] {
  return [['value', value], ...(upTo === undefined ? [] : [['upTo', upTo] as ['upTo', number]])];
}

/** A number as the reader of quantities gives it. */
function spell(value: number, { factor, unit }: Pick<ChartEntry, 'factor' | 'unit'>): string[] {
  const plain = String(Number((value * factor).toPrecision(12)));
  return unit.startsWith('%') ? [`${plain}%`] : [plain];
}
