import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import { type OpenedBot, openBot } from '../../src/bot-setup.ts';
import { parseDeskConfig } from '../../src/desk/config.ts';
import { daysBefore, today } from '../../src/desk/days.ts';
import { type Desk, openDesk } from '../../src/desk/desk.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';

const environment = { CORPUS_DIR: 'test/fixtures/bridge' };
const noted = 'This question was noted for the people who keep the facts, without your name.';

let storage: Storage;
let errors: unknown[];
let bot: OpenedBot;

const report = (error: unknown) => errors.push(error);

async function open(settings: Record<string, string> = {}, over: Storage = storage): Promise<void> {
  const desk: Desk = await openDesk(over, { ...parseDeskConfig(settings), report });
  bot = await openBot(environment, { desk });
}

beforeEach(async () => {
  errors = [];
  storage = await openSqlite(':memory:');
});

afterEach(() => bot.close());

const ask = (question: string, place: { tenant?: string; channel?: string } = { tenant: 'T1' }) =>
  bot.dispatch({
    command: 'ask',
    arguments: { question },
    place: { platform: 'test', ...place },
    language: 'en',
  });

/** What was written once the desk had its turn. */
async function written() {
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return storage.notes.questions();
}

describe('a question that no fact answers', () => {
  it('is noted without its asker, and the asker is told', async () => {
    await open();
    const reply = await ask('Who sells umbrellas, @anna?', { tenant: 'SECRET-TEAM', channel: 'SECRET-ROOM' });
    expect(renderPlainText(reply)).toMatch(new RegExp(`\n\n${noted}$`));
    const questions = await written();
    expect(questions).toMatchObject([{ text: 'who sells umbrellas', outcome: 'unanswered' }]);
    expect(questions[0]?.askings).toMatchObject([{ day: today(), times: 1 }]);
    expect(JSON.stringify(questions)).not.toMatch(/SECRET|anna/);
  });

  it('tells one server from another, and not one of its channels from another', async () => {
    await open();
    await ask('who sells umbrellas', { tenant: 'T1', channel: 'a' });
    await ask('who sells umbrellas', { tenant: 'T1', channel: 'b' });
    await ask('who sells umbrellas', { tenant: 'T2', channel: 'a' });
    const [question] = await written();
    expect(question?.askings.map(({ times }) => times).sort()).toEqual([1, 2]);
  });

  it('is not noted when that is switched off, and nobody is told so', async () => {
    await open({ GAPS: 'off' });
    expect(renderPlainText(await ask('who sells umbrellas'))).not.toContain('noted');
    expect(await written()).toEqual([]);
  });

  it('is not noted when nothing of it may be kept', async () => {
    await open();
    expect(renderPlainText(await ask('https://example.org'))).not.toContain('noted');
    expect(await written()).toEqual([]);
  });

  it('is not noted when it only makes conversation', async () => {
    await open();
    expect(renderPlainText(await ask('thank you very much'))).not.toContain('noted');
    expect(await written()).toEqual([]);
  });

  it('is answered as ever when the database fails', async () => {
    const record = () => Promise.reject(new Error('disk full'));
    const broken: Storage = { ...storage, notes: { ...storage.notes, record } };
    await open({}, broken);
    expect(renderPlainText(await ask('who sells umbrellas'))).toContain('I have no sourced fact on that.');
    await written();
    expect(errors).toMatchObject([{ message: 'disk full' }]);
  });

  it('is answered without waiting for the database', async () => {
    const record = () => new Promise<void>(() => {});
    const never: Storage = { ...storage, notes: { ...storage.notes, record }, close: async () => {} };
    await open({}, never);
    expect((await ask('who sells umbrellas')).answer?.status).toBe('no_answer');
    bot = await openBot(environment);
  });
});

describe('an answer', () => {
  it('counts its lead, and notes nothing when it is sure', async () => {
    await open();
    const reply = await ask('when did the bridge open');
    await bot.dispatch({
      command: 'fact',
      arguments: { fact: 'audit-cost' },
      place: { platform: 'test' },
      language: 'en',
    });
    expect(renderPlainText(reply)).not.toContain('noted');
    expect(await written()).toEqual([]);
    const uses = await storage.notes.factUses(today());
    expect(uses.get('audit-cost')).toBe(1);
    expect(uses.get(reply.answer?.facts[0]?.id ?? '')).toBe(1);
  });

  it('names what feedback on it is about', async () => {
    await open();
    const { feedback, answer } = await ask('when did the bridge open');
    expect(feedback?.factIds[0]).toBe(answer?.facts[0]?.id);
    expect(feedback?.questionHash).toMatch(/^[\w-]{16}$/);
  });

  it('asks for no feedback without a desk', async () => {
    bot = await openBot(environment);
    expect((await ask('when did the bridge open')).feedback).toBeUndefined();
  });
});

describe('feedback', () => {
  const say = async (verdict: 'useful' | 'wrong', note?: string) => {
    const { feedback } = await ask('when did the bridge open');
    if (feedback === undefined) throw new Error('no feedback wanted');
    await bot.feedback({ ...feedback, verdict, note, place: { platform: 'test', tenant: 'T1' } });
  };

  it('is kept with the facts it is about, without who said it', async () => {
    await open();
    await say('useful');
    await say('wrong', `See https://example.org/new\n@anna ${'x '.repeat(600)}`);
    const [useful, wrong] = await storage.remarks.all();
    expect(useful).toMatchObject({ verdict: 'useful', note: undefined, day: today() });
    expect(useful?.factIds).not.toEqual([]);
    expect(wrong?.note).toMatch(/^See https:\/\/example\.org\/new x x /);
    expect(wrong?.note?.length).toBe(500);
  });

  it('that calls an answer wrong makes its question a gap', async () => {
    await open();
    await say('useful');
    expect(await written()).toEqual([]);
    await say('wrong');
    expect(await written()).toMatchObject([{ text: 'when did the bridge open', outcome: 'contested' }]);
  });
});

describe('the desk', () => {
  it('forgets after 90 days', async () => {
    const old = { type: 'question', outcome: 'unanswered', place: 'a' } as const;
    await storage.notes.record([
      { ...old, text: 'last day', day: daysBefore(today(), 90) },
      { ...old, text: 'too old', day: daysBefore(today(), 91) },
    ]);
    await open();
    expect((await written()).map(({ text }) => text)).toEqual(['last day']);
  });

  it('keeps its key, and takes one from the environment instead', async () => {
    await open();
    const { feedback: first } = await ask('when did the bridge open');
    await open();
    const { feedback: same } = await ask('when did the bridge open');
    await open({ GAPS_KEY: 'a key of our own choice' });
    const { feedback: other } = await ask('when did the bridge open');
    expect(same).toEqual(first);
    expect(other?.questionHash).not.toBe(first?.questionHash);
  });

  it('lists the settings that are wrong, without the key', () => {
    expect(() => parseDeskConfig({ GAPS: 'no', GAPS_KEY: 'short' })).toThrow(
      expect.objectContaining({
        problems: ['GAPS must be on or off', 'GAPS_KEY must have at least 16 characters'],
      }),
    );
  });
});
