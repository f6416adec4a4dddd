import { setTimeout as delay } from 'node:timers/promises';
import type { Adapter } from '../adapters/adapter.ts';
import { type Log, messageOf } from '../bot/log.ts';
import { StartupError } from '../errors.ts';
import { explain } from './explain.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Connects one platform without holding up or taking down another: what may pass is tried again, more and more slowly.
 * @returns False when the platform refuses for good, which is said in the log.
 */
export async function keepConnecting(adapter: Adapter, log: Log): Promise<boolean> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      await adapter.start();
      return true;
    } catch (error) {
      if (error instanceof StartupError) {
        log.error(explain(error).text);
        return false;
      }
      log.warn(`${adapter.name}: can't connect (${messageOf(error)}); trying again in ${pauseMs / 1_000} s.`);
      await delay(pauseMs);
    }
  }
}
