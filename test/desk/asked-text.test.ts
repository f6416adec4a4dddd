import { describe, expect, it } from 'vitest';
import { cleanNote, normaliseQuestion } from '../../src/desk/asked-text.ts';

describe('a question as it is counted', () => {
  it.each([
    ['  When did the BRIDGE open?! ', 'when did the bridge open'],
    ['Коли відкрили міст?', 'коли відкрили міст'],
    ['<@U0PERSON> <@!123> <#C1|general> <!here> who @anna.b pays', 'who pays'],
    ['see <https://example.org/a|this> or https://example.org/?q=1 or www.example.org why', 'see or or why'],
    ['mail me at anna@example.org when', 'mail me at when'],
    ['call +380 67 123 45 67 or 067-123-45-67 or 4111 1111 1111 1111 why', 'call or or why'],
    ['why xoxb-loopback-not-a-real-token-at-all', 'why'],
    ['did it cost 33,000,000 on 2025-04-30, 50%', 'did it cost 33,000,000 on 2025-04-30, 50%'],
  ])('%j becomes %j', (asked, counted) => {
    expect(normaliseQuestion(asked)).toBe(counted);
  });

  it('is at most 200 characters long', () => {
    expect(normaliseQuestion('why so '.repeat(100))?.length).toBeLessThanOrEqual(200);
  });

  it.each(['', '   ', '?!', '42', 'https://example.org', '<@U1>'])(
    'is none when no word is left: %j',
    (text) => {
      expect(normaliseQuestion(text)).toBeUndefined();
    },
  );
});

it('keeps the pages that a note names, and nobody', () => {
  const note = 'Wrong,\n@bob: see https://example.org/a?b=1234567890 or ask anna@example.org\u202e';
  expect(cleanNote(note)).toBe('Wrong, : see https://example.org/a?b=1234567890 or ask');
});
