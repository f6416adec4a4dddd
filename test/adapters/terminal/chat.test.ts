import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { Bot } from '../../../src/adapters/adapter.ts';
import { createChat } from '../../../src/adapters/terminal/chat.ts';
import type { Invocation } from '../../../src/bot/command.ts';
import type { Language } from '../../../src/bot/language.ts';
import { openBot } from '../../../src/bot-setup.ts';

let bot: Bot;
/** What reached the bot, in order. */
let heard: Invocation[];

beforeEach(async () => {
  heard = [];
  const opened = await openBot({ CORPUS_DIR: 'test/fixtures/ferry' });
  bot = {
    ...opened,
    dispatch: (invocation) => {
      heard.push(invocation);
      return opened.dispatch(invocation);
    },
  };
});

/** Everything that the chat writes while somebody types these lines. */
async function chat(lines: readonly string[], language?: Language): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const written = readAll(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  await createChat(bot, { input, output, environment: {} }, language).start();
  output.end();
  return written;
}

it('is one conversation', async () => {
  await chat(['when did the ferry sail again', '1', 'and the harbour?']);
  expect(heard.map(({ command, conversation }) => [command, conversation])).toEqual([
    ['ask', 'terminal'],
    ['fact', 'terminal'],
    ['ask', 'terminal'],
  ]);
});

it('goes on in the language of the last question', async () => {
  const written = await chat([
    'коли знову запустили ferry?',
    '/topics',
    'when did the ferry sail again',
    '1',
  ]);
  expect(heard.map(({ language }) => language)).toEqual(['uk', 'uk', 'en', 'en']);
  expect(written).toContain('Усього 3 факти');
});

it('speaks the language that it is opened in', async () => {
  const written = await chat(['when did the ferry sail again', '/help'], 'uk');
  expect(written).toMatch(/^Запитуйте на тему: the ferry Swan\./);
  expect(written).toContain('Пором «Лебідь» знову вийшов у рейс');
  expect(heard.map(({ language }) => language)).toEqual(['uk', 'uk']);
});

it('says so when no proposal has the number, and keeps the proposals', async () => {
  const written = await chat(['when did the ferry sail again', '99', '1']);
  expect(written).toMatch(/There is no proposal 99\. Type a number from 1 to \d+, or a question\./);
  expect(heard.map(({ command }) => command)).toEqual(['ask', 'fact']);
});

it('asks a number that can not be a proposal', async () => {
  await chat(['57']);
  expect(heard.map(({ arguments: given }) => given)).toEqual([{ question: '57' }]);
});

it('completes with Tab what begins as it was typed', async () => {
  const terminal = { isTTY: true, columns: 80 };
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), terminal)];
  output.resume();
  const bridge = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
  const near = bridge.suggest('fact', 'fact', 'bridge-o', { most: 12, language: 'en' });
  expect(near.length).toBeGreaterThan(1);
  const talk = createChat({ ...bridge, dispatch: bot.dispatch }, { input, output, environment: {} }).start();
  // What comes at once counts as pasted, where a Tab is but a Tab.
  for (const key of ['/fact bridge-o', '\t', '\n']) {
    input.write(key);
    await delay(20);
  }
  input.end();
  await talk;
  expect(heard.map((one) => one.arguments)).toEqual([{ fact: 'bridge-opened' }]);
});
