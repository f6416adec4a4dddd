import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { isDay } from '../../knowledge/partial-date.ts';
import type { Verdict } from './check-page.ts';

const entrySchema = z.intersection(
  z.object({ url: z.string(), on: z.string().refine(isDay) }),
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('fine') }),
    z.object({ outcome: z.literal('moved'), to: z.string() }),
    z.object({ outcome: z.enum(['dead', 'unsure']), reason: z.string() }),
  ]),
);

/** What is known of addresses from before. */
export interface LinkState {
  /** The verdict on an address, unless it is too old or there was none. */
  recall(url: string): Verdict | undefined;
  /** Keeps a verdict at once, so that it outlasts an interruption. */
  keep(url: string, verdict: Verdict): void;
}

/**
 * Opens a file with a verdict a line; one that is not there yet is begun, and lines that can't be read are dropped.
 * @param options.today The day of the verdicts to come.
 * @param options.since Verdicts of an earlier day are too old.
 * @throws UserError when the file can't be written.
 */
export function openLinkState(
  path: string,
  { today, since }: { readonly today: string; readonly since: string },
): LinkState {
  const entries = new Map(readEntries(path).map((entry) => [entry.url, entry]));
  for (const [url, { on, outcome }] of entries) {
    // What could not be told is worth another try.
    if (on < since || outcome === 'unsure') entries.delete(url);
  }
  write(path, [...entries.values()].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return {
    recall: (url) => entries.get(url),
    keep: (url, verdict) => appendFileSync(path, `${JSON.stringify({ url, on: today, ...verdict })}\n`),
  };
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`The verdicts can't be kept: ${reason}.`, {
      nextStep: 'Name a file that can be written with --state.',
    });
  }
}

function readEntries(path: string): z.infer<typeof entrySchema>[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const result = entrySchema.safeParse(parseJson(line));
    return result.success ? [result.data] : [];
  });
}

/** Undefined for a line that broke off. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
