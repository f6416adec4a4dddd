import { Command } from '@commander-js/extra-typings';
import { formatProblem } from '../../knowledge/problem.ts';
import { checkCorpus } from '../check.ts';
import { nearPath } from '../near-path.ts';
import { EXIT, type Task } from '../task.ts';

export const check: Task = ({ directory, print, exitWith }) =>
  new Command('check')
    .description('report every problem of the corpus and its golden questions')
    .action(async () => {
      const { problems, counts } = await checkCorpus(directory);
      for (const problem of problems) {
        print(formatProblem({ ...problem, file: nearPath(problem.file) }));
      }
      const what = `${counts.facts} facts, ${counts.sources} sources, ${counts.goldenQuestions} golden questions`;
      const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
      print(problems.length === 0 ? `The corpus is sound: ${what}.` : `\n${count} in ${what}.`);
      exitWith(problems.length === 0 ? EXIT.ok : EXIT.found);
    });
