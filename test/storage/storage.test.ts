import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Observation, Storage, StoredFeedback } from '../../src/storage/storage.ts';

/** Opens the same database again each time it is called. */
type Reopen = () => Promise<Storage>;

interface Driver {
  readonly name: string;
  /** A fresh database, and what removes it. */
  create(): Promise<{ readonly open: Reopen; readonly remove: () => Promise<void> }>;
}

const drivers: readonly Driver[] = [
  {
    name: 'SQLite',
    create: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'storage-'));
      return {
        open: () => openSqlite(join(folder, 'desk.db')),
        remove: () => rm(folder, { recursive: true }),
      };
    },
  },
];

const asked = (text: string, place = 'a', day = '2026-11-01'): Observation => ({
  type: 'question',
  text,
  outcome: 'unanswered',
  place,
  day,
});
const used = (factId: string, day = '2026-11-01'): Observation => ({ type: 'use', factId, day });
const wrong: StoredFeedback = {
  verdict: 'wrong',
  note: "It's O'Brien's; \"quoted\" — і кирилиця",
  factIds: ['one', 'two'],
  questionHash: 'abc',
  place: 'a',
  day: '2026-11-01',
};

describe.each(drivers)('storage in $name', ({ create }) => {
  let open: Reopen;
  let remove: () => Promise<void>;
  let storage: Storage;

  beforeEach(async () => {
    ({ open, remove } = await create());
    storage = await open();
  });

  afterEach(async () => {
    await storage.close();
    await remove();
  });

  it('counts a question by place and day, and knows it again', async () => {
    await storage.notes.record([asked('who'), asked('what'), asked('who'), asked('who', 'b')]);
    await storage.notes.record([{ ...asked('who', 'a', '2026-11-02'), outcome: 'weak' } as Observation]);
    const [what, who] = await storage.notes.questions();
    expect(who).toEqual({
      id: expect.any(Number),
      text: 'who',
      outcome: 'weak',
      handledOn: undefined,
      askings: [
        { place: 'a', day: '2026-11-01', times: 2 },
        { place: 'b', day: '2026-11-01', times: 1 },
        { place: 'a', day: '2026-11-02', times: 1 },
      ],
    });
    expect(what?.text).toBe('what');
  });

  it('takes down all observations or none', async () => {
    const broken = { ...asked('lost'), day: undefined } as unknown as Observation;
    await expect(storage.notes.record([asked('kept?'), broken])).rejects.toThrow();
    expect(await storage.notes.questions()).toEqual([]);
    await storage.notes.record([asked('next')]);
    expect(await storage.notes.questions()).toHaveLength(1);
  });

  it('keeps writers that come at once apart', async () => {
    await Promise.all(Array.from({ length: 50 }, () => storage.notes.record([asked('who'), used('one')])));
    expect((await storage.notes.questions())[0]?.askings).toEqual([
      { place: 'a', day: '2026-11-01', times: 50 },
    ]);
    expect(await storage.notes.factUses('2026-11-01')).toEqual(new Map([['one', 50]]));
  });

  it('counts the uses of facts since a day', async () => {
    await storage.notes.record([used('one', '2026-10-01'), used('one'), used('one'), used('two')]);
    expect(await storage.notes.factUses('2026-11-01')).toEqual(
      new Map([
        ['one', 2],
        ['two', 1],
      ]),
    );
    expect((await storage.notes.factUses('2026-10-01')).get('one')).toBe(3);
  });

  it('remembers which questions were handled', async () => {
    await storage.notes.record([asked('who'), asked('what')]);
    await storage.notes.markHandled([2], '2026-11-03');
    await storage.notes.markHandled([], '2026-11-03');
    expect((await storage.notes.questions()).map(({ handledOn }) => handledOn)).toEqual([
      undefined,
      '2026-11-03',
    ]);
  });

  it('keeps feedback letter for letter', async () => {
    const useful: StoredFeedback = {
      ...wrong,
      verdict: 'useful',
      note: undefined,
      questionHash: undefined,
      factIds: [],
    };
    await storage.remarks.add(wrong);
    await storage.remarks.add(useful);
    expect(await storage.remarks.all()).toEqual([wrong, useful]);
  });

  it('forgets what people wrote before a day, and keeps the counts of facts', async () => {
    await storage.notes.record([asked('old'), asked('both'), asked('both', 'a', '2026-11-09'), used('one')]);
    await storage.remarks.add(wrong);
    await storage.forgetBefore('2026-11-02');
    const questions = await storage.notes.questions();
    expect(questions.map(({ text, askings }) => [text, askings.length])).toEqual([['both', 1]]);
    expect(await storage.remarks.all()).toEqual([]);
    expect((await storage.notes.factUses('2026-01-01')).get('one')).toBe(1);
  });

  it('keeps the first value of a setting, whoever opens it', async () => {
    expect(await storage.keep('key', 'first')).toBe('first');
    const other = await open();
    expect(await other.keep('key', 'second')).toBe('first');
    await other.close();
  });

  it('finds everything again after it was closed', async () => {
    await storage.notes.record([asked('who')]);
    await storage.close();
    storage = await open();
    expect(await storage.notes.questions()).toHaveLength(1);
  });
});
