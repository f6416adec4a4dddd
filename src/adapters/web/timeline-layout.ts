import type { FactLine, Named } from '../../desk/fact-line.ts';

/** Sizes in CSS pixels: the picture is drawn one to one and scrolls, so that its text stays legible on a phone. */
export const SIZES = {
  /** Of a mark's place, both ways. */
  cell: 34,
  mark: 30,
  /** Of a month in which nothing happened. */
  gap: 12,
  /** Above the lanes, for years and months. */
  head: 44,
  /** Below them, for the name of an event in the last lane. */
  foot: 64,
  lanePadding: 6,
  label: 150,
} as const;

export interface PlacedEvent {
  readonly event: FactLine;
  /** The middle of its mark. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedLane {
  readonly topic: Named;
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

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly months: readonly PlacedMonth[];
  readonly lanes: readonly PlacedLane[];
}

/** Places the events of each lane in the column of their month; those of one month stand below each other, by day. */
export function placeTimeline(
  lanes: readonly { readonly topic: Named; readonly events: readonly FactLine[] }[],
): TimelineLayout {
  const busy = new Set(lanes.flatMap(({ events }) => events.map(monthOf)));
  const months = placeMonths(busy);
  const columns = new Map(months.map((month) => [month.month, month.x + month.width / 2]));
  let y: number = SIZES.head;
  const placed = lanes.map(({ topic, events }): PlacedLane => {
    const stacks = Map.groupBy(events, monthOf);
    const rows = Math.max(1, ...[...stacks.values()].map(({ length }) => length));
    const lane = {
      topic,
      y,
      height: rows * SIZES.cell + SIZES.lanePadding,
      events: events.map((event) => {
        const row = stacks.get(monthOf(event))?.indexOf(event) ?? 0;
        return {
          event,
          x: columns.get(monthOf(event)) ?? 0,
          y: y + SIZES.lanePadding / 2 + (row + 0.5) * SIZES.cell,
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

function placeMonths(busy: ReadonlySet<string>): PlacedMonth[] {
  const [first, ...others] = [...busy].sort();
  const last = others.at(-1) ?? first;
  const months: PlacedMonth[] = [];
  let x = 4;
  for (
    let month = first;
    month !== undefined && last !== undefined && month <= last;
    month = nextMonth(month)
  ) {
    const isEmpty = !busy.has(month);
    const width = isEmpty ? SIZES.gap : SIZES.cell;
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
