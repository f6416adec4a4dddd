import type { Kysely } from 'kysely';
import { recordObservations } from './record-observations.ts';
import type { NotedQuestion, Notes } from './storage.ts';
import type { Tables } from './tables.ts';

export function createNotes(db: Kysely<Tables>): Notes {
  return {
    record: (observations) =>
      db.transaction().execute((transaction) => recordObservations(transaction, observations)),
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
  };
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
