import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Storage } from '../../../src/storage/storage.ts';
import { type Driver, useStorage } from '../../support/storage/driver.ts';

const minuteMs = 60_000;

export function describeMarks(driver: Driver): void {
  describe(`marks in ${driver.name}`, () => {
    const database = useStorage(driver);
    let storage: Storage;

    const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

    beforeEach(async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      storage = await database.open();
    });

    afterEach(() => {
      vi.useRealTimers();
    });

    it('are set once until they expire', async () => {
      const claim = () => storage.marks.claim('event', { ttlMs: minuteMs });
      expect([await claim(), await claim()]).toEqual([true, false]);
      pass(minuteMs - 1);
      expect(await claim()).toBe(false);
      pass(1);
      expect([await claim(), await claim()]).toEqual([true, false]);
    });

    it('have one setter among many that come at once', async () => {
      const claims = Array.from({ length: 60 }, (_, number) =>
        storage.marks.claim(`event ${number % 20}`, { ttlMs: minuteMs }),
      );
      const set = await Promise.all(claims);
      expect(set.flatMap((isSet, number) => (isSet ? [number] : []))).toEqual(
        Array.from({ length: 20 }, (_, number) => number),
      );
    });

    it('are written by the thousand, and each is told apart', async () => {
      await storage.marks.claim('event 7', { ttlMs: minuteMs });
      const claims = Array.from({ length: 5_000 }, (_, number) =>
        storage.marks.claim(`event ${number}`, { ttlMs: minuteMs }),
      );
      const set = await Promise.all(claims);
      expect(set.flatMap((isSet, number) => (isSet ? [] : [number]))).toEqual([7]);
    });

    it('keep a note until they expire', async () => {
      await storage.marks.claim('answer', { ttlMs: minuteMs, note: 'first' });
      await storage.marks.claim('answer', { ttlMs: minuteMs, note: 'second' });
      await storage.marks.claim('bare', { ttlMs: minuteMs });
      const { find } = storage.marks;
      expect([await find('answer'), await find('bare'), await find('none')]).toEqual([
        'first',
        '',
        undefined,
      ]);
      pass(minuteMs);
      expect(await find('answer')).toBeUndefined();
    });

    it('take another note, which does not hold them longer, and none when they are gone', async () => {
      await storage.marks.claim('answer', { ttlMs: minuteMs });
      pass(minuteMs - 1);
      await storage.marks.annotate('answer', 'https://example.org/1');
      await storage.marks.annotate('none', 'https://example.org/2');
      expect(await storage.marks.find('answer')).toBe('https://example.org/1');
      expect(await storage.marks.find('none')).toBeUndefined();
      pass(1);
      await storage.marks.annotate('answer', 'https://example.org/3');
      expect(await storage.marks.find('answer')).toBeUndefined();
    });

    it('go when they have expired, and no others', async () => {
      await storage.marks.claim('short', { ttlMs: minuteMs });
      await storage.marks.claim('long', { ttlMs: 10 * minuteMs });
      const before = Date.now();
      pass(2 * minuteMs);
      await storage.marks.claim('next', { ttlMs: minuteMs });
      // Back then it had not expired: it would be found if it were still there.
      vi.setSystemTime(before);
      expect(await storage.marks.find('short')).toBeUndefined();
      expect(await storage.marks.find('long')).toBe('');
    });

    it('tell all who wait when the database is gone', async () => {
      await storage.close();
      const claims = ['a', 'a', 'b'].map((key) => storage.marks.claim(key, { ttlMs: minuteMs }));
      const outcomes = await Promise.allSettled(claims);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    });

    it('are written before the storage closes', async () => {
      const claim = storage.marks.claim('event', { ttlMs: minuteMs });
      await storage.close();
      expect(await claim).toBe(true);
      expect(await (await database.open()).marks.find('event')).toBe('');
    });
  });
}
