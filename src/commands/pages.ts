import type { Option } from '../bot/command.ts';
import type { Language, Localized } from '../bot/language.ts';
import type { Block, Choice } from '../bot/reply.ts';
import { UserError } from '../errors.ts';

/** The option that takes the number of a page. */
export const pageOption = {
  type: 'count',
  description: { en: 'Which page, from 1', uk: 'Номер сторінки, від 1' },
} as const satisfies Option;

/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Position of the page's first item in the whole list, from 0. */
  readonly start: number;
  /** " (page 2 of 5)", or empty when all fits on one page. */
  readonly suffix: string;
  /** What leads to the pages beside it: no block, or one with choices. */
  readonly turning: readonly Block[];
}

/**
 * Cuts a page out of a list.
 * @param options.command The command that shows the other pages when it is given `page` beside `options.arguments`.
 * @throws UserError when there is no such page.
 */
export function cutPage<T>(
  items: readonly T[],
  page: number,
  options: {
    readonly size: number;
    readonly command: string;
    readonly arguments: Readonly<Record<string, string | undefined>>;
    readonly language: Language;
  },
): Page<T> {
  const { language } = options;
  const pages = Math.max(1, Math.ceil(items.length / options.size));
  if (page > pages) {
    throw new UserError(noPage(page)[language], { nextStep: pagesFromOneTo(pages)[language] });
  }
  const given = Object.entries(options.arguments).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const turnTo = (number: number, label: string): Choice => ({
    label,
    command: options.command,
    arguments: { ...Object.fromEntries(given), page: String(number) },
  });
  const choices = [
    ...(page > 1 ? [turnTo(page - 1, previousPage[language])] : []),
    ...(page < pages ? [turnTo(page + 1, nextPage[language])] : []),
  ];
  const start = (page - 1) * options.size;
  return {
    items: items.slice(start, start + options.size),
    start,
    suffix: pages === 1 ? '' : ` (${pageOf(page, pages)[language]})`,
    turning: choices.length === 0 ? [] : [{ type: 'choices', title: more[language], choices }],
  };
}

const noPage = (page: number): Localized => ({
  en: `There is no page ${page}.`,
  uk: `Сторінки ${page} немає.`,
});

const pagesFromOneTo = (last: number): Localized => ({
  en: `Give a page from 1 to ${last}.`,
  uk: `Вкажіть сторінку від 1 до ${last}.`,
});

const pageOf = (page: number, pages: number): Localized => ({
  en: `page ${page} of ${pages}`,
  uk: `сторінка ${page} з ${pages}`,
});

const previousPage: Localized = { en: 'Previous page', uk: 'Попередня сторінка' };
const nextPage: Localized = { en: 'Next page', uk: 'Наступна сторінка' };
const more: Localized = { en: 'More', uk: 'Далі' };
