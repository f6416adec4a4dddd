import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/adapters/adapter.ts';
import { renderReply as renderDiscord } from '../../src/adapters/discord/render.ts';
import { renderReply as renderSlack } from '../../src/adapters/slack/render.ts';
import { createTerminalStyle } from '../../src/adapters/terminal/style.ts';
import { parseCommandLine } from '../../src/bot/command-line.ts';
import { questionOf } from '../../src/bot/language.ts';
import type { Choice, Reply } from '../../src/bot/reply.ts';
import { openBot } from '../../src/bot-setup.ts';
import { anyLanguage } from '../support/arbitraries/reply.ts';
import { anyText } from '../support/arbitraries/text.ts';
import { checkMessage } from '../support/discord/validate-message.ts';
import { collectLog } from '../support/log.ts';
import { requireMessage } from '../support/slack/validate.ts';

const bugs: string[] = [];
let bot: Bot;

beforeAll(async () => {
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' }, { log: collectLog(bugs) });
});

const line = anyText();
const afterCommand = fc
  .tuple(
    fc.constantFrom(
      'ask',
      'check',
      'fact',
      'topics',
      'latest',
      'new',
      'timeline',
      'chart',
      'sources',
      'help',
    ),
    line,
  )
  .map(([command, text]) => `/${command} ${text}`);
/** A message that repeats what the corpus says, among other things. */
const message = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'The Long Bridge over the river opened to traffic on 1 June 2020.',
        'The town counted costs of $91 million for the Long Bridge.',
        'Crossing the Long Bridge is free of charge.',
      ),
      anyText({ maxLength: 60 }),
    ),
    { maxLength: 6 },
  )
  .map((sentences) => `/check ${sentences.join(' \n')}`);
/** What somebody types after the words of a question that has an answer. */
const begun = line.map((text) => `when did the bridge open? ${text}`);

const call = fc
  .oneof(line, afterCommand, begun, message)
  .map((text) => parseCommandLine(text, bot.commands, { fallback: 'ask', slashOnly: true }));

const answer = (one: Pick<Choice, 'command' | 'arguments'>, language: Reply['language']) =>
  bot.dispatch({ ...one, place: { platform: 'test' }, language });

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

describe('any call', () => {
  it('has a reply, without a bug on the way, that holds nothing which steers a terminal or turns a line', async () => {
    await fc.assert(
      fc.asyncProperty(call, anyLanguage, async (one, language) => {
        const reply = await answer(one, language);
        expect(bugs).toEqual([]);
        expect(reply.language).toBe(language);
        for (const text of stringsOf(reply.blocks))
          expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        const style = createTerminalStyle({ isTTY: true, columns: 80 }, { TERM: 'xterm' });
        // Only bold, faint and their end.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
        expect(style.render(reply).replace(/\u001b\[(?:1|2|22)m/gu, '')).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
    );
  });

  it('has a reply that Discord and Slack take', async () => {
    await fc.assert(
      fc.asyncProperty(call, anyLanguage, async (one, language) => {
        const reply = await answer(one, language);
        const question = questionOf(one);
        const discord = renderDiscord(reply, { question, control: 'share' });
        expect(checkMessage(JSON.parse(JSON.stringify(discord)))).toEqual([]);
        requireMessage(JSON.parse(JSON.stringify(renderSlack(reply, { question, share: one }))));
      }),
    );
  });

  it('cites a source of the corpus for each fact that it shows', async () => {
    await fc.assert(
      fc.asyncProperty(call, anyLanguage, async (one, language) => {
        const { blocks } = await answer(one, language);
        const listed = blocks.flatMap((block) => (block.type === 'sources' ? block.sources : []));
        for (const block of blocks) {
          if (block.type !== 'fact') continue;
          expect(block.marks.length).toBeGreaterThan(0);
          for (const mark of block.marks) expect(listed.map(({ number }) => number)).toContain(mark);
        }
      }),
    );
  });
});

describe('proposals while somebody types', () => {
  it('are few, and are there for any text', () => {
    const option = fc.constantFrom(
      'question',
      'fact',
      'topic',
      'publisher',
      'of',
      'message',
      'constructor',
      '',
    );
    const command = fc.constantFrom('ask', 'fact', 'timeline', 'sources', 'chart', '__proto__');
    fc.assert(
      fc.property(command, option, line, anyLanguage, (one, name, typed, language) => {
        expect(bot.suggest(one, name, typed, { most: 5, language }).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
