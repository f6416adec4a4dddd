import { describe, expect, it } from 'vitest';
import { describeStorage, openStorage } from '../../src/storage/index.ts';

const problemOf = (DATABASE_URL: string) => openStorage({ DATABASE_URL }).catch((error: unknown) => error);

describe('DATABASE_URL', () => {
  it.each([
    'hunter2',
    'mysql://desk:hunter2@db/desk',
    'postgres://desk:hunter2@db',
    'postgres://desk:hunter2@db/',
    'postgres://desk:hun#ter2@db/desk',
    'postgres://desk:12/hunter2@db/desk',
    'postgres://desk:hunter2%E0%A4%A@db/desk',
    'postgres://desk:hunter2@db:port/desk',
  ])('that can not be read is refused, with what is right, and not shown: %s', async (url) => {
    const error = await problemOf(url);
    expect(error).toMatchObject({
      message: 'The database is not set up right:',
      problems: [
        expect.stringMatching(/^DATABASE_URL must be as postgres:\/\/user:password@host:5432\/database/),
      ],
    });
    expect(JSON.stringify(error)).not.toMatch(/hunter2|ter2/);
  });

  it.each([
    [
      'postgres://desk:hunter2@127.0.0.1:1/desk',
      /^connect ECONNREFUSED 127\.0\.0\.1:1: start it, or set host/,
    ],
    [
      'postgresql://desk:hunter2@localhost:1/desk',
      /^connect ECONNREFUSED .*: start it, or set host and port/,
    ],
    ['postgresql:///desk?host=/nowhere&user=desk', /^connect ENOENT \/nowhere\/.*: look whether it runs/],
  ])('that leads nowhere is told with the reason: %s', async (url, problem) => {
    const error = await problemOf(url);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The database \S+\/desk can't be used:$/),
      problems: [expect.stringMatching(problem)],
    });
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  it('is described without its user and password', () => {
    const DATABASE_URL = 'postgres://desk:hunter2@db.example.org:5433/facts';
    expect(describeStorage({ DATABASE_URL, DATABASE_FILE: 'x.db' })).toBe(
      'PostgreSQL at db.example.org:5433/facts',
    );
    expect(describeStorage({ DATABASE_FILE: ':memory:' })).toBe('SQLite in :memory:');
  });
});
