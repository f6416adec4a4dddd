import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import type { TestDatabase } from '../support/storage/driver.ts';
import { sqlite } from '../support/storage/sqlite.ts';
import { describeStorage } from './bodies/index.ts';

/** The file must be sound whatever a test has done to it. */
async function createChecked(): Promise<TestDatabase> {
  const database = await sqlite.create();
  return {
    ...database,
    remove: async () => {
      const file = new DatabaseSync(database.environment.DATABASE_FILE ?? '');
      const found = file.prepare('pragma integrity_check').all();
      file.close();
      await database.remove();
      expect(found.map((row) => row.integrity_check)).toEqual(['ok']);
    },
  };
}

describeStorage({ ...sqlite, create: createChecked });

it('says what to do about a file that can not be used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
  const DATABASE_FILE = join(folder, 'missing', 'desk.db');
  await expect(openStorage({ DATABASE_FILE })).rejects.toMatchObject({
    message: expect.stringMatching(/^The database .*desk\.db can't be used:$/),
    problems: [expect.stringMatching(/: set DATABASE_FILE to a file, in a folder that exists/)],
  });
  await rm(folder, { recursive: true });
});
