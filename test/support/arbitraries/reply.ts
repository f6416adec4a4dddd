import fc from 'fast-check';
import { languages } from '../../../src/bot/language.ts';
import {
  type Block,
  type Choice,
  type FactBlock,
  longestAlt,
  type Reply,
  type SourceLine,
} from '../../../src/bot/reply.ts';
import { anyText, corpusLine } from './text.ts';

const id = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join('-'));

/** An address as the corpus takes it: https, a host with a domain, and anything after it that `URL` can read. */
const addressUpTo = (maxLength: number) =>
  fc.tuple(fc.webPath(), corpusLine(maxLength), fc.boolean()).map(([path, rest, isOdd]) => {
    const end = isOdd ? `/?${rest.replace(/\s/gu, '')}` : path;
    return `https://example.org${end.slice(0, maxLength)}`;
  });
const address = addressUpTo(250);
const shortAddress = addressUpTo(60);

const language = fc.constantFrom(...languages);

const choice: fc.Arbitrary<Choice> = fc.record({
  label: corpusLine(300),
  command: fc.constantFrom('fact', 'ask', 'timeline', 'sources'),
  arguments: fc.dictionary(fc.constantFrom('fact', 'question', 'topic', 'page'), corpusLine(200), {
    maxKeys: 2,
  }),
});

const sourceLine = fc.record(
  {
    publisher: corpusLine(40),
    reporting: corpusLine(40),
    title: corpusLine(110),
    date: fc.constantFrom('8 May 2025', '2025 рік'),
    url: address,
    note: corpusLine(80),
  },
  { requiredKeys: ['publisher'] },
);

/** A few sources as people cite them, or many short ones. */
const sourceLines = fc
  .oneof(
    fc.array(sourceLine, { minLength: 1, maxLength: 6 }),
    fc.array(fc.record({ publisher: corpusLine(12), url: shortAddress }), { minLength: 11, maxLength: 13 }),
  )
  .map((lines) => lines.map((line, index): SourceLine => ({ ...line, number: index + 1 })));

/** Facts with marks that all stand in the list of sources behind them, as an answer has them. */
const answered: fc.Arbitrary<Block[]> = sourceLines.chain((sources) =>
  fc
    .array(
      fc.record(
        {
          type: fc.constant('fact' as const),
          factId: id,
          label: corpusLine(60),
          statement: corpusLine(295),
          marks: fc.subarray(
            sources.map(({ number }) => number),
            { minLength: 1 },
          ),
          note: corpusLine(80),
        },
        { requiredKeys: ['type', 'factId', 'statement', 'marks', 'note'] },
      ),
      { minLength: 1, maxLength: 9 },
    )
    .map((facts): Block[] => {
      const marks = new Set(facts.flatMap((fact: FactBlock) => fact.marks));
      // Each statement is found in no other.
      const distinct = facts.map((fact, index) => ({ ...fact, statement: `${fact.statement} §${index}§` }));
      return [...distinct, { type: 'sources', sources: sources.filter(({ number }) => marks.has(number)) }];
    }),
);

const text = fc.record({
  type: fc.constant('text' as const),
  text: anyText({ maxLength: 6_000 }).map((typed) => `You said: ${typed}`),
});
const heading = fc.record({ type: fc.constant('heading' as const), text: corpusLine(200) });
const choices = fc.record({
  type: fc.constant('choices' as const),
  title: corpusLine(80),
  choices: fc.array(choice, { minLength: 1, maxLength: 8 }),
});
const list = fc.record({
  type: fc.constant('list' as const),
  items: fc.array(
    fc.record({ label: corpusLine(120), text: corpusLine(300), choice }, { requiredKeys: ['label', 'text'] }),
    { minLength: 1, maxLength: 30 },
  ),
});
const picture = fc.record({
  type: fc.constant('picture' as const),
  name: id,
  alt: anyText({ maxLength: longestAlt }),
  lines: fc.array(corpusLine(300), { maxLength: 12 }),
  render: fc.constant(() => Promise.reject(new Error('nobody draws it'))),
});

const blocks: fc.Arbitrary<Block[]> = fc
  .tuple(
    fc.array(fc.oneof(heading, text), { maxLength: 3 }),
    fc.option(picture, { nil: undefined }),
    fc.oneof(
      answered,
      list.map((one): Block[] => [one]),
      text.map((one): Block[] => [one]),
    ),
    fc.option(text, { nil: undefined }),
    fc.option(choices, { nil: undefined }),
  )
  .map(([before, shown, body, after, next]) =>
    [...before, shown, ...body, after, next].filter((block) => block !== undefined),
  );

/** Any reply that a command could make: a text that somebody typed may stand in its texts, never in its facts. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    visibility: fc.constantFrom('shareable', 'private'),
    language,
    blocks,
    feedback: fc.record(
      {
        factIds: fc.array(id, { minLength: 1, maxLength: 4 }),
        questionHash: fc.constant('abcDEF012_-xyz34'),
      },
      { requiredKeys: ['factIds'] },
    ),
  },
  { requiredKeys: ['visibility', 'language', 'blocks'] },
);

export { address as anyAddress, choice as anyChoice, language as anyLanguage };
