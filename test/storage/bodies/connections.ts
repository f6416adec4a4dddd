import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation, Storage } from '../../../src/storage/storage.ts';
import { type Driver, useStorage } from '../../support/storage/driver.ts';

const minuteMs = 60_000;

const asked = (text: string, place = 'a'): Observation => ({
  type: 'question',
  text,
  outcome: 'unanswered',
  place,
  day: '2026-11-01',
});

/**
 * What holds when several connections of one process write in the middle of each other's transactions. SQLite waits for
 * a lock without giving the others their turn: there, only processes can.
 */
export function describeConnections(driver: Driver): void {
  describe(`connections at once to ${driver.name}`, () => {
    const database = useStorage(driver);
    let storage: Storage;

    beforeEach(async () => {
      storage = await database.open();
    });

    afterEach(() => {
      vi.useRealTimers();
    });

    it('lose no question that is noted while others are forgotten', async () => {
      const other = await database.open();
      await Promise.all(
        Array.from({ length: 40 }, async (_, round) => {
          await storage.notes.record([asked('who'), asked(`kept ${round}`, 'b')]);
          await (round % 2 === 0 ? other.forgetPlace('a') : other.forgetBefore('2026-11-01'));
          await other.notes.record([asked(`kept ${round}`, 'b'), asked('who')]);
        }),
      );
      const kept = (await storage.notes.questions()).filter(({ text }) => text.startsWith('kept'));
      expect(kept).toHaveLength(40);
      expect(kept.every(({ askings: [asking] }) => asking?.times === 2)).toBe(true);
    });

    it('do not hold each other up when they write the same in opposite orders', async () => {
      const other = await database.open();
      const keys = Array.from({ length: 500 }, (_, number) => `${number}`);
      const observations = keys.flatMap((key): Observation[] => [
        asked(key),
        { type: 'use', factId: key, day: '2026-11-01' },
      ]);
      const claimAll = ({ marks }: Storage, inOrder: readonly string[]) =>
        inOrder.map((key) => marks.claim(key, { ttlMs: minuteMs }));
      for (let round = 0; round < 5; round += 1) {
        await Promise.all([
          storage.notes.record(observations),
          other.notes.record(observations.toReversed()),
          ...claimAll(storage, keys),
          ...claimAll(other, keys.toReversed()),
        ]);
      }
      const questions = await storage.notes.questions();
      expect(questions.map(({ askings: [asking] }) => asking?.times)).toEqual(keys.map(() => 10));
    });

    it('set a mark once', async () => {
      const others = await Promise.all([database.open(), database.open()]);
      const claims = [storage, ...others, storage, ...others].flatMap(({ marks }) =>
        Array.from({ length: 40 }, async (_, number) => ({
          number,
          isSet: await marks.claim(`event ${number}`, { ttlMs: minuteMs }),
        })),
      );
      const setters = (await Promise.all(claims)).filter(({ isSet }) => isSet);
      expect(setters.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, number) => number),
      );
    });

    it('set a mark once that has just expired', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const other = await database.open();
      const claimAll = () =>
        Promise.all(
          [storage, other, storage].flatMap(({ marks }) => [
            marks.claim('a', { ttlMs: minuteMs }),
            marks.claim('b', { ttlMs: minuteMs }),
          ]),
        );
      await claimAll();
      vi.setSystemTime(Date.now() + 2 * minuteMs);
      expect((await claimAll()).filter((isSet) => isSet)).toHaveLength(2);
    });

    it('open an empty database at once', async () => {
      const opened = await Promise.all(Array.from({ length: 10 }, () => database.open()));
      const kept = await Promise.all(opened.map((storage, number) => storage.keep('key', String(number))));
      expect(new Set(kept).size).toBe(1);
    });
  });
}
