import type { Kysely } from 'kysely';
import type { StoredInstallations, StoredSettings } from './storage.ts';
import type { Tables } from './tables.ts';

export function createSettings(db: Kysely<Tables>): StoredSettings {
  return {
    find: async (place) => {
      const found = await db
        .selectFrom('place_setting')
        .select('json')
        .where('place', '=', place)
        .executeTakeFirst();
      return found?.json;
    },
    save: async (place, json) => {
      await db
        .insertInto('place_setting')
        .values({ place, json })
        .onConflict((conflict) => conflict.column('place').doUpdateSet({ json }))
        .execute();
    },
  };
}

export function createInstallations(db: Kysely<Tables>): StoredInstallations {
  return {
    find: async (key) => {
      const found = await db
        .selectFrom('installation')
        .select('sealed')
        .where('key', '=', key)
        .executeTakeFirst();
      return found?.sealed;
    },
    save: async (key, sealed) => {
      await db
        .insertInto('installation')
        .values({ key, sealed })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ sealed }))
        .execute();
    },
    delete: async (key) => {
      await db.deleteFrom('installation').where('key', '=', key).execute();
    },
  };
}
