import { isJson } from './json.ts';

/** Looks at one thing, which stands at `at`, and says in a line each what Slack would not accept. */
export type Check<T> = (thing: T, at: string) => string[];

interface Range {
  /** From 1 on, the thing is required. Default 0. */
  readonly min?: number;
  readonly max: number;
}

/** Checks the length of a plain string. */
export function checkString(value: unknown, at: string, { min = 0, max }: Range): string[] {
  if (value === undefined) return min > 0 ? [`${at}: missing`] : [];
  if (typeof value !== 'string') return [`${at}: not a string`];
  return checkLength(value, at, 'characters', { min, max });
}

/** Checks the number of entries of a list. */
export function checkList(value: unknown, at: string, { min = 0, max }: Range): string[] {
  if (value === undefined) return min > 0 ? [`${at}: missing`] : [];
  if (!Array.isArray(value)) return [`${at}: not a list`];
  return checkLength(value, at, 'entries', { min, max });
}

interface TextRange extends Range {
  /** Whether `mrkdwn` is refused. Default false. */
  readonly isPlain?: boolean;
}

/** Checks a text object. It is never empty; `min: 0` allows that there is none. */
export function checkText(
  value: unknown,
  at: string,
  { min = 1, max, isPlain = false }: TextRange,
): string[] {
  if (value === undefined) return min > 0 ? [`${at}: missing`] : [];
  if (!isJson(value)) return [`${at}: not a text object`];
  const isKnown = value.type === 'plain_text' || (value.type === 'mrkdwn' && !isPlain);
  return [
    ...(isKnown ? [] : [`${at}.type: ${value.type} is not allowed here`]),
    ...checkString(value.text, `${at}.text`, { min: 1, max }),
  ];
}

/** Checks ids that may be left out but not be used twice. */
export function checkUnique(ids: readonly unknown[], at: string): string[] {
  const given = ids.filter((id) => id !== undefined);
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))].map(
    (id) => `${at}: ${id} is used twice`,
  );
}

/** Checks every entry of a list, each under its own place. */
export function each<T>(things: readonly T[], at: string, check: Check<T>): string[] {
  return things.flatMap((thing, index) => check(thing, `${at}[${index}]`));
}

function checkLength(thing: ArrayLike<unknown>, at: string, unit: string, range: Required<Range>): string[] {
  const { length } = thing;
  if (length < range.min) return [`${at}: ${length} ${unit}, at least ${range.min}`];
  return length > range.max ? [`${at}: ${length} ${unit}, at most ${range.max}`] : [];
}
