import { beforeEach, describe, expect, it } from 'vitest';
import type { Observation, Storage, StoredFeedback } from '../../../src/storage/storage.ts';
import { type Driver, useStorage } from '../../support/storage/driver.ts';

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

export function describeNotes(driver: Driver): void {
  describe(`what is noted in ${driver.name}`, () => {
    const database = useStorage(driver);
    let storage: Storage;

    beforeEach(async () => {
      storage = await database.open();
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

    it('forgets a place, and nothing of others', async () => {
      await storage.notes.record([asked('ours'), asked('both'), asked('both', 'b'), used('one')]);
      await storage.remarks.add(wrong);
      await storage.remarks.add({ ...wrong, place: 'b' });
      await storage.settings.save('a', '{}');
      await storage.settings.save('b', '{}');
      expect(await storage.forgetPlace('a')).toEqual({ questions: 2, remarks: 1, settings: 1 });
      const questions = await storage.notes.questions();
      expect(questions.map(({ text, askings }) => [text, askings.map(({ place }) => place)])).toEqual([
        ['both', ['b']],
      ]);
      expect((await storage.remarks.all()).map(({ place }) => place)).toEqual(['b']);
      expect(await storage.settings.find('a')).toBeUndefined();
      expect(await storage.settings.find('b')).toBe('{}');
      expect(await storage.forgetPlace('a')).toEqual({ questions: 0, remarks: 0, settings: 0 });
    });

    it('writes more at once than one statement takes', async () => {
      const many = Array.from({ length: 9_000 }, (_, number) => asked(`question ${number}`));
      await storage.notes.record([...many, ...many]);
      const questions = await storage.notes.questions();
      expect(questions).toHaveLength(9_000);
      expect(questions.every(({ askings: [asking] }) => asking?.times === 2)).toBe(true);
    });

    it('forgets what people wrote before a day, and keeps the counts of facts', async () => {
      await storage.notes.record([
        asked('old'),
        asked('both'),
        asked('both', 'a', '2026-11-09'),
        used('one'),
      ]);
      await storage.remarks.add(wrong);
      await storage.forgetBefore('2026-11-02');
      const questions = await storage.notes.questions();
      expect(questions.map(({ text, askings }) => [text, askings.length])).toEqual([['both', 1]]);
      expect(await storage.remarks.all()).toEqual([]);
      expect((await storage.notes.factUses('2026-01-01')).get('one')).toBe(1);
    });

    it('keeps the first value of a setting, whoever opens it', async () => {
      expect(await storage.keep('key', 'first')).toBe('first');
      const other = await database.open();
      expect(await other.keep('key', 'second')).toBe('first');
    });

    it('finds everything again after it was closed', async () => {
      await storage.notes.record([asked('who')]);
      await storage.close();
      storage = await database.open();
      expect(await storage.notes.questions()).toHaveLength(1);
    });
  });
}
