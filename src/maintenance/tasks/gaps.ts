import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { openStorage } from '../../storage/index.ts';
import type { Storage } from '../../storage/storage.ts';
import { dismissGap, listGaps, stubGap } from '../gaps/gaps.ts';
import type { Task } from '../task.ts';

export const gaps: Task = ({ directory, environment, print }) => {
  const withStorage = async (run: (storage: Storage) => Promise<string>) => {
    const storage = await openStorage(environment);
    print(await run(storage).finally(() => storage.close()));
  };
  const command = new Command('gaps')
    .description('list what people asked and found no good answer to')
    .action(() => withStorage((storage) => listGaps(directory, storage.notes)));
  command
    .command('stub')
    .description('begin a fact for one of them, in the file of a topic or of the nearest fact')
    .argument('<number>', 'the number in front of the gap', parseNumber)
    .argument('[topic]', 'the file to write to, without its ending')
    .action((id, topic) => withStorage((storage) => stubGap(directory, storage.notes, { id, topic })));
  command
    .command('dismiss')
    .description('leave one out until it is asked again')
    .argument('<number>', 'the number in front of the gap', parseNumber)
    .action((id) => withStorage((storage) => dismissGap(directory, storage.notes, id)));
  return command;
};

function parseNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give the number in front of the gap.');
  return Number(text);
}
