import { Command } from '@commander-js/extra-typings';
import { openStorage } from '../../storage/index.ts';
import { listFeedback } from '../feedback.ts';
import type { Task } from '../task.ts';

export const feedback: Task = ({ directory, environment, print }) =>
  new Command('feedback').description('list what people said of answers').action(async () => {
    const storage = await openStorage(environment);
    print(await listFeedback(directory, storage.remarks).finally(() => storage.close()));
  });
