import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/storage/storage.ts';
import { type Driver, useStorage } from '../../support/storage/driver.ts';

const text = `{"tongue":"it's \\"quoted\\", \u{1f309} і кирилиця"}`;

/** Settings and installations: texts by key. */
export function describeParts(driver: Driver): void {
  describe(`settings and installations in ${driver.name}`, () => {
    const database = useStorage(driver);
    let storage: Storage;

    beforeEach(async () => {
      storage = await database.open();
    });

    it('finds what was saved last, letter for letter', async () => {
      for (const part of [storage.settings, storage.installations]) {
        await part.save('a', 'first');
        await part.save('b', 'other');
        await part.save('a', text);
        expect([await part.find('a'), await part.find('b'), await part.find('c')]).toEqual([
          text,
          'other',
          undefined,
        ]);
      }
    });

    it('shows at once to others what was saved', async () => {
      const other = await database.open();
      await storage.settings.save('a', text);
      expect(await other.settings.find('a')).toBe(text);
    });

    it('deletes an installation, also one that is not there', async () => {
      await storage.installations.save('a', text);
      await storage.installations.save('b', text);
      await storage.installations.delete('a');
      await storage.installations.delete('a');
      expect(await storage.installations.find('a')).toBeUndefined();
      expect(await storage.installations.find('b')).toBe(text);
    });

    it('answers whether it is there', async () => {
      await expect(storage.ping()).resolves.toBeUndefined();
      await storage.close();
      await expect(storage.ping()).rejects.toThrow();
    });
  });
}
