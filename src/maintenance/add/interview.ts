import type { z } from 'zod';
import type { Corpus } from '../../knowledge/corpus.ts';
import { factSchema, type Source, sourceSchema } from '../../knowledge/schema.ts';
import { plainMessage } from '../../knowledge/yaml-file.ts';
import { fewestQuestions, wordsOf } from '../editorial-rules.ts';
import { type Asker, type Prompt, toLines } from './asker.ts';
import type { Draft } from './draft.ts';
import { proposeId } from './propose-id.ts';

const source = sourceSchema.shape;
const fact = factSchema.shape;

/** Asks for what the draft does not say of the source, and fills it in. */
export async function askForSource(
  draft: Draft['source'],
  asker: Asker,
  taken: ReadonlySet<string>,
): Promise<void> {
  draft.publisher ??= await asker.ask(
    needed('Publisher', source.publisher, { hint: 'who published the page' }),
  );
  draft.title ??= orNothing(await asker.ask(optional('Title', source.title, { hint: 'as printed' })));
  draft.publishedOn ??= orNothing(
    await asker.ask(optional('Published on', source.publishedOn, { hint: '2025-04-30, 2025-04 or 2025' })),
  );
  draft.reportedBy ??= orNothing(
    await asker.ask(
      optional('Reported by', source.reportedBy, { hint: 'whose report the publisher relays, if any' }),
    ),
  );
  draft.language ??= await asker.ask(needed('Language', source.language.unwrap(), { proposal: 'en' }));
  const { publisher, title = '', publishedOn = '' } = draft;
  const proposal = proposeId(`${publisher} ${/[a-z]/i.test(title) ? title : publishedOn}`, taken);
  draft.id ??= await asker.ask(free('Id of the source', source.id, { proposal }, taken));
}

/** Asks for what the draft does not say of the fact, and fills it in. */
export async function askForFact(
  draft: Draft['fact'],
  asker: Asker,
  { corpus, cited }: { readonly corpus: Corpus; readonly cited: Pick<Source, 'publishedOn'> },
): Promise<void> {
  draft.kind ??= factSchema.shape.kind.parse(await asker.choose('Kind of fact', kinds));
  draft.title ??= await asker.ask(needed('Title of the fact', fact.title, { hint: 'a headline' }));
  draft.statement ??= await asker.ask(
    needed('Statement', fact.statement, { hint: 'self-contained, in our own words, at most 300 characters' }),
  );
  const proposal = cited.publishedOn;
  draft.asOf ??= await asker.ask(
    needed('As of', fact.asOf, { hint: 'when it is true', ...(proposal === undefined ? {} : { proposal }) }),
  );
  if (draft.kind === 'claim' || draft.kind === 'position') {
    draft.speaker ??= await asker.ask(needed('Speaker', fact.speaker, { hint: 'who says so' }));
  }
  draft.questions ??= await asker.askLines(questionsPrompt(corpus));
  draft.tags ??= splitTags(await asker.ask(tagsPrompt));
  const taken = new Set([...corpus.facts.keys(), ...corpus.withdrawn.map(({ id }) => id)]);
  draft.id ??= await asker.ask(
    free('Id of the fact', fact.id, { proposal: proposeId(draft.title, taken) }, taken),
  );
}

const explanations: Readonly<Record<z.infer<typeof fact.kind>, string>> = {
  event: 'something happened',
  term: 'what an agreement or law says',
  claim: 'somebody says that it is so',
  figure: 'a number',
  position: 'what somebody wants or thinks of it',
  definition: 'what something is',
};
const kinds = fact.kind.options.map((value) => ({ value, label: `${value}: ${explanations[value]}` }));

type Extra = Pick<Prompt, 'hint' | 'proposal'>;

function needed(message: string, schema: z.ZodType, extra: Extra = {}): Prompt {
  const validate = (answer: string) => (answer === '' ? 'it is needed' : problemOf(schema, answer));
  return { message, ...extra, validate };
}

function optional(message: string, schema: z.ZodType, extra: Extra = {}): Prompt {
  return { message, ...extra, validate: (answer) => (answer === '' ? undefined : problemOf(schema, answer)) };
}

/** An id that nothing else has. */
function free(message: string, schema: z.ZodType, extra: Extra, taken: ReadonlySet<string>): Prompt {
  const { validate, ...rest } = needed(message, schema, extra);
  return { ...rest, validate: (answer) => (taken.has(answer) ? 'it is taken' : validate(answer)) };
}

function questionsPrompt({ facts }: Corpus): Prompt {
  const asked = new Map(
    [...facts.values()].flatMap(({ id, questions }) => questions.map((one) => [wordsOf(one), id])),
  );
  return {
    message: 'Questions',
    hint: `at least ${fewestQuestions}, one a line, as different people would ask`,
    validate: (answer) => {
      const lines = toLines(answer);
      const twin = lines.find((line) => asked.has(wordsOf(line)));
      if (twin !== undefined) return `"${asked.get(wordsOf(twin))}" is asked for with "${twin}" already`;
      if (lines.length < fewestQuestions) return `at least ${fewestQuestions} are needed`;
      return problemOf(fact.questions, lines);
    },
  };
}

const tagsPrompt: Prompt = {
  message: 'Tags',
  hint: 'a few words, between commas; may be empty',
  validate: (answer) => problemOf(fact.tags, splitTags(answer)),
};

function splitTags(answer: string): string[] {
  return toLines(answer.replaceAll(',', '\n'));
}

function orNothing(answer: string): string | undefined {
  return answer === '' ? undefined : answer;
}

function problemOf(schema: z.ZodType, value: unknown): string | undefined {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue === undefined ? undefined : plainMessage(issue);
}
