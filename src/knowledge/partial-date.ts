const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Whether the text is a day (2025-04-30), a month (2025-04) or a year (2025) that exists in the calendar. */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = shape.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Whether the text is a day that exists in the calendar: no bare month or year. */
export function isDay(text: string): boolean {
  return text.length === '2025-04-30'.length && isPartialDate(text);
}

/** The date as people write it: "30 April 2025", "April 2025" or "2025". */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : monthNames[Number(month) - 1];
  return [day === undefined ? undefined : Number(day), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/**
 * Orders two dates at the precision that both have, so that a day and its own month are equal.
 * Negative when `a` is earlier, positive when it is later, 0 when they can't be told apart.
 */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).localeCompare(b.slice(0, length));
}
