import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Method, Route } from './api.ts';
import { type CommandScopes, commandRoutes } from './command-routes.ts';
import { Gateway } from './gateway.ts';
import { type Application, createApplication, createUser, newId } from './identity.ts';
import { identityRoutes } from './identity-routes.ts';
import type { Recorded } from './interaction-log.ts';
import type { PartialInteraction } from './interactions.ts';
import { Interactor } from './interactor.ts';
import type { Json } from './json.ts';
import { messageRoutes } from './message-routes.ts';
import { Messages } from './messages.ts';
import { type DiscordServerOptions, withDefaults } from './options.ts';
import { RateLimits } from './rate-limits.ts';
import { createRest, type RecordedRequest, type Rejection } from './rest.ts';

/**
 * Discord on this machine, for tests with a real client:
 * `new Client({ intents: [], rest: { api: server.apiUrl } }).login(server.token)`.
 */
export class DiscordServer {
  readonly #http: Server;
  readonly #gateway: Gateway;
  readonly #people: Interactor;
  readonly #rateLimits = new RateLimits();
  readonly #scopes: CommandScopes = new Map();
  readonly #shards: number;
  readonly applicationId: string;
  /** The one token that is good here. It is nobody's. */
  readonly token: string;
  /** Every request, in order. */
  readonly requests: RecordedRequest[] = [];
  /** Every request that was refused, except for a rate limit. Empty when the bot does everything right. */
  readonly rejected: Rejection[] = [];

  /** Use `createDiscordServer`, which also listens. */
  constructor(options: Required<DiscordServerOptions>) {
    const bot = createUser({ username: 'test-bot', global_name: null, bot: true });
    const application = createApplication(bot);
    const messages = new Messages(bot, () => `${new URL(this.apiUrl).origin}/attachments`);
    this.applicationId = application.id;
    this.#shards = options.shards;
    this.token = `${Buffer.from(bot.id).toString('base64url')}.loopback.not-a-real-token`;
    this.#people = this.#invitePeople(messages, options);
    const routes = this.#createRoutes(application, messages);
    const { token, requests, rejected } = this;
    this.#http = createServer(
      createRest({
        routes,
        token,
        requests,
        rejected,
        rateLimits: this.#rateLimits,
        fileAt: (path) => messages.fileAt(path),
      }),
    );
    this.#gateway = new Gateway(this.#http, () => this.gatewayUrl, {
      token,
      user: bot,
      application,
      ...options,
    });
  }

  /** For the client option `rest.api`. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}/gateway`;
  }

  /** How often a client has identified, whether or not it was let in. */
  get identifies(): number {
    return this.#gateway.identified.length;
  }

  /** The data of every IDENTIFY: token, intents, presence. */
  get identified(): readonly Json[] {
    return this.#gateway.identified;
  }

  /** Every presence shown, at IDENTIFY and later. */
  get presences(): readonly Json[] {
    return this.#gateway.presences;
  }

  /** How often a session was resumed. */
  get resumes(): number {
    return this.#gateway.resumes;
  }

  get heartbeats(): number {
    return this.#gateway.heartbeats;
  }

  /** The registered commands: those for everywhere, or those of a guild. */
  commands(guildId = ''): readonly Json[] {
    return this.#scopes.get(guildId) ?? [];
  }

  async listen(): Promise<this> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return this;
  }

  async close(): Promise<void> {
    this.#gateway.close();
    this.#http.close();
    this.#http.closeAllConnections();
    if (this.#http.listening) await once(this.#http, 'close');
  }

  /** The next such request gets a 429. `path` is like `/channels/:id/messages`, `*` standing for anything. */
  limitNext(method: Method, path: string | RegExp, retryAfterSeconds: number): void {
    this.#rateLimits.limitNext(method, path, retryAfterSeconds);
  }

  /** Sends an event; a client that is away gets it when it resumes. */
  dispatch(event: string, data: unknown): void {
    this.#gateway.dispatch(event, data);
  }

  /** Cuts all connections as a broken line would, or closes them with a code. Clients come back by themselves. */
  dropConnections(code?: number, shard?: number): void {
    this.#gateway.dropConnections(code, shard);
  }

  /** Says nothing more by itself, to those who are connected and to those who come, or speaks again. */
  fallSilent(isSilent = true): void {
    this.#gateway.isSilent = isSilent;
  }

  sendReconnect(): void {
    this.#gateway.sendReconnect();
  }

  /** The next RESUME is answered with INVALID_SESSION, and the client identifies anew. */
  forgetSessions(): void {
    this.#gateway.forgetSessions();
  }

  /** Does what a person would do, and waits for the bot's first response, or until it is too late for one. */
  interact(partial: PartialInteraction): Promise<Recorded> {
    return this.#people.interact(partial);
  }

  get #port(): number {
    const address = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return address.port;
  }

  #invitePeople(messages: Messages, options: Required<DiscordServerOptions>): Interactor {
    return new Interactor({
      ...options,
      messages,
      dispatch: (event, data) => this.dispatch(event, data),
      defaults: {
        applicationId: this.applicationId,
        guildId: newId(),
        channelId: newId(),
        userId: newId(),
        commandIdOf: (name) => [...this.#scopes.values()].flat().find((one) => one.name === name)?.id,
      },
    });
  }

  #createRoutes(application: Application, messages: Messages): Route[] {
    return [
      ...identityRoutes(application, () => this.gatewayUrl, this.#shards),
      ...commandRoutes(this.applicationId, this.#scopes),
      ...this.#people.routes,
      ...messageRoutes(messages),
    ];
  }
}

/** Starts a server on a free port of this machine. */
export function createDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  return new DiscordServer(withDefaults(options)).listen();
}
