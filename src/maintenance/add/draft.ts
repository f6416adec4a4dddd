import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { factSchema, sourceSchema } from '../../knowledge/schema.ts';
import { parseYamlFile, readAs } from '../../knowledge/yaml-file.ts';

const { url, urlNote, language, ...source } = sourceSchema.shape;
const { citations, addedOn, overtakenOn, corrections, conflictsWith, questions, tags, ...fact } =
  factSchema.shape;

/** A fact with its source on the way into the corpus: what is not there yet is asked for. */
const draftSchema = z.strictObject({
  /** The subject file, without its ending. */
  topic: z.string().optional(),
  source: z
    .strictObject({ ...source, language: language.unwrap() })
    .partial()
    .default({}),
  fact: z
    .strictObject({
      ...fact,
      conflictsWith: conflictsWith.unwrap(),
      questions: questions.unwrap(),
      tags: tags.unwrap(),
    })
    .partial()
    .default({}),
});

export type Draft = z.infer<typeof draftSchema>;

export function emptyDraft(): Draft {
  return { source: {}, fact: {} };
}

/**
 * Reads a draft: `topic`, and of `source` and `fact` whatever is known, in the form of the corpus.
 * @throws UserError that lists every problem with its place.
 */
export async function readDraft(path: string): Promise<Draft> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path} can't be read (${error.code}).`, {
      nextStep: 'Name a YAML file with --from.',
    });
  });
  const { value, problems } = readAs(parseYamlFile(path, text), draftSchema);
  if (value !== undefined) return value;
  throw new UserError(problems.map(formatProblem).join('\n'), {
    nextStep: 'Nothing was written. A draft has topic, source (publisher, title …) and fact (kind, title …).',
  });
}

/** The draft as `readDraft` takes it. */
export function renderDraft(draft: Draft): string {
  return stringify(draft);
}
