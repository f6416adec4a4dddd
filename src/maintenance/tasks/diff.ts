import { Command } from '@commander-js/extra-typings';
import { StartupError } from '../../errors.ts';
import type { Corpus } from '../../knowledge/corpus.ts';
import { createKnowledge } from '../../knowledge/index.ts';
import { loadCorpus } from '../../knowledge/read-corpus.ts';
import { goldenPath } from '../check.ts';
import { compareAnswers } from '../diff/compare-answers.ts';
import { compareFacts } from '../diff/compare-facts.ts';
import { describeChange, renderMarkdownReport, renderReport } from '../diff/report.ts';
import { checkOutCorpus } from '../diff/revision.ts';
import { readGolden } from '../golden.ts';
import type { Task } from '../task.ts';

export const diff: Task = ({ directory, print }) =>
  new Command('diff')
    .description('say in plain words what changed since a revision, and which golden answers that touches')
    .argument('<revision>', 'a branch, tag or commit to compare with, such as main')
    .option('--md', 'write Markdown, for a pull request')
    .action(async (revision, { md }) => {
      const after = await loadCorpus(directory);
      const { before, commit } = await loadRevision(directory, revision);
      const golden = await readGolden(goldenPath(directory));
      const questions = golden?.questions ?? [];
      const answers = compareAnswers(questions, createKnowledge(before), createKnowledge(after));
      const sections = describeChange(compareFacts(before, after), answers);
      const since = revision === commit ? revision : `${revision} (${commit})`;
      const count = `${after.facts.size} facts, ${questions.length} golden questions asked of both`;
      const heading = `${md ? '## ' : ''}What changed since ${md ? `\`${since}\`` : since}`;
      print(`${heading}\n\n${count}.\n`);
      if (sections.length === 0) print('No fact and no golden answer is different.');
      else print(md ? renderMarkdownReport(sections) : renderReport(sections));
    });

async function loadRevision(
  directory: string,
  revision: string,
): Promise<{ before: Corpus; commit: string }> {
  const copy = await checkOutCorpus(directory, revision);
  try {
    return { before: await loadCorpus(copy.directory), commit: copy.commit };
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    const problems = error.problems.map((one) => one.replaceAll(copy.directory, copy.commit));
    throw new StartupError(`The corpus as it was at ${revision} can't be used:`, problems);
  } finally {
    await copy.remove();
  }
}
