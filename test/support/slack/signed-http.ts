import { createHmac } from 'node:crypto';
import type { Envelope } from './envelopes.ts';
import type { Json } from './json.ts';

/** Good; with a wrong secret; right but of six minutes ago; or no signature at all. */
export type Signature = 'good' | 'bad' | 'stale' | 'none';

/** A request as it went out: give it to `replayOf` to send the very same bytes again. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What has come to the response_url in it. Keeps filling. */
  readonly responses: readonly Json[];
}

const staleSeconds = 6 * 60;

/** The headers Slack signs a body with. */
export function sign(body: string, secret: string, signature: Signature): Record<string, string> {
  if (signature === 'none') return {};
  const age = signature === 'stale' ? staleSeconds : 0;
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const key = signature === 'bad' ? `not ${secret}` : secret;
  const hash = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}

/** An envelope's content as Slack puts it into HTTP: events as JSON, all else as a form. */
export function encode({ type, payload, retry }: Envelope): Omit<SignedRequest, 'responses'> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  switch (type) {
    case 'events_api':
      return {
        headers: { 'content-type': 'application/json', ...retryHeaders(retry) },
        body: JSON.stringify(payload),
      };
    case 'interactive':
      return { headers: form, body: String(new URLSearchParams({ payload: JSON.stringify(payload) })) };
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([key, value]) => [key, String(value)]);
      return { headers: form, body: String(new URLSearchParams(fields)) };
    }
  }
}

function retryHeaders(retry: Envelope['retry']): Record<string, string> {
  if (retry === undefined) return {};
  return { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason };
}
