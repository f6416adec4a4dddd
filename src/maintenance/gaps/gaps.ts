import { join } from 'node:path';
import { today } from '../../desk/days.ts';
import { findGaps, type Gaps, type LocatedGap } from '../../desk/find-gaps.ts';
import { UserError } from '../../errors.ts';
import { createKnowledge } from '../../knowledge/index.ts';
import { loadCorpus } from '../../knowledge/read-corpus.ts';
import { contentOf } from '../../knowledge/search/question.ts';
import { createAnalyser } from '../../knowledge/text/terms.ts';
import type { Notes } from '../../storage/storage.ts';
import { renderGaps } from './render.ts';
import { renderStub, writeStub } from './stub.ts';

/** @throws StartupError when the corpus can't be used. */
async function loadGaps(
  directory: string,
  notes: Pick<Notes, 'questions'>,
): Promise<Gaps & { readonly topics: readonly string[] }> {
  const corpus = await loadCorpus(directory);
  const analyser = createAnalyser(corpus.glossary);
  const termsOf = (text: string) => {
    const terms = contentOf({ terms: analyser.analyse(text) });
    return new Set(terms.map((term) => term.text));
  };
  const knowledge = createKnowledge(corpus);
  const gaps = findGaps(await notes.questions(), { knowledge, termsOf, day: today() });
  return { ...gaps, topics: corpus.topics.map(({ id }) => id) };
}

/**
 * What people asked and found no good answer to, as a text to print.
 * @throws StartupError when the corpus can't be used.
 */
export async function listGaps(directory: string, notes: Pick<Notes, 'questions'>): Promise<string> {
  return renderGaps(await loadGaps(directory, notes));
}

/**
 * Begins a fact for a gap, in the file of the topic or else of the nearest fact, and marks the gap as handled.
 * @returns What was done, to print.
 * @throws UserError when there is no such gap or topic.
 */
export async function stubGap(
  directory: string,
  notes: Pick<Notes, 'questions' | 'markHandled'>,
  { id, topic }: { readonly id: number; readonly topic?: string | undefined },
): Promise<string> {
  const found = await loadGaps(directory, notes);
  const gap = requireGap(found, id);
  const subject = topic ?? gap.nearest[0]?.subject;
  if (subject === undefined || !found.topics.includes(subject)) {
    const problem = topic === undefined ? 'No fact is near this gap.' : `There is no topic "${topic}".`;
    throw new UserError(problem, {
      nextStep: `Name one: npm run corpus -- gaps stub ${id} <topic>, of ${found.topics.join(', ')}.`,
    });
  }
  const stub = toStub(gap);
  const file = join(directory, `${subject}.yaml`);
  const isWritten = await writeStub(file, stub);
  await notes.markHandled(
    gap.questions.map((question) => question.id),
    today(),
  );
  return isWritten
    ? `Wrote a stub at the end of ${file}; it is a comment until you fill it in. Gap ${id} is handled.`
    : `${file} has no list of facts to continue; put this into it. Gap ${id} is handled.\n\n${renderStub(stub)}`;
}

/**
 * Marks a gap as handled without a fact: it is left out until somebody asks again.
 * @throws UserError when there is no such gap.
 */
export async function dismissGap(
  directory: string,
  notes: Pick<Notes, 'questions' | 'markHandled'>,
  id: number,
): Promise<string> {
  const { questions } = requireGap(await loadGaps(directory, notes), id);
  await notes.markHandled(
    questions.map((question) => question.id),
    today(),
  );
  return `Gap ${id} is handled; it comes back when it is asked again on a later day.`;
}

function requireGap({ gaps }: Gaps, id: number): LocatedGap {
  const gap = gaps.find((one) => one.questions.some((question) => question.id === id));
  if (gap !== undefined) return gap;
  throw new UserError(`There is no gap ${id}.`, { nextStep: 'npm run corpus -- gaps lists them.' });
}

function toStub({ questions, times, places, lastDay }: LocatedGap) {
  const id = questions[0].text
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return {
    id: id === '' ? 'new-fact' : id,
    questions: questions.map(({ text }) => text),
    reason: `Asked ${times === 1 ? 'once' : `${times} times`} at ${places === 1 ? 'one place' : `${places} places`}, last on ${lastDay}.`,
  };
}
