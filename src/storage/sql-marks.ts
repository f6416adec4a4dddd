import { createClaimQueue } from './claim-queue.ts';
import { type Database, inPortions } from './database.ts';
import type { Marks } from './storage.ts';

/** Expired marks are deleted this often, when there are claims at all. */
const purgeEveryMs = 60_000;

interface SqlMarks extends Marks {
  /** Resolves when all claims are written, or rejected. */
  settle(): Promise<void>;
}

export function createMarks({ db, lockTable }: Database): SqlMarks {
  let purgedAt = Date.now();

  const purge = () =>
    db.transaction().execute(async (transaction) => {
      await lockTable(transaction, 'mark');
      await transaction.deleteFrom('mark').where('expires_at', '<=', Date.now()).execute();
    });

  const queue = createClaimQueue(async (marks) => {
    const now = Date.now();
    if (now - purgedAt >= purgeEveryMs) {
      purgedAt = now;
      await purge();
    }
    // In the order of their keys: two writers that took them in different orders could wait for each other.
    const rows = marks
      .map(({ key, note, ttlMs }) => ({ key, note, expires_at: now + ttlMs }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return db.transaction().execute(async (transaction) => {
      const set = new Set<string>();
      for (const portion of inPortions(rows)) {
        const written = await transaction
          .insertInto('mark')
          .values(portion)
          .onConflict((conflict) =>
            conflict
              .column('key')
              .doUpdateSet((row) => ({
                note: row.ref('excluded.note'),
                expires_at: row.ref('excluded.expires_at'),
              }))
              .where('mark.expires_at', '<=', now),
          )
          .returning('key')
          .execute();
        for (const { key } of written) set.add(key);
      }
      return set;
    });
  });

  return {
    claim: (key, { ttlMs, note = '' }) => queue.claim({ key, note, ttlMs }),
    find: async (key) => {
      const found = await db
        .selectFrom('mark')
        .select('note')
        .where('key', '=', key)
        .where('expires_at', '>', Date.now())
        .executeTakeFirst();
      return found?.note;
    },
    annotate: async (key, note) => {
      await db
        .updateTable('mark')
        .set({ note })
        .where('key', '=', key)
        .where('expires_at', '>', Date.now())
        .execute();
    },
    settle: queue.settle,
  };
}
