import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Invocation } from '../bot/command.ts';
import { type Feedback, longestNote } from '../bot/feedback.ts';
import type { Installations } from '../bot/installations.ts';
import { questionOf } from '../bot/language.ts';
import type { Marks } from '../bot/marks.ts';
import type { Places } from '../bot/places.ts';
import type { Recorder } from '../bot/recorder.ts';
import type { Content } from '../bot/reply.ts';
import type { ShownAnswers } from '../bot/shown-answers.ts';
import { createSealedInstallations } from '../storage/sealed-installations.ts';
import type { Seal } from '../storage/sealing.ts';
import type { NotedQuestion, Observation, Outcome, Storage, StoredFeedback } from '../storage/storage.ts';
import { cleanNote, normaliseQuestion } from './asked-text.ts';
import type { DeskConfig } from './config.ts';
import { daysBefore, today } from './days.ts';
import { createKeyedHash, type KeyedHash } from './keyed-hash.ts';
import { createObservationQueue } from './observation-queue.ts';
import { createPlaces } from './places.ts';
import { createShownAnswers } from './shown-answers.ts';

/** An answer below this confidence, which is about the probability that it is right, is weak. */
export const weakBelow = 0.6;
const keptDays = 90;
const forgetEveryMs = 24 * 60 * 60_000;
/** Questions whose answer somebody may still call wrong, in memory only. */
const mostRemembered = 5_000;
const rememberedMs = 24 * 60 * 60_000;

/** Where what people ask and say reaches those who keep the facts, without saying who asked or said it. */
export interface Desk extends Recorder {
  /** Keeps what somebody says of an answer. Rejects when the storage does. */
  addFeedback(feedback: Feedback): Promise<void>;
  /** All questions noted so far, and all feedback that is kept. */
  questions(): Promise<readonly NotedQuestion[]>;
  feedback(): Promise<readonly StoredFeedback[]>;
  /** What the admins of places chose, and what is kept of places. */
  readonly places: Places;
  readonly shownAnswers: ShownAnswers;
  readonly marks: Marks;
  /** Secrets of whoever installed the bot, sealed with this seal. */
  sealedInstallations(seal: Seal): Installations;
  /** What limits are counted with. */
  readonly counting: { readonly createCounter: Storage['createCounter']; readonly hash: KeyedHash };
  /** Resolves when the storage answers. */
  ping(): Promise<void>;
  /** Writes what is waiting, and closes the storage. */
  close(): Promise<void>;
}

/**
 * Opens the desk, and forgets what is older than 90 days, now and daily.
 * @param options.report Takes errors of the storage that nobody waits for.
 */
export async function openDesk(
  storage: Storage,
  { key, isNoting, report }: DeskConfig & { readonly report: (error: unknown) => void },
): Promise<Desk> {
  const hash = createKeyedHash(
    key ?? (await storage.keep('place-key', randomBytes(32).toString('base64url'))),
  );
  const queue = createObservationQueue(storage.notes, report);
  const places = createPlaces({ storage, hash, settle: queue.settle, report });
  const asked = new LRUCache<string, string>({ max: mostRemembered, ttl: rememberedMs });
  const forget = () => storage.forgetBefore(daysBefore(today(), keptDays)).catch(report);
  await forget();
  const timer = setInterval(forget, forgetEveryMs).unref();

  const noteQuestion = (
    text: string,
    outcome: Outcome,
    { place }: Pick<Invocation, 'place'>,
  ): Observation => ({
    type: 'question',
    text,
    outcome,
    place: hash.ofPlace(place),
    day: today(),
  });

  return {
    record: (invocation, { answer }, { mayNote }) => {
      if (answer === undefined) return { isNoted: false };
      const question = isNoting && mayNote ? normaliseQuestion(questionOf(invocation) ?? '') : undefined;
      const outcome = outcomeOf(answer);
      const lead = answer.facts[0]?.id;
      const noted =
        question !== undefined && outcome !== undefined ? [noteQuestion(question, outcome, invocation)] : [];
      queue.add([
        ...noted,
        ...(lead === undefined ? [] : [{ type: 'use' as const, factId: lead, day: today() }]),
      ]);
      const isNoted = noted.length > 0;
      if (lead === undefined) return { isNoted };
      const questionHash = question && hash.ofQuestion(question);
      if (questionHash !== undefined) asked.set(questionHash, question);
      const factIds = answer.facts.map(({ id }) => id);
      return { isNoted, feedback: { factIds, ...(questionHash === undefined ? {} : { questionHash }) } };
    },
    addFeedback: async ({ verdict, note, factIds, questionHash, place }) => {
      const text = cleanNote(note ?? '').slice(0, longestNote);
      await storage.remarks.add({
        verdict,
        note: text === '' ? undefined : text,
        factIds,
        questionHash,
        place: hash.ofPlace(place),
        day: today(),
      });
      const question =
        verdict === 'wrong' && questionHash !== undefined ? asked.get(questionHash) : undefined;
      if (question !== undefined && (await places.settingsOf(place)).gaps === 'on')
        queue.add([noteQuestion(question, 'contested', { place })]);
    },
    questions: async () => {
      await queue.settle();
      return storage.notes.questions();
    },
    feedback: () => storage.remarks.all(),
    places,
    shownAnswers: createShownAnswers(storage.marks, hash),
    counting: { createCounter: storage.createCounter, hash },
    marks: storage.marks,
    sealedInstallations: (seal) => {
      const sealed = createSealedInstallations(storage.installations, seal);
      return {
        find: (place) => sealed.find(hash.ofPlace(place)),
        save: (place, installation) => sealed.save(hash.ofPlace(place), installation),
        delete: (place) => sealed.delete(hash.ofPlace(place)),
      };
    },
    ping: () => storage.ping(),
    close: async () => {
      clearInterval(timer);
      await queue.settle();
      await storage.close();
    },
  };
}

function outcomeOf({ status, confidence }: NonNullable<Content['answer']>): Outcome | undefined {
  if (status === 'no_answer') return 'unanswered';
  return confidence < weakBelow ? 'weak' : undefined;
}
