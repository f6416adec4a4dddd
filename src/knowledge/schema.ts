import { z } from 'zod';
import { id, LENGTHS, line } from './fields.ts';
import { isDay, isPartialDate } from './partial-date.ts';

const partialDate = z
  .union([z.string(), z.number().int().transform(String)])
  .refine(isPartialDate, 'must be a day (2025-04-30), a month (2025-04) or a year (2025) that exists')
  .describe('A day (2025-04-30), a month (2025-04) or a year (2025).');

const day = z.string().refine(isDay, 'must be a day that exists, such as 2025-04-30');

const httpsAddress = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be an https address' })
  .describe('The address of the page itself, with https.');

export const sourceSchema = z
  .strictObject({
    id,
    publisher: line(80),
    title: line(250).optional().describe('The headline, as printed.'),
    url: httpsAddress.optional(),
    urlNote: line(200).optional().describe('Only without url: says that the address could not be found.'),
    publishedOn: partialDate.optional(),
    reportedBy: line(120).optional().describe('The agency or paper that the publisher relays.'),
    archiveUrl: httpsAddress.optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'must be a two-letter language code such as en or uk')
      .default('en'),
  })
  .refine((source) => (source.url === undefined) !== (source.urlNote === undefined), {
    path: ['url'],
    message: 'give either url (https) or, when it could not be found, urlNote that says so',
  });

const kindSchema = z.enum(['event', 'term', 'claim', 'figure', 'position', 'definition']);

const questions = z.array(line(LENGTHS.question));

const ukrainianFact = z
  .strictObject({
    title: line(LENGTHS.title).optional(),
    statement: line(LENGTHS.statement).optional().describe('The same statement, no more and no less.'),
    speaker: line(120).optional().describe('The name of the speaker, in the nominative.'),
    conflictNote: line(200).optional(),
    assumption: line(160).optional().describe('Completes "Запитання припускає, …".'),
    questions: questions.max(30).default([]).describe('Ways in which people ask for it in Ukrainian.'),
  })
  .describe('The fact for readers of Ukrainian; what is missing is shown in English with a note.');

const correctionSchema = z.strictObject({
  on: day.describe('The statement is right since this day.'),
  was: line(LENGTHS.statement).describe('What it said before, and was wrong.'),
  uk: z.strictObject({ was: line(LENGTHS.statement) }).optional(),
});

export const factSchema = z
  .strictObject({
    id,
    kind: kindSchema,
    title: line(LENGTHS.title).describe('A headline.'),
    statement: line(LENGTHS.statement).describe('Self-contained, in our own words; it is shown whole.'),
    asOf: partialDate.describe('The date for which the statement is true: day, month or year.'),
    speaker: line(120).optional().describe('Who says so. Required for claims and positions.'),
    conflictsWith: z
      .array(id)
      .default([])
      .describe('Facts that say otherwise; naming it on one side is enough.'),
    conflictNote: line(200).optional().describe('Why they differ, if known, in one short sentence.'),
    supersededBy: id.optional().describe('The later fact that has overtaken this one.'),
    overtakenOn: day
      .optional()
      .describe('The day on which supersededBy was added, when readers had been given the fact before.'),
    addedOn: day.optional().describe('The day on which the fact came into the corpus; it never changes.'),
    reviewBy: day.optional().describe('The day by which somebody should look whether it still holds.'),
    corrections: z
      .array(correctionSchema)
      .default([])
      .describe('What readers were told wrongly before, oldest first. A typo is no correction.'),
    questions: questions
      .max(60)
      .default([])
      .describe('Three or more ways in which people ask for it; the first is shown on buttons.'),
    corrects: z
      .strictObject({
        assumption: line(160).describe('Completes the sentence "The question assumes …".'),
        questions: questions.min(1).describe('Questions that make this assumption.'),
      })
      .optional()
      .describe('A common misconception that this fact sets right.'),
    tags: z.array(line(40)).default([]),
    uk: ukrainianFact.optional(),
    citations: z.array(z.strictObject({ source: id })).min(1, 'a fact needs at least one citation'),
  })
  .refine((fact) => fact.speaker !== undefined || (fact.kind !== 'claim' && fact.kind !== 'position'), {
    path: ['speaker'],
    message: 'a claim or position needs its speaker',
  });

const withdrawnSchema = z
  .strictObject({
    id: id.describe('The id that the fact had. It stays taken.'),
    title: line(LENGTHS.title),
    on: day.describe('The day on which it was taken out.'),
    because: line(200).describe('Why, in one short sentence for readers.'),
    uk: z.strictObject({ title: line(LENGTHS.title), because: line(200) }).optional(),
  })
  .describe('A fact that was taken out of the corpus.');

/** One file of the corpus, data/<subject>.yaml. */
export const subjectSchema = z.strictObject({
  title: line(LENGTHS.topicTitle).optional().describe('How the topic is shown to readers.'),
  uk: z
    .strictObject({ title: line(LENGTHS.topicTitle) })
    .optional()
    .describe('The title in Ukrainian.'),
  sources: z.array(sourceSchema).default([]),
  facts: z.array(factSchema).default([]),
  withdrawn: z.array(withdrawnSchema).default([]),
});

/** data/glossary.yaml */
export const glossarySchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      term: line(80).describe('The standard form.'),
      kind: z.enum(['person', 'institution', 'place', 'mineral', 'word']).default('word'),
      aliases: z
        .array(line(80))
        .default([])
        .describe('Other spellings, nicknames and everyday words for it.'),
    }),
  ),
});

/** data/unanswered.yaml: what people ask and no fact answers, so that it is refused for sure. */
export const unansweredSchema = z.strictObject({ questions: z.array(line(LENGTHS.question)) });

/** data/topic.yaml */
export const topicSchema = z.strictObject({
  name: line(80),
  scope: line(400),
  outOfScope: z.array(line(120)).default([]),
  uk: z
    .strictObject({ name: line(80), scope: line(400), outOfScope: z.array(line(120)).default([]) })
    .optional()
    .describe('The same in Ukrainian.'),
  reviewedOn: partialDate.optional(),
});

/** test/questions.yaml: the golden questions. */
export const goldenSchema = z.strictObject({
  questions: z.array(
    z.strictObject({
      ask: z.string(),
      expect: z
        .union([z.literal('unanswered'), z.array(id).min(1)])
        .describe('The facts that answer it, the best first; any of them may lead.'),
      because: line(200),
      all: z
        .literal(true)
        .optional()
        .describe('Several questions in one breath: every fact has to be shown.'),
      after: z.string().optional().describe('The question asked before, to whose answer this one refers.'),
      near: z.literal(true).optional().describe('Written with the questions in view that the fact carries.'),
      knownMiss: z
        .literal(true)
        .optional()
        .describe('The bot does not get this one right yet; it counts as a failure in the benchmark.'),
    }),
  ),
});

export type Source = Readonly<z.infer<typeof sourceSchema>>;
export type FactEntry = Readonly<z.infer<typeof factSchema>>;
export type CorrectionEntry = Readonly<z.infer<typeof correctionSchema>>;
export type WithdrawnEntry = Readonly<z.infer<typeof withdrawnSchema>>;
export type Subject = z.infer<typeof subjectSchema>;
export type GlossaryEntry = z.infer<typeof glossarySchema>['entries'][number];
export type Topic = z.infer<typeof topicSchema>;
export type GoldenQuestion = z.infer<typeof goldenSchema>['questions'][number];
