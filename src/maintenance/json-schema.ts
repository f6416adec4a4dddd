import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { measuresSchema } from '../knowledge/measure-schema.ts';
import {
  glossarySchema,
  goldenSchema,
  subjectSchema,
  topicSchema,
  unansweredSchema,
} from '../knowledge/schema.ts';

const schemas = {
  'subject.schema.json': subjectSchema,
  'glossary.schema.json': glossarySchema,
  'measures.schema.json': measuresSchema,
  'topic.schema.json': topicSchema,
  'unanswered.schema.json': unansweredSchema,
  'questions.schema.json': goldenSchema,
};

/** The JSON Schemas for editors, by file name: what they may write, as YAML files have it. */
export function renderJsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}

/** Writes them to the folder schema within the corpus, to which the first line of each YAML file points. */
export async function writeJsonSchemas(directory: string): Promise<readonly string[]> {
  const folder = join(directory, 'schema');
  await mkdir(folder, { recursive: true });
  const rendered = renderJsonSchemas();
  await Promise.all([...rendered].map(([name, text]) => writeFile(join(folder, name), text)));
  return [...rendered.keys()].map((name) => join(folder, name));
}
