import type { Seal } from './sealing.ts';
import type { StoredInstallations } from './storage.ts';

/** Installations with their tokens, which nobody can read, change or swap for one another in the database. */
export interface SealedInstallations {
  /**
   * The value as it was saved, to be parsed; undefined if there is none.
   * @throws Error when it can't be opened: see `Seal`.
   */
  find(key: string): Promise<unknown>;
  /** @param installation Anything that JSON can hold. */
  save(key: string, installation: unknown): Promise<void>;
  /** Does nothing when there is none. */
  delete(key: string): Promise<void>;
}

export function createSealedInstallations(stored: StoredInstallations, seal: Seal): SealedInstallations {
  return {
    find: async (key) => {
      const sealed = await stored.find(key);
      return sealed === undefined ? undefined : JSON.parse(seal.open(sealed, key));
    },
    save: (key, installation) => stored.save(key, seal.seal(JSON.stringify(installation), key)),
    delete: (key) => stored.delete(key),
  };
}
