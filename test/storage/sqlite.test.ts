import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
  file = join(folder, 'desk.db');
});

afterEach(() => rm(folder, { recursive: true }));

/** A process that opens the file, uses a fact again and again, and says so each time that it is acknowledged. */
function startWriter(times: number) {
  const program = `
    import { openSqlite } from './src/storage/sqlite.ts';
    const storage = await openSqlite(process.argv[1]);
    for (let count = 0; count < ${times}; count += 1) {
      await storage.notes.record([{ type: 'use', factId: 'one', day: '2026-11-01' }]);
      console.log('written');
    }
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface({ input: child.stdout }), closed: once(child, 'close') };
}

async function countUses(): Promise<number | undefined> {
  const storage = await openSqlite(file);
  const uses = await storage.notes.factUses('2026-11-01');
  await storage.close();
  return uses.get('one');
}

it('lets processes that start at once share a new file', async () => {
  const writers = Array.from({ length: 4 }, () => startWriter(25));
  await Promise.all(writers.map(({ closed }) => closed));
  expect(writers.map(({ child }) => child.exitCode)).toEqual([0, 0, 0, 0]);
  expect(await countUses()).toBe(100);
});

it('loses nothing that it acknowledged when the process is killed', async () => {
  const { child, lines, closed } = startWriter(1_000_000);
  let acknowledged = 0;
  lines.on('line', () => {
    acknowledged += 1;
    if (acknowledged === 200) child.kill('SIGKILL');
  });
  await closed;
  expect(await countUses()).toBeGreaterThanOrEqual(acknowledged);
});

it('says what to do about a file that can not be used', async () => {
  await expect(openStorage({ DATABASE_FILE: join(folder, 'missing', 'desk.db') })).rejects.toMatchObject({
    message: expect.stringMatching(/^The database .*desk\.db can't be used:$/),
    problems: [expect.stringMatching(/: set DATABASE_FILE to a file, in a folder that exists/)],
  });
});
