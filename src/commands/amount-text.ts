import type { Language, Localized } from '../bot/language.ts';
import type { Bar } from '../knowledge/charts.ts';

type Amount = Pick<Bar, 'value' | 'upTo' | 'bound'>;

/** A number as its statement puts it: "about 350", "0.5–33", "less than 20%". */
export function writeAmount({ value, upTo, bound }: Amount, unit: string, language: Language): string {
  const format = new Intl.NumberFormat(language === 'uk' ? 'uk-UA' : 'en-GB', { maximumFractionDigits: 6 });
  const number = upTo === undefined ? format.format(value) : `${format.format(value)}–${format.format(upTo)}`;
  const written = unit.startsWith('%') ? `${number}%` : number;
  return bound === undefined ? written : boundWords[bound](written)[language];
}

const boundWords: Readonly<Record<NonNullable<Amount['bound']>, (number: string) => Localized>> = {
  about: (number) => ({ en: `about ${number}`, uk: `близько ${number}` }),
  'at-least': (number) => ({ en: `at least ${number}`, uk: `щонайменше ${number}` }),
  'more-than': (number) => ({ en: `more than ${number}`, uk: `понад ${number}` }),
  'up-to': (number) => ({ en: `up to ${number}`, uk: `до ${number}` }),
  'less-than': (number) => ({ en: `less than ${number}`, uk: `менше ніж ${number}` }),
};
