// Writes to the database of its environment until it is killed or has written as often as its second argument says, and
// acknowledges each write on standard output. The first argument tells it from other writers. It starts on a line of
// standard input, so that several start at once.
import { once } from 'node:events';
import { openStorage } from '../../../src/storage/index.ts';
import type { Storage } from '../../../src/storage/storage.ts';

const [id = '', times = '1'] = process.argv.slice(2);

const writes: Readonly<Record<string, (storage: Storage, count: number) => Promise<unknown>>> = {
  note: ({ notes }, count) =>
    notes.record([
      {
        type: 'question',
        text: `${id} ${count}`,
        outcome: 'unanswered',
        place: id,
        day: '2026-11-01',
      },
      { type: 'use', factId: id, day: '2026-11-01' },
    ]),
  remark: ({ remarks }, count) =>
    remarks.add({
      verdict: 'wrong',
      note: `${id} ${count}`,
      factIds: [],
      questionHash: undefined,
      place: id,
      day: '2026-11-01',
    }),
  setting: ({ settings }, count) => settings.save(id, String(count)),
  installation: ({ installations }, count) => installations.save(id, String(count)),
  mark: ({ marks }, count) => marks.claim(`${id} ${count}`, { ttlMs: 3_600_000 }),
  // For the same marks as all others.
  race: async ({ marks }, count) => {
    if (await marks.claim(`race ${count}`, { ttlMs: 3_600_000 })) console.log(`won ${count}`);
  },
};

console.log('ready');
await once(process.stdin, 'data');
process.stdin.destroy();
const storage = await openStorage(process.env);
await Promise.all(
  Object.entries(writes).map(async ([kind, write]) => {
    for (let count = 1; count <= Number(times); count += 1) {
      await write(storage, count);
      console.log(`${kind} ${count}`);
    }
  }),
);
await storage.close();
