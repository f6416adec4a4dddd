import type { Language } from '../bot/language.ts';
import type { PictureBlock } from '../bot/reply.ts';
import type { Bar, Chart } from '../knowledge/charts.ts';
import type { Fact } from '../knowledge/corpus.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { type BarChart, type BarStyle, drawChart } from '../pictures/index.ts';
import { writeAmount } from './amount-text.ts';
import { describePicture, nameSources, pictureWords } from './picture-text.ts';

/** What of a chart is shown to readers of a language; what the corpus does not have in it stays English. */
export function chartTextOf(chart: Chart, language: Language): Pick<Chart, 'title' | 'unit' | 'note'> {
  const { title, unit, note, uk } = chart;
  return language === 'uk' && uk !== undefined ? { note, ...uk } : { title, unit, note };
}

/** A chart as a picture of bars; its words say the same. Undefined when its words are too long for a platform. */
export function composeChartPicture(chart: Chart, language: Language): PictureBlock | undefined {
  const { title, unit, note } = chartTextOf(chart, language);
  const drawn = chart.bars.filter(({ minor }) => minor !== true);
  const marks = new Set(drawn.map(({ fact }) => markOf(fact, language)));
  // What all bars have in common is said once.
  const common = marks.size === 1 ? [...marks][0] : undefined;
  const bars = drawn.map((bar): BarChart['bars'][number] => ({
    label: common === undefined ? labelWithMark(bar, language) : labelOf(bar, language),
    value: bar.value,
    upTo: bar.upTo,
    text: writeAmount(bar, unit, language),
    style: styleOf(bar.fact),
  }));
  const lines = bars.map(({ label, text }) => `${label}: ${text}`);
  const subtitle = [unit === '%' ? undefined : unit, common].filter(Boolean).join(', ');
  const sources = nameSources(
    drawn.flatMap(({ fact }) => fact.sources),
    language,
  );
  const alt = describePicture({
    what: pictureWords.barChart(subtitle === '' ? title : `${title} (${subtitle})`)[language],
    data: lines.join('; '),
    note,
    sources,
  });
  if (alt === undefined) return undefined;
  const spec: BarChart = {
    title,
    subtitle,
    bars: bars.map((bar) => ({ ...bar, label: keepTogether(bar.label) })),
    legend: legendOf(bars, language),
    notes: [...(note === undefined ? [] : [note]), sources],
    language,
  };
  return {
    type: 'picture',
    name: `chart-${chart.id.replaceAll(/[^a-z0-9]+/g, '-')}-${language}`,
    alt,
    lines: subtitle === '' ? lines : [subtitle, ...lines],
    render: () => drawChart(spec),
  };
}

/** Figures that the picture has no room for, in one line; undefined when there are none. */
export function describeMinorBars(chart: Chart, language: Language): string | undefined {
  const { unit } = chartTextOf(chart, language);
  const minor = chart.bars.filter((bar) => bar.minor === true);
  if (minor.length === 0) return undefined;
  const parts = minor.map((bar) => `${labelWithMark(bar, language)}: ${writeAmount(bar, unit, language)}`);
  return `${pictureWords.besides[language]}: ${parts.join('; ')}.`;
}

/** A date stays in one line with its bracket. */
function keepTogether(label: string): string {
  return label.replace(/\([^()]*\)$/u, (bracket) => bracket.replaceAll(' ', '\u00a0'));
}

function labelWithMark(bar: Bar, language: Language): string {
  return `${labelOf(bar, language)} (${markOf(bar.fact, language)})`;
}

/** Who counts what, in a language. */
export function labelOf({ label, uk }: Pick<Bar, 'label' | 'uk'>, language: Language): string {
  return language === 'uk' ? (uk?.label ?? label) : label;
}

function styleOf({ kind, standing }: Fact): BarStyle {
  if (standing === 'superseded') return 'overtaken';
  return kind === 'claim' || kind === 'position' ? 'said' : 'counted';
}

/** What has to stand beside a number: that somebody only says so, and for when it is. */
function markOf(fact: Fact, language: Language): string {
  const style = styleOf(fact);
  const date = formatDate(fact.asOf.slice(0, 7), language);
  return style === 'counted' ? date : `${pictureWords.marks[style][language]}, ${date}`;
}

/** Without a word when all bars are plain. */
function legendOf(bars: BarChart['bars'], language: Language): BarChart['legend'] {
  const styles = (['counted', 'said', 'overtaken'] as const).filter((style) =>
    bars.some((bar) => bar.style === style),
  );
  if (styles.length === 1 && styles[0] === 'counted') return [];
  return styles.map((style) => ({ style, text: pictureWords.styles[style][language] }));
}
