import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { UserError } from '../../errors.ts';

type List = 'sources' | 'facts';

/** Lines of new entries are about so long. */
const lineWidth = 116;
/** Longer statements are folded over several lines. */
const longText = 80;

/**
 * The text of a subject file with an entry at the end of one of its lists. All else stays as it is, byte for byte.
 * @throws UserError when the list is not written one entry below the other.
 */
export function insertEntry(text: string, list: List, entry: Readonly<Record<string, unknown>>): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const { at, indent, before } = findPlace(text, list);
  const lines = renderEntry(entry)
    .map((line) => (line === '' ? '' : indent + line))
    .join(newline);
  const gap = at > 0 && text[at - 1] !== '\n' ? newline : '';
  const result =
    text.slice(0, at) + gap + before.replaceAll('\n', newline) + lines + newline + text.slice(at);
  assertOnlyAdded(text, result, list);
  return result;
}

/** Where the next entry of the list begins: its offset, its indentation and what has to stand before it. */
function findPlace(text: string, list: List): { at: number; indent: string; before: string } {
  const root = parseDocument(text).contents;
  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === list) : undefined;
  const seq = isSeq(pair?.value) ? pair.value : undefined;
  const [last, previous] = [seq?.items.at(-1), seq?.items.at(-2)];
  if (isNode(last) && seq?.flow !== true) {
    const { from, to } = linesOf(text, last);
    const gapFrom = isNode(previous) ? linesOf(text, previous).to : from;
    const isSpaced = /^[ \t\r]*$/m.test(text.slice(gapFrom, from).replace(/\n$/, ''));
    const indent = /^[ \t]*/.exec(text.slice(from))?.[0] ?? '';
    return { at: to, indent, before: isNode(previous) && gapFrom < from && isSpaced ? '\n' : '' };
  }
  if (pair !== undefined) throw explainStyle(list);
  const facts = isMap(root) && list === 'sources' ? findKey(root, 'facts') : undefined;
  return { at: facts ?? text.length, indent: '  ', before: `${list}:\n` };
}

/** The offsets of the first line of a list's entry, and of the line after its last one. */
function linesOf(text: string, { range }: { range?: [number, number, number] | null }) {
  const [start, end] = range ?? [0, 0];
  const lastCharacter = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', lastCharacter);
  return { from: text.lastIndexOf('\n', start - 1) + 1, to: lineEnd < 0 ? text.length : lineEnd + 1 };
}

function findKey(root: YAMLMap, name: string): number | undefined {
  const pair = root.items.find(({ key }: Pair) => isScalar(key) && key.value === name);
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

function renderEntry(entry: Readonly<Record<string, unknown>>): string[] {
  const document = new Document([entry]);
  const map = (document.contents as YAMLSeq).items[0];
  if (isMap(map)) {
    const statement = map.get('statement', true);
    if (isScalar(statement) && String(statement.value).length > longText)
      statement.type = Scalar.BLOCK_FOLDED;
    const tags = map.get('tags', true);
    if (isSeq(tags)) tags.flow = true;
  }
  return document.toString({ lineWidth, flowCollectionPadding: false }).trimEnd().split('\n');
}

function explainStyle(list: List): UserError {
  return new UserError(`The list ${list} of this file is not written with one entry below the other.`, {
    nextStep: 'Write its entries on lines of their own, each behind a dash, and try again.',
  });
}

/** A file is rather left alone than harmed. */
function assertOnlyAdded(before: string, after: string, list: List): void {
  const [old, fresh] = [before, after].map((text) => parseDocument(text).toJS() as Record<string, unknown>);
  const withoutLast = { ...fresh, [list]: (fresh?.[list] as unknown[] | undefined)?.slice(0, -1) };
  const expected = { ...old, [list]: old?.[list] ?? [] };
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
  if (sorted(withoutLast) !== sorted(expected)) {
    throw new UserError('The entry can not be put into this file without changing something else in it.', {
      nextStep: 'Write it by hand, as the part on adding a fact in CONTRIBUTING.md shows.',
    });
  }
}
