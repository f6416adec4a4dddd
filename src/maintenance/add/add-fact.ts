import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Corpus } from '../../knowledge/corpus.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { loadCorpus } from '../../knowledge/read-corpus.ts';
import { type Source, sourceSchema } from '../../knowledge/schema.ts';
import { checkCorpus } from '../check.ts';
import { pageOf } from '../editorial-rules.ts';
import { nearPath } from '../near-path.ts';
import type { Asker } from './asker.ts';
import { composeFact, composeSource } from './compose-entries.ts';
import type { Draft } from './draft.ts';
import { insertEntry } from './insert-entry.ts';
import { askForFact, askForSource } from './interview.ts';
import { keepDraft } from './keep-draft.ts';
import { previewFact } from './preview.ts';

export interface AddOptions {
  readonly directory: string;
  readonly url: string;
  /** What is known already; what is asked for is filled in. */
  readonly draft: Draft;
  readonly asker: Asker;
  /** Whether to write without asking once more. */
  readonly isSure: boolean;
  /** The file that keeps the answers when something goes wrong. */
  readonly draftPath: string;
}

/**
 * Brings a fact with its source into the file of its topic. Nothing is written unless the corpus passes its check.
 * @returns What was done, in a sentence.
 * @throws UserError that says what is wrong; answers that were given are kept in a file that it names.
 */
export async function addFact(options: AddOptions): Promise<string> {
  const { draft, url, draftPath } = options;
  const given = structuredClone(draft);
  try {
    return await add(options);
  } catch (error) {
    throw error instanceof UserError ? await keepDraft(error, { draft, given, url, path: draftPath }) : error;
  }
}

async function add({ directory, url: typed, draft, asker, isSure }: AddOptions): Promise<string> {
  const url = parseUrl(typed);
  asker.say('Checking the corpus first …');
  const corpus = await loadSoundCorpus(directory);
  const sources = new Map(
    [...corpus.facts.values()].flatMap((fact) => fact.sources).map((one) => [one.id, one]),
  );
  const known = [...sources.values()].find((one) => pageOf(one.url ?? '') === pageOf(url));
  if (known === undefined) await askForSource(draft.source, asker, new Set(sources.keys()));
  else asker.say(`This page is known: ${describe(known)} (${known.id}). It is cited again.`);
  draft.topic ??= await asker.choose(
    'Topic',
    corpus.topics.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
  );
  const name = fileNameOf(draft.topic, corpus);
  await askForFact(draft.fact, asker, { corpus, cited: known ?? draft.source });

  const path = join(directory, name);
  const before = await readFile(path, 'utf8');
  const after = insertDraft(before, draft, { url, known });
  const edited = new Map([[name, after]]);
  await requireSound(directory, edited);
  asker.say(await previewFact(directory, edited, draft.fact.id ?? ''));
  if (!isSure && !(await asker.confirm(`Write it into ${nearPath(path)}?`))) {
    throw new UserError('Nothing was written.', { nextStep: 'Start again when you like.' });
  }
  await replaceFile(path, before, after);
  const what = known === undefined ? 'The fact and its source are' : 'The fact is';
  return `${what} written: ${nearPath(path)} (${draft.fact.id}). Look at it with git diff.`;
}

function insertDraft(
  text: string,
  draft: Draft,
  { url, known }: { readonly url: string; readonly known: Source | undefined },
): string {
  const id = known?.id ?? draft.source.id ?? '';
  const today = Temporal.Now.plainDateISO().toString();
  const withSource =
    known === undefined ? insertEntry(text, 'sources', composeSource(draft.source, url)) : text;
  return insertEntry(withSource, 'facts', composeFact(draft.fact, { id }, today));
}

/** Replaces the text of a file at once, unless somebody has changed it since it was read. */
async function replaceFile(path: string, before: string, after: string): Promise<void> {
  if ((await readFile(path, 'utf8')) !== before) {
    throw new UserError(`${nearPath(path)} was changed meanwhile, so nothing was written.`, {
      nextStep: 'Try again.',
    });
  }
  await writeFile(`${path}.new`, after);
  await rename(`${path}.new`, path);
}

/** The address without what only tracks its readers. */
function parseUrl(text: string): string {
  const { success, data } = sourceSchema.shape.url.unwrap().safeParse(text.trim());
  if (!success) {
    throw new UserError(`This is not the https address of a page: "${text.slice(0, 200)}".`, {
      nextStep: 'Copy it whole from the address bar, and put it between quotation marks.',
    });
  }
  const url = new URL(data);
  const tracking = [...url.searchParams.keys()].filter((name) => /^(utm_.*|fbclid|gclid)$/.test(name));
  if (tracking.length === 0) return data;
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

function fileNameOf(topic: string, { topics }: Corpus): string {
  if (topics.some(({ id }) => id === topic)) return `${topic}.yaml`;
  throw new UserError(`There is no topic "${topic.slice(0, 60)}".`, {
    nextStep: `The topics are ${topics.map(({ id }) => id).join(', ')}. For a new one, begin a file with a title and one fact by hand.`,
  });
}

/** Before anything is asked for, so that no answer is given in vain. */
async function loadSoundCorpus(directory: string): Promise<Corpus> {
  const { problems } = await checkCorpus(directory);
  if (problems.length === 0) return loadCorpus(directory);
  throw new UserError(`The corpus has ${problems.length} problems already, so nothing can be added.`, {
    nextStep: 'Mend them first: npm run corpus -- check lists them.',
  });
}

async function requireSound(directory: string, edited: ReadonlyMap<string, string>): Promise<void> {
  const { problems } = await checkCorpus(directory, { edited });
  if (problems.length === 0) return;
  const shown = problems.map((problem) => formatProblem({ ...problem, file: nearPath(problem.file) }));
  throw new UserError(['Nothing was written, as the corpus would not pass its check:', ...shown].join('\n'), {
    nextStep: 'Mend this, and try again.',
  });
}

function describe({ publisher, title }: Source): string {
  return title === undefined ? publisher : `${publisher}, “${title}”`;
}
