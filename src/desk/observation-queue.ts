import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Notes, Observation } from '../storage/storage.ts';

/** More than this are not held while the storage is slow; what comes then is lost. */
const mostWaiting = 10_000;

/** Writes observations after the replies that they are about, all that have come together at once. */
export interface ObservationQueue {
  add(observations: readonly Observation[]): void;
  /** Resolves when all is written that has been added, or reported. */
  settle(): Promise<void>;
}

export function createObservationQueue(
  notes: Pick<Notes, 'record'>,
  report: (error: unknown) => void,
): ObservationQueue {
  const waiting: Observation[] = [];
  let writing: Promise<void> | undefined;

  const write = async () => {
    await nextTurn();
    while (waiting.length > 0) await notes.record(waiting.splice(0)).catch(report);
    writing = undefined;
  };

  return {
    add: (observations) => {
      if (observations.length === 0 || waiting.length >= mostWaiting) return;
      waiting.push(...observations);
      writing ??= write();
    },
    settle: async () => writing,
  };
}
