import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';

export interface Stub {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly questions: readonly string[];
  /** One line that says why it is wanted. */
  readonly reason: string;
}

/**
 * Writes the beginnings of a fact at the end of the facts of a subject file. It is commented out, for a fact without
 * statement and source would keep the corpus from loading; all else in the file stays as it is, letter for letter.
 * @returns False when the file has no list of facts that could be continued; nothing is written then.
 */
export async function writeStub(file: string, stub: Stub): Promise<boolean> {
  const before = await readFile(file, 'utf8');
  const after = insertStub(before, renderStub(stub));
  if (after === undefined) return false;
  await replaceFile(file, after);
  return true;
}

/** The stub as lines of a comment that make a fact when the "# " is taken away. */
export function renderStub({ id, questions, reason }: Stub): string {
  const isUkrainian = (question: string) => /\p{Script=Cyrillic}/u.test(question);
  const ukrainian = questions.filter(isUkrainian);
  const fact = {
    id,
    kind: 'event',
    title: null,
    statement: null,
    asOf: null,
    questions: questions.filter((question) => !isUkrainian(question)),
    ...(ukrainian.length === 0 ? {} : { uk: { questions: ukrainian } }),
    citations: [{ source: null }],
  };
  const lines = stringify([fact], { nullStr: '', lineWidth: 0 }).trimEnd().split('\n');
  const all = [`${reason} To fill in, take away the "# " of these lines:`, ...lines];
  return all.map((line) => `  # ${line}`.trimEnd()).join('\n');
}

/** The text with the comment after its facts; undefined when there is no such place, or it would change the values. */
function insertStub(text: string, comment: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const { items } = document.contents;
  const at = items.findIndex(({ key }) => isScalar(key) && key.value === 'facts');
  const facts = items[at]?.value;
  if (!isSeq(facts) || facts.flow === true || facts.items.length === 0) return undefined;
  const next = items[at + 1]?.key;
  const nextStart = isScalar(next) ? next.range?.[0] : undefined;
  const end = nextStart ?? text.length;
  const rest = text.slice(end);
  const inserted = `${text.slice(0, end).trimEnd()}\n\n${comment}\n${rest === '' ? '' : `\n${rest}`}`;
  return isDeepStrictEqual(parseDocument(inserted).toJS(), document.toJS()) ? inserted : undefined;
}

/** Whoever reads the file at this moment reads the old text or the new one, never half of it. */
async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  await writeFile(temporary, text, { mode: (await stat(file)).mode });
  await rename(temporary, file);
}
