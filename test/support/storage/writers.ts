import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process that runs writer.ts. */
export interface Writer {
  readonly id: string;
  readonly child: ChildProcess;
  /** What it said: the last write that it acknowledged, by kind. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Resolves when all that it said has been read. */
  readonly closed: Promise<unknown>;
}

/**
 * Starts processes that begin to write at once.
 * @param options.onWrite Called with each line in which one acknowledges a write, and with how many it has acknowledged.
 */
export async function startWriters(
  ids: readonly string[],
  {
    environment,
    times,
    onWrite = () => {},
  }: {
    readonly environment: Readonly<Record<string, string>>;
    readonly times: number;
    readonly onWrite?: (writer: Writer, said: { readonly writes: number; readonly line: string }) => void;
  },
): Promise<readonly Writer[]> {
  const started = ids.map((id) => {
    const child = spawn(process.execPath, ['test/support/storage/writer.ts', id, String(times)], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const acknowledged = new Map<string, number>();
    const writer: Writer = { id, child, acknowledged, closed: once(child, 'close') };
    const lines = createInterface({ input: child.stdout });
    const ready = once(lines, 'line');
    let writes = 0;
    lines.on('line', (line) => {
      const [kind = '', count] = line.split(' ');
      if (kind === 'ready') return;
      acknowledged.set(kind, Number(count));
      writes += 1;
      onWrite(writer, { writes, line });
    });
    return { writer, ready };
  });
  await Promise.all(started.map(({ ready }) => ready));
  for (const { writer } of started) writer.child.stdin?.write('go\n');
  return started.map(({ writer }) => writer);
}
