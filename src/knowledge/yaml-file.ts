import {
  type Document,
  type ErrorCode,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';
import { nearestName } from './nearest-name.ts';
import type { Place, Problem } from './problem.ts';

type Path = readonly PropertyKey[];

/** A YAML file that knows where each of its entries stands. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** What the parser itself objects to: bad syntax, a key given twice. */
  readonly problems: readonly Problem[];
  /** The place of the entry at the path, or of the nearest entry around it. */
  locate(path: Path, options?: { readonly atKey?: boolean }): Place;
}

/** Parses the text of a YAML file; never throws. */
export function parseYamlFile(name: string, text: string): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file: name, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...withoutAftermath(document.errors), ...document.warnings].map((error) => ({
    ...placeAt(openingOf(error, document)),
    message: `is not valid YAML: ${error.message}`,
    advice: syntaxAdvice[error.code] ?? anySyntax,
  }));
  const problems = syntax.length > 0 ? syntax : unreadable(document, placeAt);

  const locate: YamlFile['locate'] = (path, { atKey = false } = {}) => {
    const nodes = nodesAlong(document.contents, path);
    const last = nodes.at(-1);
    const node = last === undefined ? undefined : atKey && isPair(last) ? last.key : nodeOf(last);
    return placeAt(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  };

  return { name, value: problems.length > 0 ? undefined : toValue(document), problems, locate };
}

/** After these the parser no longer knows where it is: what it says of the rest is noise until they are mended. */
const losesTrack: ReadonlySet<ErrorCode> = new Set(['TAB_AS_INDENT', 'BAD_INDENT', 'MULTILINE_IMPLICIT_KEY']);

function withoutAftermath(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const end = errors.findIndex(({ code }) => losesTrack.has(code));
  return end < 0 ? errors : errors.slice(0, end + 1);
}

/**
 * What is YAML, but none that a corpus has: keys that are no plain text, which take memory without end when they stand
 * within each other, and aliases, which may hold themselves.
 */
function unreadable(document: Document.Parsed, placeAt: (offset: number) => Place): Problem[] {
  let first: Problem | undefined;
  const refuse = (node: unknown, message: string, advice: string) => {
    first = { ...placeAt(isNode(node) ? (node.range?.[0] ?? 0) : 0), message, advice };
    return visit.BREAK;
  };
  visit(document, {
    Pair: (_, { key }) =>
      isScalar(key) ? undefined : refuse(key, 'has a key that is no plain text', 'write "key: value" here'),
    Alias: (_, node) => refuse(node, 'has an alias', 'write out what it stands for'),
  });
  return first === undefined ? [] : [first];
}

/** Where an error is to be mended: a quotation mark that nobody closes is noticed only at the end of the file. */
function openingOf({ code, pos: [noticed] }: YAMLError, document: Document.Parsed): number {
  let opening = noticed;
  if (code === 'MISSING_CHAR') {
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (type?.startsWith('QUOTE_') && range?.[1] === noticed) opening = range[0];
      },
    });
  }
  return opening;
}

const anySyntax = 'mend the YAML here; a text with ": " or a leading special character needs quotation marks';

const syntaxAdvice: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'indent with spaces, as the lines around it are',
  BAD_INDENT: 'indent this line as the lines that belong with it are',
  MULTILINE_IMPLICIT_KEY:
    'write "key: value" here, indented as its neighbours are; a mark of an unfinished merge goes',
  DUPLICATE_KEY: 'keep one of the two lines with this key',
  MISSING_CHAR: 'close what was opened above: a quotation mark or a bracket',
  MULTIPLE_DOCS: 'remove this line: a file is one document, without "---" inside',
};

/** Checks the file against a schema; the problems stand where their entries stand. */
export function readAs<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
): { readonly value?: z.infer<S>; readonly problems: readonly Problem[] } {
  if (file.problems.length > 0) return { problems: file.problems };
  const result = schema.safeParse(file.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  return { problems: result.error.issues.flatMap((issue) => explainIssue(file, schema, issue)) };
}

function explainIssue(file: YamlFile, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  const where = formatPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => {
      const guess = nearestName(key, known);
      return {
        ...file.locate([...issue.path, key], { atKey: true }),
        message: `${where}has an unknown key "${key}"`,
        advice: guess ? `did you mean "${guess}"?` : `known keys are ${known.join(', ')}`,
      };
    });
  }
  const given = valueAt(file.value, issue.path);
  const shown = given === undefined ? '' : ` (${JSON.stringify(given)?.slice(0, 80)})`;
  return [
    {
      ...file.locate(issue.path),
      message: `${where === '' ? 'the file' : where.trimEnd()}${shown} ${given === undefined ? 'is missing' : 'is not right'}`,
      advice: given === undefined && !isOwnWording(issue) ? 'it is required: add it' : plainMessage(issue),
    },
  ];
}

/** Our schemas say in words of their own what zod can't know. */
function isOwnWording({ code }: z.core.$ZodIssue): boolean {
  return code === 'custom';
}

/** What would be right, in the words of a problem's advice. */
export function plainMessage({ message }: Pick<z.core.$ZodIssue, 'message'>): string {
  return message.replace(/^Invalid (input|option): /, '').replace(/^Too big: /, 'too long: ');
}

/** facts[3].asOf, followed by a space; empty for the file itself. */
function formatPath(path: Path): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? '' : `${text.replace(/^\./, '')} `;
}

function knownKeys(schema: z.ZodType, path: Path): string[] {
  let current: unknown = schema;
  for (const part of path) {
    const { shape, element } = unwrap(current) as { shape?: Record<string, unknown>; element?: unknown };
    current = typeof part === 'number' ? element : shape?.[String(part)];
  }
  const { shape } = unwrap(current) as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
}

function unwrap(schema: unknown): object {
  let current = schema as { unwrap?: () => unknown; element?: unknown };
  while (current?.unwrap !== undefined && current.element === undefined) {
    current = current.unwrap() as typeof current;
  }
  return current ?? {};
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (current, part) =>
      typeof current === 'object' && current !== null
        ? (current as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function nodesAlong(root: Node | null, path: Path): (Node | Pair)[] {
  const nodes: (Node | Pair)[] = root === null ? [] : [root];
  for (const part of path) {
    const parent = nodeOf(nodes.at(-1));
    const next = isMap(parent)
      ? parent.items.find((pair) => isNode(pair.key) && String(pair.key) === String(part))
      : (parent as { items?: (Node | Pair)[] } | undefined)?.items?.[Number(part)];
    if (next === undefined) break;
    nodes.push(next);
  }
  return nodes;
}

function nodeOf(entry: Node | Pair | undefined): Node | undefined {
  if (!isPair(entry)) return entry;
  return isNode(entry.value) && entry.value.range ? entry.value : isNode(entry.key) ? entry.key : undefined;
}
