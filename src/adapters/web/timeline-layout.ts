import type { FactLine, Named } from '../../catalogue/fact-line.ts';
import { wrapWords } from './wrap-words.ts';

/** Sizes in CSS pixels: the picture is drawn one to one and scrolls, so that its text stays legible on a phone. */
export const SIZES = {
  /** Of a mark's place, both ways. */
  cell: 33,
  mark: 29,
  /** Of a month in which nothing happened. */
  gap: 12,
  /** Above the lanes, for years and months. */
  head: 44,
  /** Below them, for the name of an event in the last lane. */
  foot: 64,
  lanePadding: 6,
  /** More events of one month in one lane stand beside each other. */
  rows: 5,
  label: 124,
  /** How high a line of a label is, and how wide a letter, reckoned high. */
  line: 15,
  letter: 7.4,
} as const;

export interface PlacedEvent {
  readonly event: FactLine;
  /** The middle of its mark. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedLane {
  readonly topic: Named;
  /** The lines of its name. */
  readonly label: readonly string[];
  readonly y: number;
  readonly height: number;
  readonly events: readonly PlacedEvent[];
}

export interface PlacedMonth {
  /** "2025-04" */
  readonly month: string;
  readonly x: number;
  readonly width: number;
  readonly isEmpty: boolean;
}

type Lanes = readonly { readonly topic: Named; readonly events: readonly FactLine[] }[];

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly months: readonly PlacedMonth[];
  readonly lanes: readonly PlacedLane[];
}

/**
 * Places the events of each lane in their month: the days go down, then to the right, like the columns of a paper. A
 * month is as wide as its fullest lane needs.
 */
export function placeTimeline(lanes: Lanes): TimelineLayout {
  const months = placeMonths(countColumns(lanes));
  const starts = new Map(months.map(({ month, x }) => [month, x]));
  let y: number = SIZES.head;
  const placed = lanes.map(({ topic, events }): PlacedLane => {
    const stacks = Map.groupBy(events, monthOf);
    const rows = Math.min(SIZES.rows, Math.max(1, ...[...stacks.values()].map(({ length }) => length)));
    const label = wrapWords(topic.name, Math.floor((SIZES.label - 8) / SIZES.letter));
    const lane = {
      topic,
      label,
      y,
      height: Math.max(rows * SIZES.cell, label.length * SIZES.line) + SIZES.lanePadding,
      events: events.map((event) => {
        const place = stacks.get(monthOf(event))?.indexOf(event) ?? 0;
        const column = Math.floor(place / SIZES.rows);
        return {
          event,
          x: (starts.get(monthOf(event)) ?? 0) + (column + 0.5) * SIZES.cell,
          y: y + SIZES.lanePadding / 2 + ((place % SIZES.rows) + 0.5) * SIZES.cell,
        };
      }),
    };
    y += lane.height;
    return lane;
  });
  const last = months.at(-1);
  return { width: (last?.x ?? 0) + (last?.width ?? 0) + 4, height: y + SIZES.foot, months, lanes: placed };
}

/** What is only known by its year stands at the year's beginning. */
function monthOf({ asOf }: FactLine): string {
  return asOf.length === 4 ? `${asOf}-01` : asOf.slice(0, 7);
}

/** How many columns each month needs. */
function countColumns(lanes: Lanes): Map<string, number> {
  const columns = new Map<string, number>();
  for (const { events } of lanes) {
    for (const [month, stack] of Map.groupBy(events, monthOf)) {
      const needed = Math.ceil(stack.length / SIZES.rows);
      columns.set(month, Math.max(needed, columns.get(month) ?? 0));
    }
  }
  return columns;
}

function placeMonths(columns: ReadonlyMap<string, number>): PlacedMonth[] {
  const [first, ...others] = [...columns.keys()].sort();
  const last = others.at(-1) ?? first;
  const months: PlacedMonth[] = [];
  let x = 4;
  for (
    let month = first;
    month !== undefined && last !== undefined && month <= last;
    month = nextMonth(month)
  ) {
    const isEmpty = !columns.has(month);
    const width = isEmpty ? SIZES.gap : SIZES.cell * (columns.get(month) ?? 1);
    months.push({ month, x, width, isEmpty });
    x += width;
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
