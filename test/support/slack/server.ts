import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Envelope } from './envelopes.ts';
import type { FetchedImage } from './fetch-images.ts';
import { Interactivity } from './interactivity.ts';
import { type Json, parseOrKeep, recordOf } from './json.ts';
import { createMethods } from './methods.ts';
import { encode, type Signature, type SignedRequest, sign } from './signed-http.ts';
import { type Acknowledgement, SocketMode } from './socket-mode.ts';
import { requireMessage, requireView, SlackError } from './validate.ts';
import { type Call, createWebApi, type Rejection } from './web-api.ts';
import { WORKSPACE } from './workspace.ts';

export interface SlackServerOptions {
  /** What users.info says of a user id, such as `{ U0PERSON: { tz: 'America/New_York', locale: 'uk-UA' } }`. */
  readonly users?: Readonly<Record<string, Json>>;
  /** What each of these methods is refused with, such as `{ 'users.info': 'missing_scope' }`; it may change. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** What oauth.v2.access answers; it throws a SlackError to refuse. Default `invalid_code`. */
  readonly exchange?: (body: Json) => Json;
}

/** What came of something sent over the socket. */
export interface Sent extends Acknowledgement {
  /** What has come to its response_url. Keeps filling. */
  readonly responses: readonly Json[];
}

export interface PostOptions {
  /** Default `good`. */
  readonly signature?: Signature;
  /** More headers; they win over Slack's own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends these very bytes and headers again; the envelope and the signature then do not count. */
  readonly replayOf?: SignedRequest;
}

/** What the bot's own url answered. */
export interface Posted {
  readonly status: number;
  /** Parsed when it is JSON. */
  readonly body: unknown;
  readonly ackAfterMs: number;
  /** What has come to its response_url. Keeps filling. */
  readonly responses: readonly Json[];
  readonly request: SignedRequest;
}

/**
 * Slack on this machine, for tests with a real Bolt app:
 * `new App({ token: server.botToken, appToken: server.appToken, socketMode: true, clientOptions: { slackApiUrl: server.apiUrl } })`.
 */
export class SlackServer {
  readonly #http: Server;
  readonly #socket: SocketMode;
  readonly #interactivity = new Interactivity(() => this.#url('http'));
  readonly #limits = new Map<string, number[]>();
  readonly teamId = WORKSPACE.teamId;
  readonly botUserId = WORKSPACE.botUserId;
  /** The one bot token that is good here. It is nobody's. */
  readonly botToken = 'xoxb-loopback-not-a-real-token';
  /** All bot tokens that are good here: a test may add those of more workspaces. */
  readonly botTokens = new Set([this.botToken]);
  /** The one app-level token that is good here. It is nobody's. */
  readonly appToken = 'xapp-loopback-not-a-real-token';
  readonly signingSecret = randomBytes(16).toString('hex');
  /** Every call, in order, those to response_urls among them. */
  readonly calls: Call[] = [];
  /** Every call and ack that was refused, except for a rate limit. Empty when the bot does everything right. */
  readonly rejected: Rejection[] = [];
  /** Every picture that a message or view referred to, as it was fetched. */
  readonly images: FetchedImage[] = [];

  /** Use `createSlackServer`, which also listens. */
  constructor({ users = {}, refusals = {}, exchange = refuseCode }: SlackServerOptions) {
    const methods = createMethods({
      users,
      refusals,
      useTrigger: (id) => this.#interactivity.useTrigger(id),
      openSocketUrl: () => `${this.#url('ws')}${this.#socket.openPath()}`,
    });
    const { botTokens, appToken, calls, rejected, images } = this;
    const shared = { interactivity: this.#interactivity, limits: this.#limits };
    this.#http = createServer(
      createWebApi({ methods, botTokens, appToken, exchange, calls, rejected, images, ...shared }),
    );
    this.#socket = new SocketMode(this.#http);
  }

  /** For the client option `slackApiUrl`. */
  get apiUrl(): string {
    return `${this.#url('http')}/api/`;
  }

  /** How often a client has connected in Socket Mode. */
  get connections(): number {
    return this.#socket.connections;
  }

  async listen(): Promise<this> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return this;
  }

  async close(): Promise<void> {
    await this.#socket.close();
    this.#http.close();
    this.#http.closeAllConnections();
    if (this.#http.listening) await once(this.#http, 'close');
  }

  /** The next call of that method gets a 429. `response_url` stands for all of these. */
  limitNext(method: string, retryAfterSeconds: number): void {
    this.#limits.set(method, [...(this.#limits.get(method) ?? []), retryAfterSeconds]);
  }

  /** Sends it over the socket, to a client that may yet have to reconnect, and waits for the ack. */
  async send(thing: Envelope): Promise<Sent> {
    const { envelope, responses } = this.#interactivity.stamp(thing);
    const acknowledgement = await this.#socket.deliver(envelope);
    this.#checkAck(envelope, acknowledgement.ack);
    return { ...acknowledgement, responses };
  }

  /** Sends it over HTTP, signed, to the url the bot listens at, and waits for the answer. */
  async post(url: string, thing: Envelope, options: PostOptions = {}): Promise<Posted> {
    const { replayOf, headers } = options;
    const request = replayOf ?? this.#createRequest(thing, options);
    const sentAt = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...request.headers, ...headers },
      body: request.body,
    });
    const body = parseOrKeep(await answer.text());
    if (answer.ok) this.#checkAck(thing, body);
    const ackAfterMs = performance.now() - sentAt;
    return { status: answer.status, body, ackAfterMs, responses: request.responses, request };
  }

  /** The request that would post it, to be sent by `replayOf`, as often as needed. */
  sign(thing: Envelope): SignedRequest {
    return this.#createRequest(thing, {});
  }

  /** Asks the client to come back on a new connection, as Slack does every few hours. */
  refreshSocket(reason: 'refresh_requested' | 'warning' = 'refresh_requested'): void {
    this.#socket.refresh(reason);
  }

  /** Cuts the connection as a broken line would. */
  dropSocket(): void {
    this.#socket.drop();
  }

  #createRequest(thing: Envelope, { signature = 'good', headers }: PostOptions): SignedRequest {
    const { envelope, responses } = this.#interactivity.stamp(thing);
    const encoded = encode(envelope);
    const signed = sign(encoded.body, this.signingSecret, signature);
    return { body: encoded.body, headers: { ...encoded.headers, ...signed, ...headers }, responses };
  }

  /** An ack may carry a message or a view; Slack looks at these just as closely. */
  #checkAck({ type, payload }: Envelope, ack: unknown): void {
    const body = typeof ack === 'string' ? { text: ack } : recordOf(ack);
    const isEmpty = Object.values(body).every((value) => value === '');
    try {
      if (type === 'slash_commands' && !isEmpty) requireMessage(body);
      if (payload.type === 'view_submission' && body.view !== undefined) requireView(recordOf(body.view));
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      this.rejected.push({ method: 'ack', body, error: error.message, problems: error.problems });
    }
  }

  #url(protocol: 'http' | 'ws'): string {
    const address = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return `${protocol}://127.0.0.1:${address.port}`;
  }
}

function refuseCode(): never {
  throw new SlackError('invalid_code');
}

/** Starts a server on a free port of this machine. */
export function createSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  return new SlackServer(options).listen();
}
