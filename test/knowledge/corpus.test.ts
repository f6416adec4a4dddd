import { describe, expect, it } from 'vitest';
import { StartupError } from '../../src/errors.ts';
import { compareDates, formatDate, isPartialDate } from '../../src/knowledge/partial-date.ts';
import { loadCorpus, readCorpus } from '../../src/knowledge/read-corpus.ts';

describe('a corpus', () => {
  it('knows the standing of each fact', async () => {
    const { facts } = await loadCorpus('test/fixtures/bridge');
    const standing = [...facts.values()].map((fact) => [fact.id, fact.standing]);
    expect(standing).toEqual([
      ['bridge-opened', 'established'],
      ['mayor-cost-claim', 'claimed'],
      ['audit-cost', 'established'],
      ['toll-planned', 'superseded'],
      ['toll-dropped', 'established'],
    ]);
  });

  it('takes its name from its folder when it has no topic file', async () => {
    const reading = await readCorpus('test/fixtures/broken');
    expect(reading.corpus).toBeUndefined();
  });

  it('is refused with every problem at once when something is wrong with it', async () => {
    const error = await loadCorpus('test/fixtures/broken').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartupError);
    const text = (error as StartupError).problems.join('\n');
    for (const part of [
      'one.yaml:4:10 sources[0].url',
      'one.yaml:10:5 facts[0].speaker is missing',
      'one.yaml:14:11 facts[0].asOf ("2020-02-30")',
      'one.yaml:16:27 facts[0] (first) refers to a source that does not exist: "papre"\n  -> did you mean "paper"?',
      'one.yaml:23:5 facts[1] has an unknown key "qestions"\n  -> did you mean "questions"?',
      'one.yaml:22:19 facts[1] (second) is overtaken in a circle: second -> third -> second',
      'two.yaml:10:9 facts[1] (first) has an id that is used twice',
      'two.yaml:16:16 facts[1].citations',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says what to do when the folder is not there', async () => {
    await expect(loadCorpus('test/fixtures/nowhere')).rejects.toThrow(StartupError);
  });
});

describe('a date', () => {
  it.each(['2025-04-30', '2025-04', '2025', '2024-02-29'])('%s exists', (date) => {
    expect(isPartialDate(date)).toBe(true);
  });

  it.each(['2025-02-30', '2025-13', '25', '2025-4-3', 'May 2025', ''])('%s does not', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });

  it('is written as people write it', () => {
    expect(['2025-05-08', '2025-05', '2025'].map((date) => formatDate(date, 'en'))).toEqual([
      '8 May 2025',
      'May 2025',
      '2025',
    ]);
    const inUkrainian = ['2025-05-08', '2025-05', '2025'].map((date) => formatDate(date, 'uk'));
    expect(inUkrainian).toEqual(['8 травня 2025 року', 'травень 2025 року', '2025 рік']);
    expect(['2025-05', '2025'].map((date) => formatDate(date, 'uk', 'genitive'))).toEqual([
      'травня 2025 року',
      '2025 року',
    ]);
  });

  it('is compared at the precision that both have', () => {
    expect(compareDates('2025-05-08', '2025-05')).toBe(0);
    expect(compareDates('2025-05-08', '2025-06')).toBeLessThan(0);
  });
});
