import type { ConnectionStatus } from '../bot/connection-status.ts';

/** A part that the program needs to do its work. */
export interface Part {
  readonly name: string;
  /** May reject, or take its time: it is not ready then. */
  check(): ConnectionStatus | Promise<ConnectionStatus>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly parts: readonly { readonly name: string; readonly ready: boolean; readonly detail: string }[];
}

/** How long a part may take to answer. Whoever asks for readiness waits a few seconds at most. */
const answerWithinMs = 2_000;

/** Asks every part. Those who ask at the same time get the same answer, so that asking costs little. */
export function createReadinessCheck(parts: readonly Part[]): () => Promise<Readiness> {
  let asking: Promise<Readiness> | undefined;
  const ask = async (): Promise<Readiness> => {
    const checked = await Promise.all(parts.map(checkPart));
    return { ready: checked.every(({ ready }) => ready), parts: checked };
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

async function checkPart({ name, check }: Part): Promise<Readiness['parts'][number]> {
  const { promise: timeout, resolve } = Promise.withResolvers<ConnectionStatus>();
  const timer = setTimeout(resolve, answerWithinMs, { isReady: false, detail: 'does not answer' });
  try {
    const { isReady, detail } = await Promise.race([check(), timeout]);
    return { name, ready: isReady, detail };
  } catch {
    // Whoever may ask is not to read what the error says.
    return { name, ready: false, detail: 'does not answer' };
  } finally {
    clearTimeout(timer);
  }
}
