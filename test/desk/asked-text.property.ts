import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNote, normaliseQuestion } from '../../src/desk/asked-text.ts';
import { anyText } from '../support/arbitraries/text.ts';

/** What names a person, a page, an account or a secret, as people and platforms write it. */
const personal = fc.constantFrom(
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@U01ABCDEF>',
  '<#C01ABCDEF|general>',
  '<https://evil.example/secret|here>',
  '<mailto:olena@example.org|olena>',
  'https://evil.example/secret',
  'www.evil.example/secret',
  'olena.koval@example.org',
  '@olena_koval',
  '+380 44 123 45 67',
  '4111 1111 1111 1111',
  'xoxb-1234567890-abcdefghijklmnop',
);
const around = fc.constantFrom(' ', '\n', ' — ', ' (', '"');
const marks = /olena|evil\.example|123 ?45|1111|xoxb|123456789|01abcdef/iu;

describe('a question as it is counted', () => {
  it('names nobody, is at most 200 characters long, and is counted under the same words again', () => {
    fc.assert(
      fc.property(anyText(), fc.array(fc.tuple(around, personal), { maxLength: 3 }), (text, named) => {
        const spoken = `${text.replaceAll(/evil\.example|\d/giu, '')}${named.map(([space, one]) => `${space}${one} `).join('')}`;
        const counted = normaliseQuestion(spoken);
        if (counted === undefined) return;
        expect(counted).not.toMatch(marks);
        expect(counted.length).toBeLessThanOrEqual(200);
        expect(counted).toMatch(/\p{L}/u);
        expect(counted).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(normaliseQuestion(counted)).toBe(counted);
      }),
    );
  });
});

describe('a note as it is kept', () => {
  it('is one line that names nobody', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            personal.filter((one) => !one.includes('evil.example')),
            fc.constantFrom('wrong', 'since May'),
          ),
          { maxLength: 4 },
        ),
        (parts) => {
          const note = cleanNote(parts.join(' '));
          expect(note).not.toMatch(marks);
          expect(note).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        },
      ),
    );
  });

  it('is made of any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(cleanNote(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      }),
    );
  });
});
