import type { Kysely } from 'kysely';
import type { Remarks } from './storage.ts';
import type { Tables } from './tables.ts';

export function createRemarks(db: Kysely<Tables>): Remarks {
  return {
    add: async ({ verdict, note, factIds, questionHash, place, day }) => {
      const row = { verdict, note: note ?? null, fact_ids: factIds.join(' '), place, day };
      await db
        .insertInto('feedback')
        .values({ ...row, question_hash: questionHash ?? null })
        .execute();
    },
    all: async () => {
      const rows = await db.selectFrom('feedback').selectAll().orderBy('id').execute();
      return rows.map(({ verdict, note, fact_ids, question_hash, place, day }) => ({
        verdict,
        note: note ?? undefined,
        factIds: fact_ids.split(' ').filter((id) => id !== ''),
        questionHash: question_hash ?? undefined,
        place,
        day,
      }));
    },
  };
}
