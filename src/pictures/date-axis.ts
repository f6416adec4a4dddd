const dayMs = 86_400_000;
/** A period that is shorter has days on its axis, not months. */
const longestInDays = 45;

/** A mark on the axis with its name. */
export interface Tick {
  readonly day: Date;
  readonly name: string;
}

export interface DateAxis {
  readonly first: Date;
  readonly last: Date;
  readonly ticks: readonly Tick[];
}

/**
 * An axis that holds all days: of whole months or, for a short period, of days.
 * @param most How many marks have room for their names.
 * @param language BCP 47 tag for the names.
 */
export function createDateAxis(days: readonly Date[], most: number, language: string): DateAxis {
  const times = days.map((day) => day.getTime());
  const first = new Date(Math.min(...times));
  const last = new Date(Math.max(...times));
  return last.getTime() - first.getTime() < longestInDays * dayMs
    ? axisOfDays(first, last, most, language)
    : axisOfMonths(monthAfter(first, 0), monthAfter(last, 1), most, language);
}

function axisOfDays(first: Date, last: Date, most: number, language: string): DateAxis {
  const count = Math.round((last.getTime() - first.getTime()) / dayMs);
  const step = fittingStep([1, 2, 7, 14], count, most);
  const days = Array.from({ length: count + 1 }, (_, index) => new Date(first.getTime() + index * dayMs));
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const ticks = days
    .filter((_, index) => index % step === 0)
    .map((day) => ({ day, name: format.format(day) }));
  return { first, last: new Date(last.getTime() + dayMs), ticks };
}

function axisOfMonths(first: Date, last: Date, most: number, language: string): DateAxis {
  const count = monthNumber(last) - monthNumber(first);
  const step = fittingStep([1, 2, 3, 6, 12, 24, 60], count, most);
  const months = Array.from({ length: count + 1 }, (_, index) => monthAfter(first, index));
  // Steps count from January, so that years begin on a mark.
  const ticks = months
    .filter((day) => monthNumber(day) % step === 0)
    .map((day) => ({ day, name: writeMonth(day, language) }));
  return { first, last, ticks };
}

function fittingStep(steps: readonly number[], count: number, most: number): number {
  return steps.find((step) => count / step < most) ?? steps.at(-1) ?? 1;
}

function monthNumber(day: Date): number {
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}

function monthAfter(day: Date, months: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
}

/** "May 2025", without what a language puts around it. */
function writeMonth(day: Date, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const parts = new Map(format.formatToParts(day).map(({ type, value }) => [type, value]));
  return `${parts.get('month')} ${parts.get('year')}`;
}
