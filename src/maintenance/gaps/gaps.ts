import { join } from 'node:path';
import { today } from '../../desk/days.ts';
import { weakBelow } from '../../desk/desk.ts';
import { type Gap, rankGaps } from '../../desk/gaps.ts';
import { UserError } from '../../errors.ts';
import { loadCorpus } from '../../knowledge/corpus.ts';
import { createKnowledge, type Knowledge } from '../../knowledge/index.ts';
import { createAnalyser } from '../../knowledge/text/terms.ts';
import type { NotedQuestion, Storage } from '../../storage/storage.ts';
import { renderGaps } from './render.ts';
import { renderStub, writeStub } from './stub.ts';

const mostNearest = 3;

/** A gap with the facts that come nearest to it, nearest first. */
export interface LocatedGap extends Gap {
  readonly nearest: readonly { readonly id: string; readonly subject: string }[];
}

export interface Gaps {
  readonly gaps: readonly LocatedGap[];
  /** How many noted questions the corpus, as it is now, answers well; they are left out. */
  readonly answered: number;
}

/**
 * What people asked and found no good answer to, the most wanted first.
 * @throws StartupError when the corpus can't be used.
 */
export async function findGaps(directory: string, storage: Pick<Storage, 'questions'>): Promise<Gaps> {
  const corpus = await loadCorpus(directory);
  const knowledge = createKnowledge(corpus);
  const analyser = createAnalyser(corpus.glossary);
  const noted = await storage.questions();
  const open = noted.filter((question) => !isAnsweredBy(knowledge, question));
  const termsOf = (text: string) =>
    new Set(
      analyser
        .analyse(text)
        .filter(({ isFunctionWord, isPart }) => !isFunctionWord && !isPart)
        .map((term) => term.text),
    );
  const gaps = rankGaps(open, { termsOf, day: today() }).map((gap) => {
    const { ranked } = knowledge.explain(gap.questions[0].text);
    return {
      ...gap,
      nearest: ranked.slice(0, mostNearest).map(({ fact: { id, subject } }) => ({ id, subject })),
    };
  });
  return { gaps, answered: noted.length - open.length };
}

/** A contested answer does not get better by itself. */
function isAnsweredBy(knowledge: Knowledge, { text, outcome }: NotedQuestion): boolean {
  const { status, confidence } = knowledge.answer(text);
  return outcome !== 'contested' && status === 'answered' && confidence >= weakBelow;
}

/** The gaps as a text to print. */
export async function listGaps(directory: string, storage: Pick<Storage, 'questions'>): Promise<string> {
  return renderGaps(await findGaps(directory, storage));
}

/**
 * Begins a fact for a gap, in the file of the topic or else of the nearest fact, and marks the gap as handled.
 * @returns What was done, to print.
 * @throws UserError when there is no such gap or topic.
 */
export async function stubGap(
  directory: string,
  storage: Pick<Storage, 'questions' | 'markHandled'>,
  { id, topic }: { readonly id: number; readonly topic?: string | undefined },
): Promise<string> {
  const gap = requireGap(await findGaps(directory, storage), id);
  const subject = topic ?? gap.nearest[0]?.subject;
  const { topics } = await loadCorpus(directory);
  const known = topics.map((one) => one.id);
  if (subject === undefined || !known.includes(subject)) {
    const problem = topic === undefined ? 'No fact is near this gap.' : `There is no topic "${topic}".`;
    throw new UserError(problem, {
      nextStep: `Name one: npm run corpus -- gaps stub ${id} <topic>, of ${known.join(', ')}.`,
    });
  }
  const stub = toStub(gap);
  const file = join(directory, `${subject}.yaml`);
  const isWritten = await writeStub(file, stub);
  await storage.markHandled(
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
  storage: Pick<Storage, 'questions' | 'markHandled'>,
  id: number,
): Promise<string> {
  const { questions } = requireGap(await findGaps(directory, storage), id);
  await storage.markHandled(
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
