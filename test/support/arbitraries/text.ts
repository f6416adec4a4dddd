import fc from 'fast-check';

/** What platforms, browsers, terminals and YAML obey when nobody stops them. */
const commanding = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ask:123456789012345678>',
  '<:smile:123456789012345678>',
  '<t:1700000000:R>',
  '<id:customize>',
  '<@U12345678>',
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1|all>',
  '<#C12345678|general>',
  '<https://evil.example|bank>',
  '[bank](https://evil.example)',
  '[bank](<https://evil.example>)',
  'https://evil.example/a_b*c~d',
  'https://evil.example/(x)',
  'mailto:a@evil.example',
  ':smile:',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '``',
  '```',
  '```js\n',
  '\\',
  '# ',
  '### ',
  '-# ',
  '- ',
  '* ',
  '1. ',
  '> ',
  '>>> ',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '&lt;',
  '&#60;',
  '&amp;lt;',
  '|',
  '"',
  "'",
  '=',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!--',
  ']]>',
  'javascript:alert(1)',
  '{{7*7}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what somebody might type
  '${7*7}',
  '--public',
  '--json',
  '/ask ',
  'timeline from:2025-04 ',
  'page:"2" ',
  'topic:"',
  ': ',
  '- &a [*a]',
  '!!js/function ',
  '\t',
  '\n',
  '\r\n',
  '%s %d %',
] as const;

/** Escape sequences, marks that hide or turn text, and code units that are no character. */
const unseen = [
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u001b[2J',
  '\u009b2J',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u0301\u0302\u0303'.repeat(20),
  '\u061c',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2028',
  '\u2029',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\ud800',
  '\udfff',
  '\ue000',
  '\u{e0041}',
  '🇺🇦',
  '👩‍👩‍👧‍👦',
] as const;

const ordinary = [
  'When was the bridge opened?',
  'who lit the brigde at night',
  'Коли відкрили міст?',
  'п’ять мільйонів',
  '$19 million',
  '20 %',
  '8 May 2025',
  '2025-04-30',
  'הגשר נפתח',
  'افتتح الجسر',
  '橋が開通した',
  'the ',
  'a',
  '1',
  ' ',
  '.',
  '? ',
] as const;

const anyCharacter = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)) },
);

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...commanding) },
  { weight: 3, arbitrary: fc.constantFrom(...unseen) },
  { weight: 4, arbitrary: fc.constantFrom(...ordinary) },
  { weight: 2, arbitrary: anyCharacter },
);

/** Any text at all, with more than its share of what does harm; mostly short. Lone surrogates included. */
export function anyText({ maxLength = 6_000 }: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  const short = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  const long = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 400 }))
    .map(([pieces, times]) => pieces.join('').repeat(times));
  return fc
    .oneof({ weight: 30, arbitrary: short }, { weight: 1, arbitrary: long })
    .map((text) => text.slice(0, maxLength));
}

/** One line that the corpus takes: neither empty nor with a control or invisible character in it. */
export function corpusLine(maxLength: number): fc.Arbitrary<string> {
  const allowed = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
  return anyText({ maxLength: 2 * maxLength }).map(
    (text) => text.replace(allowed, '').slice(0, maxLength).trim() || 'x',
  );
}
