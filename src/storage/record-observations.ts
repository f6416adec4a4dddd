import type { Transaction } from 'kysely';
import { inPortions } from './database.ts';
import type { Observation, Outcome } from './storage.ts';
import type { Tables } from './tables.ts';

type Asked = Extract<Observation, { type: 'question' }>;
type Used = Extract<Observation, { type: 'use' }>;

/**
 * Adds observations to what is counted, with a few statements however many they are. Rows are written in the order of
 * their keys: two writers that took them in different orders could wait for each other.
 */
export async function recordObservations(
  transaction: Transaction<Tables>,
  observations: readonly Observation[],
): Promise<void> {
  await recordUses(
    transaction,
    observations.filter((one) => one.type === 'use'),
  );
  const asked = observations.filter((one) => one.type === 'question');
  const ids = await recordQuestions(transaction, asked);
  await recordAskings(transaction, asked, ids);
}

async function recordUses(transaction: Transaction<Tables>, uses: readonly Used[]): Promise<void> {
  const groups = groupSorted(uses, ({ factId, day }) => [factId, day]);
  const rows = groups.map(([{ factId, day }, { length }]) => ({ fact_id: factId, day, answers: length }));
  for (const portion of inPortions(rows)) {
    await transaction
      .insertInto('fact_use')
      .values(portion)
      .onConflict((conflict) =>
        conflict
          .columns(['fact_id', 'day'])
          .doUpdateSet((row) => ({ answers: row('fact_use.answers', '+', row.ref('excluded.answers')) })),
      )
      .execute();
  }
}

/** @returns Ids by text. */
async function recordQuestions(
  transaction: Transaction<Tables>,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, number>> {
  const latest = new Map<string, Outcome>(asked.map(({ text, outcome }) => [text, outcome]));
  const groups = groupSorted(asked, ({ text }) => [text]);
  const rows = groups.map(([{ text, outcome }]) => ({
    text,
    outcome: latest.get(text) ?? outcome,
    handled_on: null,
  }));
  const ids = new Map<string, number>();
  for (const portion of inPortions(rows)) {
    const written = await transaction
      .insertInto('question')
      .values(portion)
      .onConflict((conflict) =>
        conflict.column('text').doUpdateSet((row) => ({ outcome: row.ref('excluded.outcome') })),
      )
      .returning(['id', 'text'])
      .execute();
    for (const { id, text } of written) ids.set(text, id);
  }
  return ids;
}

async function recordAskings(
  transaction: Transaction<Tables>,
  asked: readonly Asked[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const groups = groupSorted(asked, ({ text, place, day }) => [text, place, day]);
  const rows = groups.map(([{ text, place, day }, { length }]) => {
    const question_id = ids.get(text);
    if (question_id === undefined) throw new Error('The database gave no id for a question.');
    return { question_id, place, day, times: length };
  });
  for (const portion of inPortions(rows)) {
    await transaction
      .insertInto('asking')
      .values(portion)
      .onConflict((conflict) =>
        conflict
          .columns(['question_id', 'place', 'day'])
          .doUpdateSet((row) => ({ times: row('asking.times', '+', row.ref('excluded.times')) })),
      )
      .execute();
  }
}

/** Groups by key, in the order of the keys, each with its first member. */
function groupSorted<T>(members: readonly T[], keyOf: (member: T) => readonly string[]) {
  const groups = [...Map.groupBy(members, (member) => JSON.stringify(keyOf(member)))];
  return groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]): [T, readonly T[]][] =>
      first === undefined ? [] : [[first, [first, ...others]]],
    );
}
