import { type Kysely, sql, type Transaction } from 'kysely';
import type { NotedQuestion, Observation, Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** The storage over any SQL database that kysely speaks to and whose tables are up to date. */
export function createSqlStorage(db: Kysely<Tables>): Storage {
  return {
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
    record: (observations) =>
      db.transaction().execute(async (transaction) => {
        for (const observation of observations) await recordOne(transaction, observation);
      }),
    questions: () => readQuestions(db),
    markHandled: async (ids, day) => {
      if (ids.length === 0) return;
      await db
        .updateTable('question')
        .set({ handled_on: day })
        .where('id', 'in', [...ids])
        .execute();
    },
    factUses: async (since) => {
      const rows = await db
        .selectFrom('fact_use')
        .select(({ fn }) => ['fact_id', fn.sum<number | string>('answers').as('answers')])
        .where('day', '>=', since)
        .groupBy('fact_id')
        .execute();
      return new Map(rows.map(({ fact_id, answers }) => [fact_id, Number(answers)]));
    },
    addFeedback: async ({ verdict, note, factIds, questionHash, place, day }) => {
      const row = { verdict, note: note ?? null, fact_ids: factIds.join(' '), place, day };
      await db
        .insertInto('feedback')
        .values({ ...row, question_hash: questionHash ?? null })
        .execute();
    },
    feedback: async () => {
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
    forgetBefore: (day) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('asking').where('day', '<', day).execute();
        await transaction.deleteFrom('feedback').where('day', '<', day).execute();
        await transaction
          .deleteFrom('question')
          .where('id', 'not in', (query) => query.selectFrom('asking').select('question_id'))
          .execute();
      }),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

async function recordOne(transaction: Transaction<Tables>, observation: Observation): Promise<void> {
  if (observation.type === 'use') {
    const { factId: fact_id, day } = observation;
    await transaction
      .insertInto('fact_use')
      .values({ fact_id, day, answers: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['fact_id', 'day'])
          .doUpdateSet((row) => ({ answers: row('fact_use.answers', '+', 1) })),
      )
      .execute();
    return;
  }
  const { text, outcome, place, day } = observation;
  const { id: question_id } = await transaction
    .insertInto('question')
    .values({ text, outcome, handled_on: null })
    .onConflict((conflict) => conflict.column('text').doUpdateSet({ outcome }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('asking')
    .values({ question_id, place, day, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['question_id', 'place', 'day'])
        .doUpdateSet((row) => ({ times: row('asking.times', '+', 1) })),
    )
    .execute();
}

async function readQuestions(db: Kysely<Tables>): Promise<NotedQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('asking', 'asking.question_id', 'question.id')
    .select(['id', 'text', 'outcome', 'handled_on', 'place', 'day', 'times'])
    .orderBy('id')
    .orderBy('day')
    .orderBy('place')
    .execute();
  const byId = Map.groupBy(rows, ({ id }) => id);
  return [...byId].flatMap(([id, [first, ...others]]) => {
    if (first === undefined) return [];
    const askings = [first, ...others].map(({ place, day, times }) => ({ place, day, times }));
    const { text, outcome, handled_on } = first;
    return [{ id, text, outcome, handledOn: handled_on ?? undefined, askings }];
  });
}
