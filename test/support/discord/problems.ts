import { ApiError } from './api.ts';

/** One thing Discord would not accept, and where it stands in the body. */
export interface Problem {
  readonly path: readonly string[];
  /** As Discord names it, like BASE_TYPE_MAX_LENGTH. */
  readonly code: string;
  readonly message: string;
}

interface Range {
  /** From 1 on, the field is required. Default 0. */
  readonly min?: number;
  readonly max: number;
}

export function problem(key: string, code: string, message: string): Problem {
  return { path: [key], code, message };
}

/** The same problems, seen from one level further out. */
export function within(key: string | number, problems: readonly Problem[]): Problem[] {
  return problems.map((inner) => ({ ...inner, path: [String(key), ...inner.path] }));
}

/** The problems of every entry of a list, under the name of that list. */
export function each<T>(
  key: string,
  items: readonly T[],
  check: (item: T, index: number) => readonly Problem[],
): Problem[] {
  return within(
    key,
    items.flatMap((item, index) => within(index, check(item, index))),
  );
}

/** Checks the length of a text. */
export function checkText(key: string, value: unknown, { min = 0, max }: Range): Problem[] {
  if (value === undefined || value === null) return min > 0 ? [required(key)] : [];
  if (typeof value !== 'string')
    return [problem(key, 'STRING_TYPE_CONVERT', 'Could not interpret as string.')];
  return checkLength(key, value.length, { min, max });
}

/** Checks the length of a list. */
export function checkList(key: string, value: unknown, { min = 0, max }: Range): Problem[] {
  if (value === undefined || value === null) return min > 0 ? [required(key)] : [];
  if (!Array.isArray(value)) return [problem(key, 'LIST_TYPE_CONVERT', 'Only iterables may be used.')];
  return checkLength(key, value.length, { min, max });
}

/** Names that stand in a list more than once. */
export function duplicatesIn(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** @throws {ApiError} Discord's "Invalid Form Body" when there is a problem. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new ApiError(400, 50035, 'Invalid Form Body', {
    errors: toErrorTree(problems),
    problems: problems.map(({ path, message }) => `${path.join('.')}: ${message}`),
  });
}

function required(key: string): Problem {
  return problem(key, 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkLength(key: string, length: number, { min, max }: Required<Range>): Problem[] {
  if (length >= min && length <= max) return [];
  return min === 0
    ? [problem(key, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)]
    : [problem(key, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)];
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** Discord nests the problems like the body itself, each place with its list of `_errors`. */
function toErrorTree(problems: readonly Problem[]): ErrorTree {
  const own = problems.filter(({ path }) => path.length === 0);
  const inner = Map.groupBy(
    problems.filter(({ path }) => path.length > 0),
    ({ path }) => path[0] ?? '',
  );
  return {
    ...(own.length > 0 && { _errors: own.map(({ code, message }) => ({ code, message })) }),
    ...Object.fromEntries(
      [...inner].map(([key, group]) => [
        key,
        toErrorTree(group.map((one) => ({ ...one, path: one.path.slice(1) }))),
      ]),
    ),
  };
}
