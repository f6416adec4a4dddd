import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the fixture about the bridge that a test may change, in a folder of its own with a folder test beside it. */
export interface CorpusCopy {
  readonly root: string;
  /** The corpus. */
  readonly directory: string;
  /** The golden questions beside it, which are not there at first. */
  readonly goldenPath: string;
  read(name: string): Promise<string>;
  /** @throws Error when the change changes nothing. */
  edit(name: string, change: (text: string) => string): Promise<void>;
}

export async function copyBridge(): Promise<CorpusCopy> {
  const root = await mkdtemp(join(tmpdir(), 'desk-'));
  const directory = join(root, 'data');
  await cp('test/fixtures/bridge', directory, { recursive: true });
  await mkdir(join(root, 'test'));
  const read = (name: string) => readFile(join(directory, name), 'utf8');
  return {
    root,
    directory,
    goldenPath: join(root, 'test', 'questions.yaml'),
    read,
    edit: async (name, change) => {
      const before = await read(name);
      const after = change(before);
      if (after === before) throw new Error(`the change to ${name} changes nothing`);
      await writeFile(join(directory, name), after);
    },
  };
}
