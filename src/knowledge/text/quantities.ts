import { readNumber } from './numbers.ts';
import {
  ambiguousMonths,
  currencies,
  magnitudes,
  monthName,
  months,
  ordinals,
  percentWords,
  quantityWords,
} from './quantity-words.ts';
import { ukrainianCurrencies } from './ukrainian.ts';

/** Amounts and dates in a row of folded words, each turned into one form whatever way it was written. */

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

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}

function isDay(word: string): boolean {
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31;
}
