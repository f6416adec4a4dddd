import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArguments } from '../../src/bot/arguments.ts';
import { decodeCall, encodeCall } from '../../src/bot/choice-code.ts';
import type { Options } from '../../src/bot/command.ts';
import { parseCommandLine } from '../../src/bot/command-line.ts';
import { decodeSubject, encodeSubject } from '../../src/bot/feedback.ts';
import { echoQuestion, endEarly } from '../../src/bot/labels.ts';
import { detectLanguage, languageOf } from '../../src/bot/language.ts';
import { commands } from '../../src/commands/index.ts';
import { UserError } from '../../src/errors.ts';
import { anyLanguage } from '../support/arbitraries/reply.ts';
import { anyText } from '../support/arbitraries/text.ts';

const command = fc.constantFrom(
  ...commands.map(({ name, options }) => ({ name, options: options as Options })),
);
const noLoneHalf = (text: string) => text.toWellFormed();

describe('a typed line', () => {
  it('is always a call, of which nothing that was typed gets lost', () => {
    fc.assert(
      fc.property(anyText(), fc.boolean(), (line, slashOnly) => {
        const call = parseCommandLine(line, commands, { fallback: 'ask', slashOnly });
        const isKnown = commands.some(({ name }) => name === call.command);
        expect(isKnown || line.trimStart().startsWith(`/${call.command}`)).toBe(true);
        // A question is passed on whole.
        if (call.command === 'ask' && !/^\s*\/?ask(\s|$)/iu.test(line) && line.trim() !== '')
          expect(call.arguments).toEqual({ question: line.trim() });
      }),
    );
  });

  it('gives back the options that were written out', () => {
    const value = anyText({ maxLength: 60 }).map((text) => text.replaceAll('"', ''));
    fc.assert(
      fc.property(command, value, (one, text) => {
        for (const option of Object.keys(one.options)) {
          const call = parseCommandLine(`/${one.name} ${option}:"${text}"`, commands, { fallback: 'ask' });
          expect(call).toEqual({ command: one.name, arguments: { [option]: text } });
        }
      }),
    );
  });
});

describe('arguments', () => {
  it('come out in the types of the options, or are refused with a next step', () => {
    const given = fc.dictionary(
      fc.oneof(
        fc.constantFrom(...commands.flatMap(({ options }) => Object.keys(options))),
        fc.constantFrom('__proto__', 'constructor', 'toString'),
        anyText({ maxLength: 30 }),
      ),
      fc.oneof(
        anyText(),
        fc.constantFrom('2025', '2025-02-30', '2025-02-30', '2025-04', '0', '7', '007', '1e3'),
      ),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(command, given, anyLanguage, (one, values, language) => {
        try {
          const checked = Object.entries(checkArguments(one, values, language));
          expect(checked.map(([name]) => name)).toEqual(Object.keys(one.options));
          for (const [name, value] of checked) {
            if (value === undefined) continue;
            const type = one.options[name]?.type;
            if (type === 'count') expect(value).toBeGreaterThanOrEqual(1);
            else expect(String(value).length).toBeLessThanOrEqual(6_000);
            if (type === 'date') expect(new Date(String(value)).toISOString()).toContain(String(value));
          }
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.nextStep).not.toBe('');
          expect(error.message.length).toBeLessThan(200);
        }
      }),
    );
  });
});

describe('a code in a button', () => {
  it('brings back every call, in every language', () => {
    const call = fc.record({
      command: fc.constantFrom(...commands.map(({ name }) => name)),
      arguments: fc.dictionary(
        anyText({ maxLength: 20 }).map(noLoneHalf),
        anyText({ maxLength: 200 }).map(noLoneHalf),
      ),
    });
    fc.assert(
      fc.property(call, anyLanguage, (one, language) => {
        const decoded = decodeCall(encodeCall(one, language));
        expect({ ...decoded?.arguments }).toEqual({ ...one.arguments });
        expect(decoded?.command).toBe(one.command);
        expect(decoded?.language ?? 'en').toBe(language);
      }),
    );
  });

  it('is no call or a call that is written the same again, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          anyText().map((text) => `uk/ask:${text}`),
        ),
        (code) => {
          const call = decodeCall(code);
          if (call === undefined) return;
          const again = decodeCall(encodeCall(call, call.language ?? 'en'));
          expect(again).toEqual(call);
        },
      ),
    );
  });
});

describe('what feedback is about', () => {
  it('comes back as far as there was room', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}$/);
    const subject = fc.record(
      {
        factIds: fc.array(id, { minLength: 1, maxLength: 6 }),
        questionHash: fc.stringMatching(/^[\w-]{16}$/),
      },
      { requiredKeys: ['factIds'] },
    );
    fc.assert(
      fc.property(subject, fc.integer({ min: 0, max: 200 }), (one, most) => {
        const code = encodeSubject(one, most);
        if (code === undefined) return;
        expect(code.length).toBeLessThanOrEqual(most);
        const decoded = decodeSubject(code);
        expect(decoded?.questionHash).toBe(one.questionHash);
        expect(one.factIds.slice(0, decoded?.factIds.length)).toEqual(decoded?.factIds);
      }),
    );
  });

  it('is nothing, or ids and a hash alone, whatever the code', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          anyText({ maxLength: 40 }).map((text) => `:${text}`),
        ),
        (code) => {
          const subject = decodeSubject(code);
          for (const id of subject?.factIds ?? []) expect(id).toMatch(/^[a-z0-9._-]+$/);
          expect(subject?.questionHash ?? 'x').toMatch(/^[\w-]+$/);
        },
      ),
    );
  });
});

describe('a label', () => {
  it('is never longer than it may be, nor empty, nor ends in half a character', () => {
    const label = anyText({ maxLength: 400 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(label, fc.integer({ min: 10, max: 100 }), (text, most) => {
        const shown = endEarly(text, most);
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown.trim()).not.toBe('');
        if (text.isWellFormed()) expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  it('of a question is one short line in which nothing hides or turns the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const echo = echoQuestion(text);
        expect(echo.length).toBeLessThanOrEqual(300);
        expect(echo).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('the language', () => {
  it('of any text or locale is one of those that the bot speaks', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(['en', 'uk']).toContain(languageOf(text));
        expect(['en', 'uk', undefined]).toContain(detectLanguage(text));
      }),
    );
  });
});
