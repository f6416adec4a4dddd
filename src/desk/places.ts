import { LRUCache } from 'lru-cache';
import type { Places } from '../bot/places.ts';
import { decodeSettings, defaultSettings, encodeSettings } from '../bot/tenant-settings.ts';
import type { Storage } from '../storage/storage.ts';
import type { KeyedHash } from './keyed-hash.ts';

const mostTold = 1_000;

export interface PlacesOptions {
  readonly storage: Pick<Storage, 'settings' | 'forgetPlace'>;
  readonly hash: Pick<KeyedHash, 'ofPlace'>;
  /** Resolves when everything is written that is to be deleted with a place. */
  readonly settle: () => Promise<void>;
  /** Is told of stored settings that can't be read, once for each place. */
  readonly report: (error: unknown) => void;
}

/** What is kept of places, over the storage; nothing is held in between, so that all processes see the same. */
export function createPlaces({ storage, hash, settle, report }: PlacesOptions): Places {
  const told = new LRUCache<string, true>({ max: mostTold });
  return {
    settingsOf: async (place) => {
      if (place.tenant === undefined) return defaultSettings;
      const key = hash.ofPlace(place);
      const json = await storage.settings.find(key);
      if (json === undefined) return defaultSettings;
      const { settings, isDamaged } = decodeSettings(json);
      if (isDamaged && !told.has(key)) {
        told.set(key, true);
        report(new Error(`the settings of place ${key} are damaged: the defaults go for what can't be read`));
      }
      return settings;
    },
    save: (place, settings) => storage.settings.save(hash.ofPlace(place), encodeSettings(settings)),
    wipe: async (place) => {
      await settle();
      const { questions, remarks, settings } = await storage.forgetPlace(hash.ofPlace(place));
      return { questions, feedback: remarks, hadSettings: settings > 0 };
    },
  };
}
