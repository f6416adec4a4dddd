import { z } from 'zod';

const looseText = z.union([z.string(), z.number().transform(String)]).catch('');

/** A list of which no entry is refused: whatever is not right in one is empty. */
function looseList<S extends z.ZodRawShape>(shape: S) {
  const entry = z.object(shape);
  return z.array(z.unknown().transform((value) => entry.parse(isObject(value) ? value : {}))).catch([]);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const looseTexts = z.array(looseText).catch([]);

/**
 * Whatever can be made out of a subject file that has mistakes in it, so that one mistake does not hide the next.
 * A text that is not there or not a text is empty.
 */
export const looseSubjectSchema = z.object({
  sources: looseList({ id: looseText, url: looseText, publishedOn: looseText }),
  facts: looseList({
    id: looseText,
    statement: looseText,
    asOf: looseText,
    conflictsWith: looseTexts,
    supersededBy: looseText,
    overtakenOn: looseText,
    addedOn: looseText,
    reviewBy: looseText,
    corrections: looseList({ on: looseText, was: looseText }),
    questions: looseTexts,
    citations: looseList({ source: looseText }),
  }),
  withdrawn: looseList({ id: looseText, on: looseText }),
});

export type LooseSubject = z.infer<typeof looseSubjectSchema>;
