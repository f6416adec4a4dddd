import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';

/** The program as an operator starts it, with nothing set of what the machine has set. */
export function startProgram(environment: Readonly<Record<string, string>>, mode: readonly string[] = []) {
  const child = spawn(process.execPath, ['--import', './src/node-guard.js', 'src/main.ts', ...mode], {
    env: { ...process.env, CORPUS_DIR: 'test/fixtures/bridge', DATABASE_FILE: ':memory:', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  return {
    child,
    closed: once(child, 'close'),
    /** All that it has written so far. */
    read: () => output,
    /** The lines of its log, when these are JSON. */
    entries: () =>
      output
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Readonly<Record<string, unknown>> => JSON.parse(line)),
    /** The part of its output that fits, as soon as there is one. */
    waitFor: (pattern: RegExp): Promise<RegExpExecArray> =>
      vi.waitFor(
        () => {
          const found = pattern.exec(output);
          if (found === null) throw new Error(`not there yet: ${pattern}\n${output}`);
          return found;
        },
        { timeout: 15_000 },
      ),
  };
}
