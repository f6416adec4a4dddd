import type { Language, Localized } from '../bot/language.ts';
import { longestAlt } from '../bot/reply.ts';
import { wording } from '../bot/wording.ts';
import type { Source } from '../knowledge/schema.ts';

/** Who published what a picture shows, with the year, each once: "Sources: River Post, 2020; Old Almanac, 2019". */
export function nameSources(sources: readonly Source[], language: Language): string {
  const names = sources.map(({ publisher, publishedOn }) =>
    publishedOn === undefined ? publisher : `${publisher}, ${publishedOn.slice(0, 4)}`,
  );
  return `${wording.sources[language]}: ${[...new Set(names)].join('; ')}`;
}

/**
 * What a picture says, in words: what it is, its data, what is good to know, its sources.
 * @returns Undefined when data and sources are longer than platforms take; the rest gives way first.
 */
export function describePicture({ what, data, note, sources }: PictureWords): string | undefined {
  const join = (parts: readonly (string | undefined)[]) =>
    parts
      .map((part) => (part === undefined || /[.!?]$/u.test(part) ? part : `${part}.`))
      .filter(Boolean)
      .join(' ');
  const texts = [join([what, data, note, sources]), join([what, data, sources])];
  return texts.find(({ length }) => length <= longestAlt);
}

interface PictureWords {
  readonly what: string;
  readonly data: string;
  readonly note?: string | undefined;
  readonly sources: string;
}

export const pictureWords = {
  barChart: (title: string): Localized => ({
    en: `Bar chart: ${title}`,
    uk: `Стовпчикова діаграма: ${title}`,
  }),
  timeline: (title: string): Localized => ({ en: `Picture: ${title}`, uk: `Зображення: ${title}` }),
  styles: {
    counted: { en: 'counted or estimated', uk: 'підраховано чи оцінено' },
    said: { en: 'somebody says so', uk: 'чиїсь слова' },
    overtaken: { en: 'overtaken since', uk: 'уже неактуально' },
  },
  besides: { en: 'Other figures', uk: 'Інші цифри' },
  /** Beside a bar, before the date. */
  marks: {
    said: { en: 'claim', uk: 'твердження' },
    overtaken: { en: 'overtaken', uk: 'неактуально' },
  },
  choice: (shown: number, all: number): Localized => ({
    en: `A choice of ${shown} out of ${all}; the list has them all`,
    uk: `Вибрано ${shown} із ${all}; у списку – усі`,
  }),
} as const;
