import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKnowledge, type Knowledge } from '../../src/knowledge/index.ts';
import {
  compareDates,
  formatDate,
  isDay,
  isPartialDate,
  isWithin,
} from '../../src/knowledge/partial-date.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';
import { fold, toPlainLine } from '../../src/knowledge/text/clean.ts';
import { createAnalyser } from '../../src/knowledge/text/terms.ts';
import { anyText } from '../support/arbitraries/text.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = createKnowledge(await loadCorpus('test/fixtures/bridge'));
});

describe('a text that is cleaned', () => {
  it('is one line without anything that controls, hides or turns, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const line = toPlainLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(line).toBe(line.trim());
        expect(toPlainLine(line)).toBe(line);
      }),
    );
  });

  it('is folded to lower case without apostrophes and accents', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const folded = fold(text);
        expect(folded).not.toMatch(/[’‘ʼ`´'\p{Cc}\p{Cs}]/u);
        expect(folded).toBe(folded.toLowerCase());
      }),
    );
  });

  it('has terms, each of which is a word', () => {
    const { analyse } = createAnalyser([]);
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const { text: term, words } of analyse(text)) expect(`${term} ${words}`).toMatch(/\S \S/);
      }),
    );
  });
});

describe('any question', () => {
  const after = fc.constantFrom(undefined, 'bridge-opened', 'no-such-fact');

  it('is answered by facts with sources, or refused', () => {
    fc.assert(
      fc.property(anyText(), after, (text, previous) => {
        const answer = knowledge.answer(text, { after: previous });
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        if (answer.status === 'unanswered') return;
        for (const { fact, citations } of answer.facts) {
          expect(knowledge.facts.get(fact.id)).toBe(fact);
          expect(citations.map(({ source }) => source)).toEqual(fact.sources);
        }
      }),
    );
  });

  it('is answered the same whatever is hidden in it', () => {
    const hidden = fc.constantFrom('\u200b', '\u200d', '\u00ad', '\u202e', '\u2069', '\ufeff');
    fc.assert(
      fc.property(hidden, fc.nat({ max: 22 }), (mark, at) => {
        const asked = 'when did the bridge open';
        const disguised = `${asked.slice(0, at)}${mark}${asked.slice(at)}`;
        expect(knowledge.answer(disguised)).toEqual(knowledge.answer(asked));
      }),
    );
  });

  it('may be a message to check, a name to find or something half typed', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const { sentences, more } = knowledge.check(text);
        expect(more).toBeGreaterThanOrEqual(0);
        for (const { quote, facts } of sentences) {
          expect(quote).toBe(toPlainLine(quote));
          for (const { citations } of facts) expect(citations.length).toBeGreaterThan(0);
        }
        expect(knowledge.findFact(text).nearest.length).toBeLessThanOrEqual(3);
        expect(knowledge.suggest(text, 5).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('a date', () => {
  const date = fc.oneof(
    fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10)),
    fc.constantFrom('2025', '2025-04', '2024-02-29'),
  );
  const precise = fc.tuple(date, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));

  it('of the calendar is one, and reads as one in both languages', () => {
    fc.assert(
      fc.property(precise, (one) => {
        expect(isPartialDate(one)).toBe(true);
        expect(isDay(one)).toBe(one.length === 10);
        for (const language of ['en', 'uk'] as const) {
          expect(formatDate(one, language)).toContain(one.slice(0, 4));
          expect(formatDate(one, language)).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });

  it('is nothing that another calendar or a text has', () => {
    fc.assert(
      fc.property(fc.oneof(anyText({ maxLength: 12 }), fc.stringMatching(/^\d{4}-\d\d-\d\d$/)), (text) => {
        const isReal =
          /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) &&
          !Number.isNaN(Date.parse(text)) &&
          new Date(text).toISOString().startsWith(text);
        expect(isPartialDate(text)).toBe(isReal);
      }),
    );
  });

  it('stands before, after or within another, never two of these the other way round', () => {
    fc.assert(
      fc.property(precise, precise, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(0 - Math.sign(compareDates(b, a)));
        if (isWithin(a, b)) expect(compareDates(a, b)).toBe(0);
        expect(isWithin(a, b) && isWithin(b, a)).toBe(false);
      }),
    );
  });
});
