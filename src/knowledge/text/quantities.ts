import {
  ukrainianCurrencies,
  ukrainianMagnitudes,
  ukrainianMonths,
  ukrainianPercentWords,
} from './ukrainian.ts';

/** Amounts and dates in a row of folded words, each turned into one form whatever way it was written. */

const englishMonths = new Map(
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].flatMap((name, index): [string, string][] => {
    const number = String(index + 1).padStart(2, '0');
    return [
      [name, number],
      [name.slice(0, 3), number],
      ...(name === 'september' ? [['sept', number] as [string, string]] : []),
    ];
  }),
);
const months = new Map([
  ...englishMonths,
  ...ukrainianMonths.flatMap((forms, index) =>
    forms.split(' ').map((form): [string, string] => [form, String(index + 1).padStart(2, '0')]),
  ),
]);
/** Month names that are as often another word: months only beside a number. */
const ambiguousMonths = new Set([
  'may',
  'mar',
  'jan',
  'jun',
  'dec',
  'sep',
  'oct',
  'nov',
  'feb',
  'apr',
  'jul',
  'aug',
]);

const magnitudes = new Map<string, number>([
  ...ukrainianMagnitudes,
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['mil', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['bil', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['milliard', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
  ['trillion', 1e12],
  ['trillions', 1e12],
]);

const currencies = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['₴', 'hryvnia'],
  ['usd', 'dollar'],
  ['eur', 'euro'],
]);
const percentWords = new Set([
  '%',
  'percent',
  'pct',
  'pc',
  'percents',
  'percentage',
  ...ukrainianPercentWords,
]);
const ordinals = new Set(['st', 'nd', 'rd', 'th']);

const smallNumbers = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
);

const quantityWords: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...currencies.keys(),
  ...ukrainianCurrencies.keys(),
  ...smallNumbers.keys(),
  ...tens.keys(),
  'one',
  'half',
]);

const tokenPattern = /[$€£₴%]|\d+(?:[.,]\d+)*|\p{L}+/gu;
const isoDate = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const dottedDate = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g;

/** Splits folded text into words and numbers. */
export function splitWords(folded: string): string[] {
  const dated = folded
    .replace(isoDate, (_, year: string, month: string, day: string) => ` ${day} ${monthName(month)} ${year} `)
    .replace(
      dottedDate,
      (_, day: string, month: string, year: string) => ` ${day} ${monthName(month)} ${year} `,
    );
  return dated.match(tokenPattern) ?? [];
}

/**
 * Replaces dates and amounts: "30 April", "April 30th" and "2025-04-30" hold `04-30` and `month-04`,
 * "$300bn" and "300 billion dollars" hold `300000000000` and `dollar`, "50 per cent" is `50%`.
 */
export function mergeQuantities(words: readonly string[]): string[] {
  const merged: string[] = [];
  for (let index = 0; index < words.length; ) {
    const found = mayBeQuantity(words[index] ?? '')
      ? (readDate(words, index) ?? readAmount(words, index))
      : undefined;
    merged.push(...(found?.terms ?? [words[index] ?? '']));
    index += found?.length ?? 1;
  }
  return merged;
}

/** Most words are none, and are told apart at a glance. */
function mayBeQuantity(word: string): boolean {
  return /^\d/.test(word) || quantityWords.has(word);
}

interface Found {
  readonly terms: readonly string[];
  readonly length: number;
}

function readDate(words: readonly string[], start: number): Found | undefined {
  const word = words[start] ?? '';
  if (isDay(word)) {
    let next = start + 1;
    if (ordinals.has(words[next] ?? '')) next += 1;
    if (words[next] === 'of') next += 1;
    const month = months.get(words[next] ?? '');
    if (month !== undefined) return dayOf(month, word, next + 1 - start);
  }
  const month = months.get(word);
  if (month === undefined) return undefined;
  let next = start + 1;
  if (words[next] === 'the') next += 1;
  const day = words[next] ?? '';
  if (isDay(day)) return dayOf(month, day, next + (ordinals.has(words[next + 1] ?? '') ? 2 : 1) - start);
  const beforeYear = /^(19|20)\d\d$/.test(words[start + 1] ?? '');
  const beside = ['in', 'since', 'until', 'by', 'early', 'late', 'mid', 'last'].includes(
    words[start - 1] ?? '',
  );
  if (ambiguousMonths.has(word) && !beforeYear && !beside) return undefined;
  return { terms: [`month-${month}`], length: 1 };
}

function dayOf(month: string, day: string, length: number): Found {
  return { terms: [`${month}-${day.padStart(2, '0')}`, `month-${month}`], length };
}

function readAmount(words: readonly string[], start: number): Found | undefined {
  const written = ukrainianCurrencies.get(words[start] ?? '');
  if (written !== undefined) return { terms: [written], length: 1 };
  const currency = currencies.get(words[start] ?? '');
  const first = currency === undefined ? start : start + 1;
  const number = readNumber(words, first);
  if (number === undefined) return currency === undefined ? undefined : { terms: [currency], length: 1 };
  const next = first + number.length;
  if (percentWords.has(words[next] ?? '')) return { terms: [`${number.value}%`], length: next + 1 - start };
  if (words[next] === 'per' && words[next + 1] === 'cent')
    return { terms: [`${number.value}%`], length: next + 2 - start };
  const magnitude = magnitudes.get(words[next] ?? '');
  const value = plain(number.value * (magnitude ?? 1));
  const terms = currency === undefined ? [value] : [value, currency];
  return { terms, length: next + (magnitude === undefined ? 0 : 1) - start };
}

function readNumber(words: readonly string[], start: number): { value: number; length: number } | undefined {
  const word = words[start] ?? '';
  if (/^\d/.test(word)) return { value: parseDigits(word), length: 1 };
  if (word === 'half' && words[start + 1] === 'a' && magnitudes.has(words[start + 2] ?? '')) {
    return { value: 0.5, length: 2 };
  }
  const ten = tens.get(word);
  const unit = smallNumbers.get(words[start + 1] ?? '') ?? 0;
  if (ten !== undefined)
    return unit > 0 && unit < 10 ? { value: ten + unit, length: 2 } : { value: ten, length: 1 };
  const small = smallNumbers.get(word) ?? (word === 'one' && words[start + 1] === 'hundred' ? 1 : undefined);
  if (small === undefined) return undefined;
  if (words[start + 1] !== 'hundred') return { value: small, length: 1 };
  const and = words[start + 2] === 'and' ? 1 : 0;
  const rest = readNumber(words, start + 2 + and);
  const value = small * 100 + (rest?.value ?? 0);
  return rest !== undefined && rest.value < 100
    ? { value, length: 2 + and + rest.length }
    : { value: small * 100, length: 2 };
}

function parseDigits(digits: string): number {
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  return Number.parseFloat(grouped ? digits.replaceAll(',', '') : digits.replace(',', '.'));
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}

function isDay(word: string): boolean {
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31;
}

function monthName(number: string): string {
  return [...englishMonths].find(([, value]) => value === number.padStart(2, '0'))?.[0] ?? number;
}
