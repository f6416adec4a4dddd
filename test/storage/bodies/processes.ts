import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/storage/storage.ts';
import { type Driver, useStorage } from '../../support/storage/driver.ts';
import { startWriters, type Writer } from '../../support/storage/writers.ts';

const startedAtOnce = 10;
const rounds = 14;
const killedAtOnce = 4;
/** A process is killed at the latest after so many writes. */
const mostWrites = 60;

export function describeProcesses(driver: Driver): void {
  describe(`processes that share ${driver.name}`, () => {
    const database = useStorage(driver);

    it('start at once on an empty database', async () => {
      const ids = Array.from({ length: startedAtOnce }, (_, number) => `writer ${number}`);
      const writers = await startWriters(ids, { environment: database.environment, times: 5 });
      await Promise.all(writers.map(({ closed }) => closed));
      expect(writers.map(({ child }) => child.exitCode)).toEqual(ids.map(() => 0));
      const { notes } = await database.open();
      expect(await notes.questions()).toHaveLength(5 * startedAtOnce);
    });

    it('set each mark once, whoever comes first', async () => {
      const won: string[] = [];
      const writers = await startWriters(['a', 'b', 'c', 'd'], {
        environment: database.environment,
        times: 200,
        onWrite: (_, { line }) => {
          if (line.startsWith('won ')) won.push(line);
        },
      });
      await Promise.all(writers.map(({ closed }) => closed));
      expect(won.sort()).toEqual(Array.from({ length: 200 }, (_, index) => `won ${index + 1}`).sort());
    });

    it(`lose nothing that was acknowledged, killed ${rounds * killedAtOnce} times`, async () => {
      const writers: Writer[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const ids = Array.from({ length: killedAtOnce }, (_, number) => `writer ${round}.${number}`);
        const fate = new Map(ids.map((id) => [id, randomInt(1, mostWrites)]));
        const started = await startWriters(ids, {
          environment: database.environment,
          times: 1_000_000,
          onWrite: ({ id, child }, { writes }) => {
            if (writes === fate.get(id)) child.kill('SIGKILL');
          },
        });
        await Promise.all(started.map(({ closed }) => closed));
        writers.push(...started);
      }
      expect(writers.map(({ child }) => child.signalCode)).toEqual(writers.map(() => 'SIGKILL'));
      expect(await findLost(await database.open(), writers)).toEqual([]);
    });
  });
}

/** What writers were told is kept, and is not there; and what is there by half. */
async function findLost(
  { notes, remarks, settings, installations, marks }: Storage,
  writers: readonly Writer[],
) {
  const texts = new Set((await notes.questions()).map(({ text }) => text));
  const noted = Map.groupBy(texts, (text) => text.slice(0, text.lastIndexOf(' ')));
  const remarked = new Set((await remarks.all()).map(({ note }) => note));
  const uses = await notes.factUses('2026-11-01');
  const lost: string[] = [];
  for (const { id, acknowledged } of writers) {
    const lastOf = (kind: string) => acknowledged.get(kind) ?? 0;
    const missing = (kind: string, isThere: (key: string) => boolean) =>
      Array.from({ length: lastOf(kind) }, (_, index) => `${id} ${index + 1}`)
        .filter((key) => !isThere(key))
        .map((key) => `${kind} ${key}`);
    const found = new Map<string, string | undefined>();
    for (let count = 1; count <= lastOf('mark'); count += 1) {
      found.set(`${id} ${count}`, await marks.find(`${id} ${count}`));
    }
    lost.push(...missing('note', (key) => texts.has(key)));
    lost.push(...missing('remark', (key) => remarked.has(key)));
    lost.push(...missing('mark', (key) => found.get(key) === ''));
    if (Number((await settings.find(id)) ?? 0) < lastOf('setting')) lost.push(`setting ${id}`);
    if (Number((await installations.find(id)) ?? 0) < lastOf('installation')) lost.push(`installation ${id}`);
    if ((noted.get(id)?.length ?? 0) !== (uses.get(id) ?? 0)) lost.push(`half of a note ${id}`);
  }
  return lost;
}
