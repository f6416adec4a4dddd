import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import envPaths from 'env-paths';
import { addFact } from '../add/add-fact.ts';
import { emptyDraft, readDraft } from '../add/draft.ts';
import { createLineAsker } from '../add/line-asker.ts';
import { createTerminalAsker } from '../add/terminal-asker.ts';
import type { Task } from '../task.ts';

const draftPath = join(envPaths('minerals-desk', { suffix: '' }).cache, 'draft.yaml');

export const add: Task = ({ directory, input, errorOutput, print }) =>
  new Command('add')
    .description('add a fact and its source: asks for what is needed, checks it, shows it and writes it')
    .argument('<url>', 'the address of the page that bears the fact out')
    .option('--from <file>', 'a YAML file with answers: topic, source and fact; only the rest is asked for')
    .option('--yes', 'write without asking once more')
    .action(async (url, { from, yes = false }) => {
      const asker =
        input.isTTY && errorOutput.isTTY
          ? createTerminalAsker({ input, output: errorOutput })
          : createLineAsker(input, print);
      const draft = from === undefined ? emptyDraft() : await readDraft(from);
      print(await addFact({ directory, url, draft, asker, isSure: yes, draftPath }));
    });
