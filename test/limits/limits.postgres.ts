import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import type { OpenedBot } from '../../src/bot-setup.ts';
import { openDeskBot } from '../support/open-desk-bot.ts';
import { administer, createPostgresDatabase, type PostgresDatabase } from '../support/storage/postgres.ts';

const place = { platform: 'test', tenant: 'T1', channel: 'C1' };
let database: PostgresDatabase;
let bots: OpenedBot[];

beforeEach(async () => {
  database = await createPostgresDatabase();
  const environment = { ...database.environment, LIMIT_PER_USER: '10', LIMIT_PER_PLACE: 'off' };
  bots = await Promise.all([openDeskBot(environment), openDeskBot(environment)]);
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.close()));
  await database.remove();
});

const ask = (index: number, asker: string, more: object = {}) => {
  const call = { command: 'topics', arguments: {}, place, language: 'en', asker, ...more } as const;
  const bot = bots[index % 2];
  if (bot === undefined) throw new Error('no bot');
  return bot.dispatch(call);
};

it('counts what one person asks of two copies of the bot together', async () => {
  const replies = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(index, 'a')));
  expect(replies.filter(({ visibility }) => visibility === 'shareable')).toHaveLength(10);
  expect(renderPlainText(await ask(0, 'a'))).toMatch(/Please try again in \d+ s\.$/);
  expect((await ask(0, 'b')).visibility).toBe('shareable');
});

it('keeps no name of an asker or a place', async () => {
  await ask(0, 'somebody-in-particular');
  const client = new Client(database.environment.DATABASE_URL);
  await client.connect();
  const { rows } = await client.query('select key from rate_limit');
  await client.end();
  expect(rows).toEqual([{ key: expect.stringMatching(/^asker:[\w-]{16}$/) }]);
});

it('goes on counting in memory while the database is away', async () => {
  await administer(`alter database ${database.name} allow_connections false`);
  await administer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`,
  );
  const replies = [];
  for (let times = 0; times < 12; times += 1) replies.push(await ask(0, 'a'));
  expect(replies.filter(({ visibility }) => visibility === 'shareable')).toHaveLength(10);
  await administer(`alter database ${database.name} allow_connections true`);
});

it('has both copies see at once what an admin sets in one', async () => {
  const set = { command: 'settings', arguments: { language: 'uk' }, mayConfigure: async () => 'granted' };
  await ask(0, 'a', set);
  expect((await ask(1, 'a')).language).toBe('uk');
});

it('has one of two copies show an answer for everyone, and the other lead to it', async () => {
  const question = {
    command: 'ask',
    arguments: { question: 'when did the bridge open' },
    wantsPublic: true,
  };
  const both = await Promise.all([ask(0, 'a', question), ask(1, 'b', question)]);
  expect(both.map(({ audience }) => audience).sort()).toEqual(['asker', 'everyone']);
  await both.find(({ shown }) => shown !== undefined)?.shown?.annotate('https://chat.example/1');
  expect((await ask(1, 'c', question)).blocks[0]).toMatchObject({ link: { url: 'https://chat.example/1' } });
});
