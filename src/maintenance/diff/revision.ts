import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../errors.ts';
import { goldenPath } from '../check.ts';

const run = promisify(execFile);
const mostBytes = 64 * 1024 * 1024;

/** A corpus with its golden questions, as it was at a revision; `remove` deletes the copy. */
export interface CheckedOutCorpus {
  /** The folder of the corpus, laid out as in the repository. */
  readonly directory: string;
  /** The revision in its short form. */
  readonly commit: string;
  remove(): Promise<void>;
}

/**
 * Copies the corpus of a revision into a temporary folder.
 * @throws UserError outside git, for a revision that there is not, and where the revision has no such corpus.
 */
export async function checkOutCorpus(directory: string, revision: string): Promise<CheckedOutCorpus> {
  const git = async (...args: readonly string[]) =>
    (await run('git', ['-C', directory, ...args], { maxBuffer: mostBytes })).stdout;
  const prefix = await git('rev-parse', '--show-prefix').catch((error: unknown) => {
    throw explainNoGit(directory, error);
  });
  const commit = await git(
    'rev-parse',
    '--short',
    '--verify',
    '--end-of-options',
    `${revision}^{commit}`,
  ).catch(() => {
    throw new UserError(`There is no revision "${revision}" here.`, {
      nextStep: 'Give a branch, a tag or a commit, such as main or HEAD~1; git log shows what there is.',
    });
  });
  const listed = await git('ls-tree', '-z', '--name-only', commit.trim(), './');
  const names = listed.split('\0').filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) {
    throw new UserError(`At ${revision} there is no corpus in ${prefix || 'this folder'}.`, {
      nextStep: 'Give a later revision.',
    });
  }
  const root = await mkdtemp(join(tmpdir(), 'corpus-'));
  const copy = join(root, 'data');
  const show = (path: string) => git('show', `${commit.trim()}:./${path}`);
  await mkdir(copy);
  for (const name of names) await writeFile(join(copy, basename(name)), await show(name));
  const golden = await show('../test/questions.yaml').catch(() => undefined);
  if (golden !== undefined) {
    await mkdir(dirname(goldenPath(copy)));
    await writeFile(goldenPath(copy), golden);
  }
  return { directory: copy, commit: commit.trim(), remove: () => rm(root, { recursive: true }) };
}

function explainNoGit(directory: string, error: unknown): UserError {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new UserError("The program git can't be found.", { nextStep: 'Install git, and try again.' });
  }
  return new UserError(`${directory} is not in a git repository.`, {
    nextStep: 'Run this in a clone of the repository, or set CORPUS_DIR to a corpus that lies in one.',
  });
}
