import {
  ukrainianCurrencies,
  ukrainianMagnitudes,
  ukrainianMonths,
  ukrainianPercentWords,
} from './ukrainian.ts';

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
/** The number of a month, of two digits, by its names in both languages. */
export const months = new Map([
  ...englishMonths,
  ...ukrainianMonths.flatMap((forms, index) =>
    forms.split(' ').map((form): [string, string] => [form, String(index + 1).padStart(2, '0')]),
  ),
]);
/** Month names that are as often another word: months only beside a number. */
export const ambiguousMonths = new Set([
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

/** What a number is multiplied by. */
export const magnitudes = new Map<string, number>([
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

/** What a sign or code of a currency is called; `ukrainianCurrencies` has their Ukrainian words. */
export const currencies = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['₴', 'hryvnia'],
  ['usd', 'dollar'],
  ['eur', 'euro'],
]);
export const percentWords = new Set([
  '%',
  'percent',
  'pct',
  'pc',
  'percents',
  'percentage',
  ...ukrainianPercentWords,
]);
/** Endings of ordinal numbers. */
export const ordinals = new Set(['st', 'nd', 'rd', 'th']);

export const smallNumbers = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2]),
);
export const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
);

/** Words that a date or an amount may begin with, besides digits. */
export const quantityWords: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...currencies.keys(),
  ...ukrainianCurrencies.keys(),
  ...smallNumbers.keys(),
  ...tens.keys(),
  'one',
  'half',
]);

/** The English name of a month, "04" or "4"; what is no month stays as it is. */
export function monthName(number: string): string {
  return [...englishMonths].find(([, value]) => value === number.padStart(2, '0'))?.[0] ?? number;
}
