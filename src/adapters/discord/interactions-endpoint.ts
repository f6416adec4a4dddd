import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Interaction, InteractionType } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Report } from '../../bot/log.ts';
import type { CapturedRest, FirstResponse } from './captured-rest.ts';
import type { CheckSignature } from './signature.ts';

/** Discord waits three seconds; after this one it is told that the response comes by its API. */
const respondWithinMs = 2_500;
const longestBody = 512 * 1_024;
/** A signed request is good for five minutes. */
const rememberedMs = 6 * 60_000;
const mostRemembered = 5_000;

const payloadSchema = z.looseObject({ id: z.string().regex(/^\d+$/), type: z.int() });

export interface InteractionsEndpointOptions {
  readonly isSigned: CheckSignature;
  readonly captured: CapturedRest;
  readonly read: (payload: unknown) => Interaction | undefined;
  /** Gives an interaction its visible outcome; never throws. */
  readonly handle: (interaction: Interaction) => Promise<void>;
  readonly report: Report;
}

export interface InteractionsEndpoint {
  listener(request: IncomingMessage, response: ServerResponse): void;
  /** Resolves when everything that was begun is done. */
  settle(): Promise<void>;
}

/**
 * Discord's interactions over HTTP. The first response travels in the answer to the request itself: when the process
 * dies before, Discord knows, and nothing is lost that was said to be done. So the same request may safely be answered by
 * any replica. Sent again to this one, it gets the same answer again, and nothing happens twice.
 */
export function createInteractionsEndpoint(options: InteractionsEndpointOptions): InteractionsEndpoint {
  const { isSigned, captured, read, handle, report } = options;
  const answered = new LRUCache<string, Promise<Answer>>({ max: mostRemembered, ttl: rememberedMs });
  const inFlight = new Set<Promise<unknown>>();

  const answer = (id: string, payload: unknown): Promise<Answer> => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const release = captured.capture(id, (body) => resolve({ status: 200, body }));
    const interaction = read(payload);
    if (interaction === undefined) {
      release();
      return Promise.resolve({ status: 400, body: 'This kind of interaction is not known here.\n' });
    }
    const later = () => {
      release();
      resolve({ status: 202 });
    };
    const timer = setTimeout(later, respondWithinMs);
    const work = handle(interaction).finally(() => {
      clearTimeout(timer);
      later();
      inFlight.delete(work);
    });
    inFlight.add(work);
    return promise;
  };

  const respond = async (request: IncomingMessage): Promise<Answer> => {
    if (request.method !== 'POST')
      return {
        status: 405,
        body: 'Discord posts its interactions here: this is the Interactions Endpoint URL.\n',
      };
    const body = await readBody(request);
    if (body === undefined) return { status: 413, body: 'This request is too large.\n' };
    if (!(await isSigned(body, request.headers)))
      return { status: 401, body: 'The signature is missing, wrong or old.\n' };
    const { data: payload } = payloadSchema.safeParse(parseJson(body));
    if (payload === undefined) return { status: 400, body: 'This is no interaction.\n' };
    if (payload.type === InteractionType.Ping) return { status: 200, body: JSON.stringify({ type: 1 }) };
    const known = answered.get(payload.id) ?? answer(payload.id, payload);
    answered.set(payload.id, known);
    return known;
  };

  return {
    listener: (request, response) => {
      respond(request)
        .then((one) => send(response, one))
        .catch((error: unknown) => {
          report(error);
          if (response.headersSent) response.destroy();
          else response.writeHead(500).end();
        });
    },
    settle: async () => {
      await Promise.allSettled(inFlight);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body?: FirstResponse;
}

async function send(response: ServerResponse, { status, body }: Answer): Promise<void> {
  if (body instanceof FormData) {
    const form = new Response(body);
    const bytes = new Uint8Array(await form.arrayBuffer());
    const type = form.headers.get('content-type') ?? 'multipart/form-data';
    response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
    return;
  }
  const type = status === 200 ? 'application/json' : 'text/plain; charset=utf-8';
  response
    .writeHead(status, { 'content-type': type, ...(status === 405 ? { allow: 'POST' } : {}) })
    .end(body);
}

/** Undefined when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > longestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
