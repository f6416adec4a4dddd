import type { ServerResponse } from 'node:http';
import type { Method } from './api.ts';

interface RateLimit {
  readonly method: Method;
  readonly pattern: RegExp;
  readonly retryAfterSeconds: number;
}

/** A pattern for a path: `:name` stands for one part and can be read as a group, `*` for anything. */
export function toPathPattern(path: string): RegExp {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

/** Rate limits that wait for their one request. */
export class RateLimits {
  readonly #waiting: RateLimit[] = [];

  limitNext(method: Method, path: string | RegExp, retryAfterSeconds: number): void {
    const pattern = typeof path === 'string' ? toPathPattern(path) : path;
    this.#waiting.push({ method, pattern, retryAfterSeconds });
  }

  /** The limit that this request runs into, in seconds; it is used up by that. */
  take(method: string, path: string): number | undefined {
    const index = this.#waiting.findIndex((limit) => limit.method === method && limit.pattern.test(path));
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0]?.retryAfterSeconds;
  }
}

/** Answers 429 with all the headers Discord sends along. */
export function sendRateLimit(response: ServerResponse, retryAfterSeconds: number): void {
  response.writeHead(429, {
    'content-type': 'application/json',
    'retry-after': String(Math.ceil(retryAfterSeconds)),
    'x-ratelimit-bucket': 'test-bucket',
    'x-ratelimit-limit': 1,
    'x-ratelimit-remaining': 0,
    'x-ratelimit-reset': Date.now() / 1000 + retryAfterSeconds,
    'x-ratelimit-reset-after': retryAfterSeconds,
    'x-ratelimit-scope': 'user',
  });
  const message = 'You are being rate limited.';
  response.end(JSON.stringify({ message, retry_after: retryAfterSeconds, global: false }));
}
