import { setTimeout as delay } from 'node:timers/promises';
import { type Log, messageOf } from '../../bot/log.ts';
import type { Bot } from '../adapter.ts';

/** Long enough for a database to be started anew: eight minutes in all. */
const usualPausesMs: readonly number[] = [2_000, 10_000, 30_000, 2 * 60_000, 5 * 60_000];

export interface ForgettingLimits {
  /** How long to wait after each attempt to forget a server that failed; after the last there is none. */
  readonly forgettingPausesMs?: readonly number[];
}

export interface ForgettingOptions extends Pick<Bot, 'forgetPlace'>, ForgettingLimits {
  /** Whether the bot is in the server again: what is kept then is of now. */
  readonly isBack: (guildId: string) => boolean;
  readonly log: Log;
}

/** Forgets servers that removed the bot, of which Discord tells but once. */
export interface Forgetting {
  /** Resolves when it is done or given up, which the log is told. Never rejects. */
  forget(guildId: string): Promise<void>;
  /** Ends all waiting. What is not deleted by then is given up. */
  stop(): void;
}

/** Tries again, more and more slowly, when the storage is away. Nothing of it keeps the process alive. */
export function createForgetting({
  forgetPlace,
  forgettingPausesMs = usualPausesMs,
  isBack,
  log,
}: ForgettingOptions): Forgetting {
  const leaving = new AbortController();
  const { signal } = leaving;

  const attempt = async (guildId: string, [pauseMs, ...later]: readonly number[]): Promise<void> => {
    try {
      await forgetPlace({ platform: 'discord', tenant: guildId });
    } catch (error) {
      if (pauseMs === undefined || signal.aborted) return giveUp(guildId, error);
      log.warn(
        `Discord: what is kept of a server that removed the bot can't be deleted (${messageOf(error)}); trying again in ${pauseMs / 1_000} s.`,
      );
      // It rejects only when it is stopped.
      await delay(pauseMs, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return giveUp(guildId, error);
      if (isBack(guildId)) return log.info('Discord: the bot is back in that server; nothing is deleted.');
      return attempt(guildId, later);
    }
  };

  const giveUp = (guildId: string, error: unknown) =>
    log.error(
      `Discord: what is kept of server ${guildId}, which removed the bot, was not deleted (${messageOf(error)}): have the bot invited there and removed again. Until then its settings stay; questions and feedback go after 90 days.`,
      { error },
    );

  return { forget: (guildId) => attempt(guildId, forgettingPausesMs), stop: () => leaving.abort() };
}
