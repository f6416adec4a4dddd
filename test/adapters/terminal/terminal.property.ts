import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/adapters/adapter.ts';
import { toJsonLine } from '../../../src/adapters/terminal/json-line.ts';
import { readLines } from '../../../src/adapters/terminal/lines.ts';
import { parseOptions } from '../../../src/adapters/terminal/options.ts';
import { createTerminalStyle } from '../../../src/adapters/terminal/style.ts';
import { toVisibleLine } from '../../../src/bot/visible-line.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { UserError } from '../../../src/errors.ts';
import { anyReply } from '../../support/arbitraries/reply.ts';
import { anyText } from '../../support/arbitraries/text.ts';
import { expectSources } from '../../support/shown-sources.ts';

/** Decoders take a byte order mark away, at the beginning and sometimes behind it. */
const withoutOrderMark = anyText().map((text) => text.replaceAll('\ufeff', ''));
const loneHalf = /\p{Cs}/gu;

describe('the lines of standard input', () => {
  it('are the same however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(withoutOrderMark, fc.array(fc.integer({ min: 1, max: 9 })), async (text, lengths) => {
        const bytes = Buffer.from(text);
        const chunks = async function* () {
          let start = 0;
          for (const length of lengths) {
            yield bytes.subarray(start, start + length);
            start += length;
          }
          yield bytes.subarray(start);
        };
        const lines: string[] = [];
        for await (const line of readLines(chunks())) lines.push(line);
        // Half a character is sent as none.
        const expected = text.replace(loneHalf, '\ufffd').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(lines).toEqual(expected.map((line) => line.replace(/\r$/, '')));
      }),
    );
  });
});

describe('the arguments of the program', () => {
  it('make options, or a refusal with a next step', () => {
    const argument = fc.oneof(
      fc.constantFrom(
        '--json',
        '--lang',
        '--lang=uk',
        '--lang=fr',
        'uk',
        '-h',
        '--',
        '--no-json',
        '-',
        '--json=1',
      ),
      anyText({ maxLength: 80 }),
      anyText({ maxLength: 80 }).map((text) => `--${text}`),
    );
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 5 }), (argv) => {
        try {
          const { language, text } = parseOptions(argv);
          expect(['en', 'uk', undefined]).toContain(language);
          for (const word of (text ?? '').split(' ')) expect(argv.join(' ')).toContain(word);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(error instanceof UserError && error.nextStep).toMatch(/\S/);
        }
      }),
    );
  });
});

/** Every command makes what somebody typed safe to show before it repeats it. */
const reply = anyReply.map(({ blocks, ...rest }) => ({
  ...rest,
  blocks: blocks.map((block) =>
    block.type === 'text' ? { ...block, text: toVisibleLine(block.text) } : block,
  ),
}));

describe('a reply in the terminal', () => {
  it('shows every fact whole with all of its sources, in the same words at any width', () => {
    fc.assert(
      fc.property(reply, fc.integer({ min: 20, max: 120 }), (given, columns) => {
        const plain = createTerminalStyle({}, {}).render(given);
        expectSources(given, {
          text: plain,
          escaped: (text) => text,
          isListed: ({ number, publisher }) => plain.includes(`[${number}] ${publisher}`),
        });
        // Wrapped or not, it is the same words.
        const wrapped = createTerminalStyle({ isTTY: true, columns }, { NO_COLOR: '1' }).render(given);
        const words = (text: string) => text.normalize().split(/\s+/u).join('');
        expect(words(wrapped)).toBe(words(plain));
      }),
    );
  });
});

describe('ask --json', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
  });

  it('writes one line for any question, from which all of it can be read again', async () => {
    const question = fc.oneof(
      anyText(),
      anyText().map((text) => `when did the bridge open? ${text}`),
    );
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const reply = await bot.dispatch({
          command: 'ask',
          arguments: { question: asked },
          place: { platform: 'test' },
          language: 'en',
        });
        const line = toJsonLine(asked, reply);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        const read = JSON.parse(line);
        expect(Object.keys(read)).toEqual([
          'question',
          'status',
          'facts',
          'text',
          'citations',
          'confidence',
          'related',
        ]);
        expect(read.question).toBe(asked);
        expect(read.status).toBe(read.facts.length === 0 ? 'no_answer' : 'answered');
        expect(read.citations.length > 0).toBe(read.status === 'answered');
        expect(read.confidence).toBeGreaterThanOrEqual(0);
        expect(read.confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});
