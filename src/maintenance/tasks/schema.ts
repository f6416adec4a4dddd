import { Command } from '@commander-js/extra-typings';
import { writeJsonSchemas } from '../json-schema.ts';
import { nearPath } from '../near-path.ts';
import type { Task } from '../task.ts';

export const schema: Task = ({ directory, print }) =>
  new Command('schema').description('write the JSON Schemas for editors').action(async () => {
    for (const path of await writeJsonSchemas(directory)) print(nearPath(path));
  });
