import type { Invocation } from '../bot/command.ts';
import type { Limits, Wait } from '../bot/limits.ts';
import type { KeyedHash } from '../desk/keyed-hash.ts';
import type { Counter } from '../storage/storage.ts';
import type { LimitsConfig } from './config.ts';

export interface LimitsOptions {
  readonly createCounter: (name: string, options: { readonly mostPerMinute: number }) => Counter;
  /** Names askers and places, so that nobody can tell from a count whose it is. */
  readonly hash: Pick<KeyedHash, 'ofAsker' | 'ofPlace'>;
}

/**
 * Counts commands for each asker and for each server or workspace. Where there is but one asker, as in a terminal, there
 * is no limit; and what is refused to an asker does not use up what the others there have.
 */
export function createLimits({ perAsker, perPlace }: LimitsConfig, options: LimitsOptions): Limits {
  const { createCounter, hash } = options;
  const create = (name: string, mostPerMinute: number | undefined) =>
    mostPerMinute === undefined ? undefined : createCounter(name, { mostPerMinute });
  const askers = create('asker', perAsker);
  const places = create('place', perPlace);
  return {
    take: async ({ place, asker }: Pick<Invocation, 'place' | 'asker'>, { isUpkeep }) => {
      if (asker === undefined) return undefined;
      const own = await askers?.count(hash.ofAsker(place.platform, asker));
      if (own !== undefined) return toWait(own, 'asker');
      if (isUpkeep || place.tenant === undefined) return undefined;
      const all = await places?.count(hash.ofPlace(place));
      return all === undefined ? undefined : toWait(all, 'place');
    },
  };
}

function toWait(milliseconds: number, whose: Wait['whose']): Wait {
  return { seconds: Math.max(1, Math.ceil(milliseconds / 1_000)), whose };
}
