import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  // A folder stands where the file would be, so that no file can be made, whoever runs this.
  await mkdir(join(folder, 'minerals-desk.db'));
});

afterEach(() => rm(folder, { recursive: true }));

async function ask(environment: Record<string, string>) {
  const child = spawn(process.execPath, [resolve('src/main.ts'), 'ask', 'who sells umbrellas'], {
    cwd: folder,
    env: { ...process.env, CORPUS_DIR: resolve('test/fixtures/bridge'), DATABASE_FILE: '', ...environment },
  });
  const [output, errors] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'close'),
  ]);
  return { output, errors, code: child.exitCode };
}

describe('a database that can not be used', () => {
  it('keeps nobody from an answer when it is the usual one, and is said', async () => {
    const { output, errors, code } = await ask({});
    expect([code, output]).toEqual([0, expect.stringContaining('I have no sourced fact on that.')]);
    expect(output).not.toContain('noted');
    expect(errors).toMatch(
      /^The database .*minerals-desk\.db can't be used:\n.*set DATABASE_FILE[\s\S]*no question is noted/,
    );
  });

  it('stops the program when it was named', async () => {
    const { output, errors, code } = await ask({ DATABASE_FILE: join(folder, 'no', 'such.db') });
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^The database .*such\.db can't be used:\n.*: set DATABASE_FILE to a file/);
  });

  it('is kept where it was named, from one question to the next', async () => {
    const file = join(folder, 'desk.db');
    expect((await ask({ DATABASE_FILE: file })).output).toContain('This question was noted');
    const list = spawn(process.execPath, ['src/maintenance/main.ts', 'gaps'], {
      env: { ...process.env, CORPUS_DIR: 'test/fixtures/bridge', DATABASE_FILE: file },
    });
    expect(await readAll(list.stdout)).toContain('who sells umbrellas');
  });
});
