import { randomBytes } from 'node:crypto';
import type { Limits } from '../bot/limits.ts';
import type { Desk } from '../desk/desk.ts';
import { createKeyedHash } from '../desk/keyed-hash.ts';
import { createMemoryCounter } from '../storage/counters.ts';
import type { LimitsConfig } from './config.ts';
import { createLimits } from './limits.ts';

/** The limits over what the desk has, or in memory alone where there is no desk. */
export function openLimits(config: LimitsConfig, desk: Pick<Desk, 'counting'> | undefined): Limits {
  return createLimits(config, desk?.counting ?? inMemory());
}

function inMemory() {
  return {
    createCounter: createMemoryCounter,
    hash: createKeyedHash(randomBytes(32).toString('base64url')),
  };
}
