import * as Plot from '@observablehq/plot';
import { type Body, createDocument, layOutCard } from './card.ts';
import { createDateAxis, type Tick } from './date-axis.ts';
import { wrap } from './font.ts';
import type { EventChart } from './picture.ts';
import { spread } from './spread.ts';
import { innerWidth, theme } from './theme.ts';

const axisX = 190;
const textX = 290;
const gapBetween = 22;
/** Above the first and below the last mark of the axis. */
const axisPadding = 24;

/** Events on an axis of months that runs down, each with its date and text beside it, as SVG. */
export function layOutEventChart(chart: EventChart) {
  const document = createDocument();
  return layOutCard(document, drawBody(chart, document), chart);
}

function drawBody({ events, language }: EventChart, document: Document): Body {
  const { size, colors, lineHeight } = theme;
  const texts = events.map(({ text }) => wrap(text, innerWidth - textX, size.label));
  const heights = texts.map((lines) => (size.note + lines.length * size.label) * lineHeight + gapBetween);
  const height = Math.ceil(heights.reduce((sum, one) => sum + one, 0));
  const days = events.map(({ date }) => toDay(date));
  const most = Math.floor(height / (size.tick * 1.6));
  const { first, last, ticks } = createDateAxis(days, most, language);
  const pixelOf = (day: Date) => {
    const share = (day.getTime() - first.getTime()) / (last.getTime() - first.getTime());
    return axisPadding + share * (height - 2 * axisPadding);
  };
  const tops = spread(days.map(pixelOf), heights, height);
  const placed = events.map(({ dateText }, index) => ({
    day: pixelOf(days[index] ?? first),
    top: tops[index] ?? 0,
    dateText,
    text: (texts[index] ?? []).join('\n'),
  }));
  type Placed = (typeof placed)[number];
  const middleOfDate = ({ top }: Placed) => top + (size.note * lineHeight) / 2;
  const label = { x: textX, textAnchor: 'start', lineAnchor: 'top', lineHeight } as const;
  const svg = Plot.plot({
    document,
    width: innerWidth,
    height,
    margin: 0,
    x: { axis: null, domain: [0, innerWidth], range: [0, innerWidth] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    style: { background: 'none', fontFamily: theme.font, overflow: 'visible' },
    marks: [
      Plot.ruleX([axisX], {
        y1: axisPadding,
        y2: height - axisPadding,
        stroke: colors.rule,
        strokeWidth: 6,
      }),
      Plot.text(ticks, {
        x: axisX - 24,
        y: ({ day }: Tick) => pixelOf(day),
        text: 'name',
        textAnchor: 'end',
        lineAnchor: 'middle',
        fontSize: size.tick,
        fill: colors.faint,
      }),
      Plot.link(ticks, {
        x1: axisX - 14,
        x2: axisX,
        y1: ({ day }: Tick) => pixelOf(day),
        y2: ({ day }: Tick) => pixelOf(day),
        stroke: colors.rule,
        strokeWidth: 4,
      }),
      Plot.link(placed, {
        x1: axisX,
        x2: textX - 14,
        y1: 'day',
        y2: middleOfDate,
        stroke: colors.event,
        strokeWidth: 2.5,
      }),
      Plot.dot(placed, {
        x: axisX,
        y: 'day',
        r: 11,
        fill: colors.event,
        stroke: colors.card,
        strokeWidth: 3,
      }),
      Plot.text(placed, {
        ...label,
        y: 'top',
        text: 'dateText',
        fontSize: size.note,
        fontWeight: 700,
        fill: colors.event,
      }),
      Plot.text(placed, {
        ...label,
        y: ({ top }: Placed) => top + size.note * lineHeight,
        text: 'text',
        fontSize: size.label,
        fill: colors.ink,
      }),
    ],
  });
  return { svg, height };
}

function toDay(date: string): Date {
  return new Date(`${date.length === 10 ? date : `${date}-15`}T00:00:00Z`);
}
