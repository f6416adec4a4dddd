import { describe, expect, it } from 'vitest';
import { createScrubber } from '../../src/logging/scrub.ts';

describe('the scrubber', () => {
  const scrub = createScrubber({
    DISCORD_TOKEN: 'not shaped like "one"',
    ENCRYPTION_KEY: 'first-key-of-all,second-key-of-all',
    GAPS_KEY: 'short',
    DATABASE_URL: 'postgres://desk:pass%20w0rd@db/desk',
    CORPUS_DIR: '/srv/corpus-of-facts',
  });

  it.each([
    ['not shaped like "one"', '[redacted]'],
    ['first-key-of-all and second-key-of-all', '[redacted] and [redacted]'],
    ['user desk with pass w0rd', 'user desk with [redacted]'],
    ['postgres://desk:pass%20w0rd@db/desk', 'postgres://desk:[redacted]@db/desk'],
    ['GET /?t=not%20shaped%20like%20%22one%22', 'GET /?t=[redacted]'],
  ])('takes the values of secret settings out of %j', (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  it('leaves JSON what it is', () => {
    const line = { message: 'not shaped like "one"', url: 'http://host:80', mail: 'a@b', error: { a: [1] } };
    expect(JSON.parse(scrub(JSON.stringify(line)))).toEqual({ ...line, message: '[redacted]' });
  });

  it.each([
    'xoxb-12345-abcdef-ghijkl',
    'xapp-1-A0-12345-abcdef',
    'xoxe.xoxp-1-Mi0yLTEyMzQ1',
    `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`,
  ])('knows the shape of %j', (token) => {
    expect(scrub(`before ${token} after`)).toBe('before [redacted] after');
  });

  it('knows what lets somebody in, or lets them post', () => {
    expect(scrub('authorization: Bearer abcdefgh12')).toBe('authorization: Bearer [redacted]');
    expect(scrub('https://hooks.slack.com/commands/T1/2/abcDEF')).toBe('https://hooks.slack.com/[redacted]');
    const path = '/api/v10/webhooks/123456789012345678';
    expect(scrub(`${path}/aW50ZXJhY3Rpb246MTIz/messages`)).toBe(`${path}/[redacted]/messages`);
  });

  it('leaves ordinary words alone', () => {
    const text = 'A short line about /srv/corpus-of-facts, version 1.2.3, at http://127.0.0.1:3000/readyz.';
    expect(scrub(text)).toBe(text);
  });
});
