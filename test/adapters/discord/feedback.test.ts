import { ComponentType, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { type OpenedBot, openBot } from '../../../src/bot-setup.ts';
import { parseDeskConfig } from '../../../src/desk/config.ts';
import { openDesk } from '../../../src/desk/desk.ts';
import { openSqlite } from '../../../src/storage/sqlite.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { allComponents, textOf } from '../../support/discord/components.ts';
import { button, modalSubmit, type Setting, slash } from '../../support/discord/interactions.ts';
import type { Message } from '../../support/discord/messages.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { type Json, recordOf, textIn } from '../../support/json.ts';
import { collectLog, type LogEntry, unheard } from '../../support/log.ts';

let server: DiscordServer;
let storage: Storage;
let bot: OpenedBot;
let adapter: Adapter;
let lines: string[];
let entries: LogEntry[];

beforeEach(async () => {
  lines = [];
  entries = [];
  server = await createDiscordServer();
  storage = await openSqlite(':memory:');
  const desk = await openDesk(storage, {
    ...parseDeskConfig({}),
    report: (error) => lines.push(String(error)),
  });
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' }, { desk });
  const telemetry = { ...unheard, log: collectLog(lines, entries) };
  adapter = createDiscordAdapter(bot, { token: server.token, apiUrl: server.apiUrl, ...telemetry });
  await adapter.start();
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
  await bot.close();
});

type Recorded = Awaited<ReturnType<DiscordServer['interact']>>;

const dataOf = (recorded: Recorded): Json => recordOf(recorded.response?.data);
const buttonsOf = (recorded: Recorded) =>
  allComponents(dataOf(recorded)).filter(({ type }) => type === ComponentType.Button);
const labelsOf = (recorded: Recorded) => buttonsOf(recorded).map(({ label }) => label);
const isPrivate = (recorded: Recorded) => (Number(dataOf(recorded).flags) & MessageFlags.Ephemeral) !== 0;
const ask = (question: string, extra: Setting = {}, options = {}) =>
  server.interact(slash('minerals', 'ask', { question, ...options }, extra));
const press = (answer: Recorded, label: string, extra: Setting = {}) => {
  const pressed = buttonsOf(answer).find((one) => one.label === label);
  return server.interact(button(textIn(pressed?.custom_id), answer.message as Message, extra));
};
const thanks = 'Thank you. This goes to the people who keep the facts, without your name.';

describe('an answer in Discord', () => {
  it('can be called useful', async () => {
    const answer = await ask('when did the bridge open');
    expect(labelsOf(answer).slice(-3)).toEqual(['Share in channel', 'Useful', 'Wrong or outdated']);
    const pressed = await press(answer, 'Useful');
    expect([textOf(dataOf(pressed)), isPrivate(pressed)]).toEqual([thanks, true]);
    expect(await storage.remarks.all()).toMatchObject([{ verdict: 'useful', note: undefined }]);
    expect((await storage.remarks.all())[0]?.factIds[0]).toBe('bridge-opened');
    expect(server.rejected).toEqual([]);
  });

  it('can be called wrong, with a note if one likes', async () => {
    const answer = await ask('when did the bridge open');
    const opened = await press(answer, 'Wrong or outdated');
    const { custom_id, title } = dataOf(opened);
    expect([opened.response?.type, title]).toEqual([9, 'Wrong or outdated']);
    expect(await storage.remarks.all()).toEqual([]);
    const note = 'It was 2 June, <@123>: https://example.org/new';
    const sent = await server.interact(modalSubmit(textIn(custom_id), { note }));
    expect([textOf(dataOf(sent)), isPrivate(sent)]).toEqual([thanks, true]);
    await server.interact(modalSubmit(textIn(custom_id), { note: '' }));
    expect(await storage.remarks.all()).toMatchObject([
      { verdict: 'wrong', note: 'It was 2 June, : https://example.org/new' },
      { verdict: 'wrong', note: undefined },
    ]);
    expect(server.rejected).toEqual([]);
  });

  it('can still be judged when it is shared, or was public from the start', async () => {
    const shared = await press(await ask('when did the bridge open'), 'Share in channel');
    const elsewhere = { channelId: '222222222222222222' };
    const open = await ask('when did the bridge open', elsewhere, { public: true });
    for (const answer of [shared, open]) {
      expect(labelsOf(answer).slice(-3)).toEqual(['Remove', 'Useful', 'Wrong or outdated']);
      expect(isPrivate(await press(answer, 'Useful'))).toBe(true);
    }
    expect(await storage.remarks.all()).toHaveLength(2);
    expect(server.rejected).toEqual([]);
  });

  it('is judged in the language of whoever reads', async () => {
    const english = await ask('when did the bridge open', { locale: 'uk' });
    expect(labelsOf(english).slice(-2)).toEqual(['Корисно', 'Хибно або застаріло']);
    const opened = await press(english, 'Хибно або застаріло', { locale: 'uk' });
    expect(dataOf(opened).title).toBe('Хибно або застаріло');
    expect(textOf(dataOf(await press(english, 'Корисно', { locale: 'uk' })))).toMatch(/^Дякуємо/);
  });

  it('keeps nobody: neither who said it nor where', async () => {
    const who = { userId: '100200300400500600', guildId: '700800900100200300', username: 'anna' };
    const answer = await ask('when did the bridge open', who);
    await press(answer, 'Useful', who);
    expect(JSON.stringify(await storage.remarks.all())).not.toMatch(
      /100200300400500600|700800900100200300|anna/,
    );
  });

  it('has no such buttons when it is a refusal', async () => {
    expect(labelsOf(await ask('who sells umbrellas'))).not.toContain('Useful');
  });

  it('says so when it could not be kept', async () => {
    const answer = await ask('when did the bridge open');
    await storage.close();
    const text = textOf(dataOf(await press(answer, 'Useful')));
    expect(text).toContain('Something went wrong here.');
    const [, reference] = /give this reference: (\S{7})\./.exec(text) ?? [];
    expect(entries.filter(({ level }) => level === 'error')).toMatchObject([{ reference }]);
    storage = await openSqlite(':memory:');
  });

  it('explains a window of another version', async () => {
    const sent = await server.interact(modalSubmit('0:note:x', { note: 'x' }));
    expect(textOf(dataOf(sent))).toContain('no longer works');
  });
});
