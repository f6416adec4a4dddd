import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { Counter } from './storage.ts';

const perMinute = { duration: 60 };
/** A database that is away may be silent for longer than platforms wait for an answer. */
const patienceMs = 500;

interface CounterOptions {
  readonly mostPerMinute: number;
}

/** Counts in the memory of this process. */
export function createMemoryCounter(name: string, options: CounterOptions): Counter {
  return toCounter(inMemory(name, options));
}

/** Counts in PostgreSQL, for all processes together; each counts for itself while the database is away. */
export function createPostgresCounter(pool: Pool, name: string, options: CounterOptions): Counter {
  const limiter = new RateLimiterPostgres({
    ...perMinute,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    // The migrations have done it.
    tableCreated: true,
    keyPrefix: name,
    points: options.mostPerMinute,
    // Who is over the limit costs the database nothing until the minute has passed.
    inMemoryBlockOnConsumed: options.mostPerMinute + 1,
  });
  const insuranceLimiter = inMemory(name, options);
  return toCounter(new RLWrapperTimeouts({ limiter, timeoutMs: patienceMs, insuranceLimiter }));
}

function inMemory(name: string, { mostPerMinute }: CounterOptions): RateLimiterMemory {
  return new RateLimiterMemory({ ...perMinute, keyPrefix: name, points: mostPerMinute });
}

function toCounter(limiter: RateLimiterAbstract): Counter {
  return {
    count: async (key) => {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (refused) {
        // Anything else is the database's, and whoever asks is not to suffer from it.
        return refused instanceof RateLimiterRes ? refused.msBeforeNext : undefined;
      }
    },
  };
}
