import * as Plot from '@observablehq/plot';
import { type Body, createDocument, element, layOutCard } from './card.ts';
import { measure, wrap } from './font.ts';
import { createPatterns, fillOf } from './patterns.ts';
import type { BarChart } from './picture.ts';
import { innerWidth, theme } from './theme.ts';

const barHeight = 44;
const gapAboveBar = 8;
const gapBelowBar = 26;
const gapBeforeValue = 16;

type Bar = BarChart['bars'][number];

/** A bar with its place; texts stand above it, the number at its end. */
interface PlacedBar extends Bar {
  readonly label: string;
  readonly labelTop: number;
  readonly top: number;
}

/** Bars under each other, each with its label above it and its number at its end, as SVG. */
export function layOutBarChart(chart: BarChart) {
  const document = createDocument();
  return layOutCard(document, drawBody(chart, document), chart);
}

function drawBody({ bars, legend }: BarChart, document: Document): Body {
  const { size, colors } = theme;
  const placed = placeBars(bars);
  const last = placed.at(-1);
  const legendTop = last === undefined ? 0 : last.top + barHeight + gapBelowBar;
  const height = legendTop + (legend.length === 0 ? 0 : size.note * 1.5);
  const widest = Math.max(...bars.map(({ text }) => measure(text, size.value, 'bold')));
  const greatest = Math.max(...bars.map(endOf)) || 1;
  const svg = Plot.plot({
    document,
    width: innerWidth,
    height,
    margin: 0,
    // The number of the longest bar stands within the picture.
    x: { axis: null, domain: [0, greatest], range: [2, innerWidth - widest - gapBeforeValue] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    style: { background: 'none', fontFamily: theme.font, overflow: 'visible' },
    marks: [
      () => createPatterns(document) as SVGElement,
      Plot.text(placed, {
        x: 0,
        y: 'labelTop',
        text: 'label',
        textAnchor: 'start',
        lineAnchor: 'top',
        lineHeight: theme.lineHeight,
        fontSize: size.label,
        fill: colors.ink,
      }),
      ...placed.map(drawBar),
      // Where bars begin, so that a bar of nothing is seen too.
      Plot.link(placed, {
        x: 0,
        y1: ({ top }: PlacedBar) => top - 4,
        y2: ({ top }: PlacedBar) => top + barHeight + 4,
        stroke: colors.ink,
        strokeWidth: 4,
      }),
      Plot.text(placed, {
        x: endOf,
        y: ({ top }: PlacedBar) => top + barHeight / 2,
        text: 'text',
        dx: gapBeforeValue,
        textAnchor: 'start',
        fontSize: size.value,
        fontWeight: 700,
        fill: colors.ink,
      }),
    ],
  });
  if (legend.length > 0) svg.append(drawLegend(legend, legendTop, document));
  return { svg, height };
}

function drawBar({ style, value, upTo, top }: PlacedBar) {
  const color = theme.colors[style];
  return Plot.rect([0], {
    x1: upTo === undefined ? 0 : value,
    x2: upTo ?? value,
    y1: top,
    y2: top + barHeight,
    fill: fillOf(style),
    stroke: color,
    strokeWidth: 3,
  });
}

function endOf({ value, upTo }: Bar): number {
  return upTo ?? value;
}

function placeBars(bars: readonly Bar[]): PlacedBar[] {
  const { size, lineHeight } = theme;
  let y = 0;
  return bars.map((bar) => {
    const lines = wrap(bar.label, innerWidth, size.label);
    const labelTop = y;
    const top = y + lines.length * size.label * lineHeight + gapAboveBar;
    y = top + barHeight + gapBelowBar;
    return { ...bar, label: lines.join('\n'), labelTop, top };
  });
}

function drawLegend(legend: BarChart['legend'], top: number, document: Document): Element {
  const { size, colors } = theme;
  let x = 0;
  const entries = legend.flatMap(({ style, text }) => {
    const swatch = element(document, 'rect', {
      x: x + 2,
      y: top + 6,
      width: 52,
      height: 32,
      fill: fillOf(style),
      stroke: colors[style],
      'stroke-width': 3,
    });
    const words = element(
      document,
      'text',
      { x: x + 68, y: top + 34, 'font-size': size.note, fill: colors.ink },
      [text],
    );
    x += 68 + measure(text, size.note) + 40;
    return [swatch, words];
  });
  return element(document, 'g', { 'text-anchor': 'start' }, entries);
}
