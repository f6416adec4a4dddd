import { exec } from 'node:child_process';
import { inspect, promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { administer, createPostgresDatabase, type PostgresDatabase } from '../support/storage/postgres.ts';

const run = promisify(exec);
const hourMs = 3_600_000;

let database: PostgresDatabase;
let storage: Storage;
let losses: unknown[];

beforeEach(async () => {
  losses = [];
  database = await createPostgresDatabase();
  storage = await openStorage(database.environment, { report: (error) => losses.push(error) });
});

afterEach(async () => {
  await administer(`alter database ${database.name} allow_connections true`);
  await storage.close();
  await database.remove();
});

/** Ends all connections to the database, as a server does that is shut down. */
const disconnect = () =>
  administer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}' and pid <> pg_backend_pid()`,
  );

/** Keeps writing, whatever becomes of it, until it is told to stop. */
function keepClaiming() {
  let isOver = false;
  const set: string[] = [];
  const claimOn = async () => {
    for (let count = 0; !isOver; count += 1) {
      const key = `event ${count}`;
      if (await storage.marks.claim(key, { ttlMs: hourMs }).catch(() => false)) set.push(key);
      await storage.notes.record([{ type: 'use', factId: key, day: '2026-11-01' }]).catch(() => {});
    }
  };
  const claiming = claimOn();
  return async () => {
    isOver = true;
    await claiming;
    return set;
  };
}

it('goes on after its connections were ended in the middle of its work', async () => {
  const stop = keepClaiming();
  for (let round = 0; round < 20; round += 1) await disconnect();
  const set = await stop();
  expect(set.length).toBeGreaterThan(0);
  const notes = await Promise.all(set.map((key) => storage.marks.find(key)));
  expect(notes).toEqual(set.map(() => ''));
});

it('survives the loss of connections that nobody uses, and tells of it', async () => {
  await Promise.all([storage.ping(), storage.ping(), storage.settings.save('a', '{}')]);
  await disconnect();
  await expect.poll(() => losses.length).toBeGreaterThan(0);
  // The ends of several connections are not all noticed at once.
  await expect.poll(() => storage.settings.find('a').catch(() => undefined)).toBe('{}');
  const shown = inspect(losses, { depth: 10, showHidden: true });
  expect(shown).toContain('terminating connection due to administrator command');
  expect(shown).not.toContain(new URL(database.environment.DATABASE_URL).password);
});

it('rejects every call while the database is away, and answers once it is back', async () => {
  await storage.settings.save('a', '{}');
  await administer(`alter database ${database.name} allow_connections false`);
  await disconnect();
  await expect.poll(() => storage.ping().catch(({ message }) => message)).toMatch(/not currently accepting/);
  await expect(storage.settings.find('a')).rejects.toThrow();
  await expect(storage.marks.claim('event', { ttlMs: hourMs })).rejects.toThrow();
  await expect(storage.notes.record([{ type: 'use', factId: 'one', day: '2026-11-01' }])).rejects.toThrow();
  await administer(`alter database ${database.name} allow_connections true`);
  expect(await storage.settings.find('a')).toBe('{}');
  expect(await storage.marks.claim('event', { ttlMs: hourMs })).toBe(true);
});

it('goes on after the server crashed and was started again', async () => {
  const restart = process.env.TEST_DATABASE_RESTART;
  if (!restart) {
    throw new Error(
      'TEST_DATABASE_RESTART names no command that restarts the server: run this by ./scripts/with-postgres.sh',
    );
  }
  await storage.settings.save('a', '{}');
  const stop = keepClaiming();
  await run(restart, { shell: '/bin/bash' });
  const set = await stop();
  expect(await storage.settings.find('a')).toBe('{}');
  expect(await storage.marks.claim('after', { ttlMs: hourMs })).toBe(true);
  const notes = await Promise.all(set.map((key) => storage.marks.find(key)));
  expect(notes).toEqual(set.map(() => ''));
});
