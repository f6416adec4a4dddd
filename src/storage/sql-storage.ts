import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { createMarks } from './sql-marks.ts';
import { createNotes } from './sql-notes.ts';
import { createRemarks } from './sql-remarks.ts';
import { createInstallations, createSettings } from './sql-texts.ts';
import type { Forgotten, Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** The storage over any SQL database that kysely speaks to. */
export function createSqlStorage(database: Database): Storage {
  const { db } = database;
  const marks = createMarks(database);

  /** Others must not note a question between its last asking being deleted and itself. */
  const forget = <T>(deleteRows: (transaction: Transaction<Tables>) => Promise<T>) =>
    db.transaction().execute(async (transaction) => {
      await database.lockTable(transaction, 'question');
      const deleted = await deleteRows(transaction);
      await transaction
        .deleteFrom('question')
        .where('id', 'not in', (query) => query.selectFrom('asking').select('question_id'))
        .execute();
      return deleted;
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
    forgetPlace: (place) => forget((transaction) => deletePlace(transaction, place)),
    createCounter: database.createCounter,
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: async () => {
      await marks.settle();
      await db.destroy();
    },
  };
}

async function deletePlace(transaction: Transaction<Tables>, place: string): Promise<Forgotten> {
  const { questions } = await transaction
    .selectFrom('asking')
    .select(({ fn }) => fn.count<number | string>('question_id').distinct().as('questions'))
    .where('place', '=', place)
    .executeTakeFirstOrThrow();
  await transaction.deleteFrom('asking').where('place', '=', place).execute();
  const remarks = await transaction.deleteFrom('feedback').where('place', '=', place).executeTakeFirst();
  const settings = await transaction
    .deleteFrom('place_setting')
    .where('place', '=', place)
    .executeTakeFirst();
  return {
    questions: Number(questions),
    remarks: Number(remarks.numDeletedRows),
    settings: Number(settings.numDeletedRows),
  };
}
