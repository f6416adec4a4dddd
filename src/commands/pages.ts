import type { Block, Choice } from '../bot/reply.ts';
import { UserError } from '../errors.ts';

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
  },
): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / options.size));
  if (page > pages) {
    throw new UserError(`There is no page ${page}.`, { nextStep: `Give a page from 1 to ${pages}.` });
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
    ...(page > 1 ? [turnTo(page - 1, 'Previous page')] : []),
    ...(page < pages ? [turnTo(page + 1, 'Next page')] : []),
  ];
  const start = (page - 1) * options.size;
  return {
    items: items.slice(start, start + options.size),
    start,
    suffix: pages === 1 ? '' : ` (page ${page} of ${pages})`,
    turning: choices.length === 0 ? [] : [{ type: 'choices', title: 'More', choices }],
  };
}
