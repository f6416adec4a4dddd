import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { createMarks } from './sql-marks.ts';
import { createNotes } from './sql-notes.ts';
import { createRemarks } from './sql-remarks.ts';
import { createInstallations, createSettings } from './sql-texts.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** The storage over any SQL database that kysely speaks to. */
export function createSqlStorage(database: Database): Storage {
  const { db } = database;
  const marks = createMarks(database);

  /** Others must not note a question between its last asking being deleted and itself. */
  const forget = (deleteRows: (transaction: Transaction<Tables>) => Promise<void>) =>
    db.transaction().execute(async (transaction) => {
      await database.lockTable(transaction, 'question');
      await deleteRows(transaction);
      await transaction
        .deleteFrom('question')
        .where('id', 'not in', (query) => query.selectFrom('asking').select('question_id'))
        .execute();
    });

  return {
    notes: createNotes(db),
    remarks: createRemarks(db),
    settings: createSettings(db),
    installations: createInstallations(db),
    marks,
    keep: async (name, initial) => {
      await db
        .insertInto('setting')
        .values({ name, value: initial })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const { value } = await db
        .selectFrom('setting')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return value;
    },
    forgetBefore: (day) =>
      forget(async (transaction) => {
        await transaction.deleteFrom('asking').where('day', '<', day).execute();
        await transaction.deleteFrom('feedback').where('day', '<', day).execute();
      }),
    forgetPlace: (place) =>
      forget(async (transaction) => {
        await transaction.deleteFrom('asking').where('place', '=', place).execute();
        await transaction.deleteFrom('feedback').where('place', '=', place).execute();
        await transaction.deleteFrom('place_setting').where('place', '=', place).execute();
      }),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: async () => {
      await marks.settle();
      await db.destroy();
    },
  };
}
