import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const signingSecret = 'only for measuring';

/** Slack's side on this machine: a Web API that knows the bot, and an address for answers. */
export interface SlackSide {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** How many answers have come. */
  answers(): number;
  close(): void;
}

export async function startSlackSide(): Promise<SlackSide> {
  let answers = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      if (request.url === '/respond') answers += 1;
      response.setHeader('content-type', 'application/json');
      response.end(
        '{"ok":true,"user_id":"U1","bot_id":"B1","team_id":"T1","url":"https://example.slack.com/"}',
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/api/`,
    responseUrl: `${origin}/respond`,
    answers: () => answers,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export interface SignedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** People who ask in turn. */
const people = 1_000;
let asked = 0;

/** A slash command as Slack posts it, each with a trigger of its own. */
export function signCommand(text: string, responseUrl: string): SignedRequest {
  asked += 1;
  const body = new URLSearchParams({
    team_id: 'T1',
    channel_id: 'C1',
    user_id: `U${asked % people}`,
    command: '/minerals',
    text,
    response_url: responseUrl,
    trigger_id: randomUUID(),
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
