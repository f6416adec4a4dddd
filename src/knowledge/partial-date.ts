const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const englishMonths = [
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

/** Nominative and genitive: Ukrainian has "травень 2025 року", but "8 травня" and "до травня". */
const ukrainianMonths = [
  ['січень', 'січня'],
  ['лютий', 'лютого'],
  ['березень', 'березня'],
  ['квітень', 'квітня'],
  ['травень', 'травня'],
  ['червень', 'червня'],
  ['липень', 'липня'],
  ['серпень', 'серпня'],
  ['вересень', 'вересня'],
  ['жовтень', 'жовтня'],
  ['листопад', 'листопада'],
  ['грудень', 'грудня'],
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

/**
 * The date as people write it: "30 April 2025", "April 2025" or "2025"; "30 квітня 2025 року", "квітень 2025 року" or
 * "2025 рік".
 * @param grammaticalCase Only in Ukrainian: genitive after words such as "до", "до квітня 2025 року".
 */
export function formatDate(
  date: string,
  language: 'en' | 'uk',
  grammaticalCase: 'nominative' | 'genitive' = 'nominative',
): string {
  const [year = '', month, day] = date.split('-');
  const index = Number(month) - 1;
  if (language === 'en') return join(day && Number(day), month && englishMonths[index], year);
  const isGenitive = day !== undefined || grammaticalCase === 'genitive';
  const name = ukrainianMonths[index]?.[isGenitive ? 1 : 0];
  return join(day && Number(day), name, year, month !== undefined || isGenitive ? 'року' : 'рік');
}

function join(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

/**
 * Orders two dates at the precision that both have, so that a day and its own month are equal.
 * Negative when `a` is earlier, positive when it is later, 0 when they can't be told apart.
 */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).localeCompare(b.slice(0, length));
}

/** Whether the first date is a part of the second: a day of that month, a month of that year. */
export function isWithin(date: string, longer: string): boolean {
  return date.length > longer.length && date.startsWith(longer);
}
