import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import {
  type APIUser,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { dispatchTo, type Session, send } from './gateway-session.ts';
import type { Application } from './identity.ts';
import { type Json, numberIn, recordOf, textIn } from './json.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly user: APIUser;
  readonly application: Application;
  readonly heartbeatIntervalMs: number;
  readonly disallowedIntents: readonly GatewayIntentBits[];
}

/** After these codes from the client, Discord forgets the session. */
const endingCodes = [1000, 1001];

/** Discord's gateway: one WebSocket address, with sessions that can be resumed. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  readonly #resumeUrl: () => string;
  /** The data of every IDENTIFY, in order. */
  readonly identified: Json[] = [];
  /** Every presence the client has shown, in order. */
  readonly presences: Json[] = [];
  resumes = 0;
  heartbeats = 0;
  /** While set, nobody is greeted and nothing is acknowledged. */
  isSilent = false;

  constructor(http: Server, url: () => string, options: GatewayOptions) {
    this.#options = options;
    this.#resumeUrl = url;
    this.#sockets = new WebSocketServer({ server: http, path: '/gateway' });
    this.#sockets.on('connection', (socket, request) => this.#greet(socket, request));
  }

  /** Sends an event to every session; one without a connection gets it when it resumes. */
  dispatch(event: string, data: unknown): void {
    if (this.#sessions.size === 0) throw new Error(`Nobody is connected to receive ${event}.`);
    for (const session of this.#sessions.values())
      if (receives(session, event, data)) dispatchTo(session, event, data);
  }

  /** Cuts all connections, or that of one shard: without a closing frame, or with the given code. */
  dropConnections(code?: number, shard?: number): void {
    for (const socket of this.#sockets.clients) {
      if (shard !== undefined && this.#sessionOf(socket)?.shard[0] !== shard) continue;
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Asks all clients to reconnect and resume. */
  sendReconnect(): void {
    for (const socket of this.#sockets.clients) send(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Forgets all sessions, so that the next RESUME is refused. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  close(): void {
    this.dropConnections();
    this.#sockets.close();
  }

  #greet(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
    if (searchParams.get('v') !== '10' || searchParams.get('encoding') !== 'json') {
      socket.close(GatewayCloseCodes.InvalidAPIVersion);
      return;
    }
    socket.on('message', (raw) => {
      const refusal = this.#receive(socket, parsePayload(String(raw)));
      if (refusal !== undefined) socket.close(refusal);
    });
    socket.on('close', (code) => this.#leave(socket, code));
    if (this.isSilent) return;
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#options.heartbeatIntervalMs } });
  }

  /** Returns the code to close the connection with, if it is to be closed. */
  #receive(socket: WebSocket, { op, d }: Json): GatewayCloseCodes | undefined {
    const isKnown = this.#sessionOf(socket) !== undefined;
    switch (op) {
      case undefined:
        return GatewayCloseCodes.DecodeError;
      case GatewayOpcodes.Heartbeat:
        this.heartbeats += 1;
        if (this.isSilent) return undefined;
        send(socket, { op: GatewayOpcodes.HeartbeatAck });
        return undefined;
      case GatewayOpcodes.Identify:
        return isKnown ? GatewayCloseCodes.AlreadyAuthenticated : this.#identify(socket, recordOf(d));
      case GatewayOpcodes.Resume:
        return isKnown ? GatewayCloseCodes.AlreadyAuthenticated : this.#resume(socket, recordOf(d));
      case GatewayOpcodes.PresenceUpdate:
        if (!isKnown) return GatewayCloseCodes.NotAuthenticated;
        this.presences.push(recordOf(d));
        return undefined;
      default:
        return GatewayCloseCodes.UnknownOpcode;
    }
  }

  #identify(socket: WebSocket, data: Json): GatewayCloseCodes | undefined {
    const { token, disallowedIntents, user, application } = this.#options;
    this.identified.push(data);
    if (data.token !== token) return GatewayCloseCodes.AuthenticationFailed;
    if (disallowedIntents.some((intent) => (numberIn(data.intents) & intent) !== 0)) {
      return GatewayCloseCodes.DisallowedIntents;
    }
    if (data.presence !== undefined) this.presences.push(recordOf(data.presence));
    const session: Session = { id: randomUUID(), shard: shardOf(data), sent: [], socket };
    this.#sessions.set(session.id, session);
    dispatchTo(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user,
      guilds: [],
      session_id: session.id,
      resume_gateway_url: this.#resumeUrl(),
      shard: data.shard,
      application: { id: application.id, flags: application.flags },
    });
    return undefined;
  }

  #resume(socket: WebSocket, { token, session_id, seq }: Json): GatewayCloseCodes | undefined {
    if (token !== this.#options.token) return GatewayCloseCodes.AuthenticationFailed;
    const session = this.#sessions.get(textIn(session_id));
    if (session === undefined) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    if (numberIn(seq) > session.sent.length) return GatewayCloseCodes.InvalidSeq;
    session.socket = socket;
    this.resumes += 1;
    for (const missed of session.sent.slice(numberIn(seq))) send(socket, missed);
    dispatchTo(session, GatewayDispatchEvents.Resumed, {});
    return undefined;
  }

  #leave(socket: WebSocket, code: number): void {
    const session = this.#sessionOf(socket);
    if (session === undefined) return;
    session.socket = undefined;
    if (endingCodes.includes(code)) this.#sessions.delete(session.id);
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return this.#sessions.values().find((session) => session.socket === socket);
  }
}

/** An empty object when it is no JSON. */
function parsePayload(text: string): Json {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function shardOf({ shard }: Json): readonly [number, number] {
  return Array.isArray(shard) ? [Number(shard[0]), Number(shard[1])] : [0, 1];
}

/** Events of a guild go to one shard, all others to the first (https://docs.discord.com/developers/events/gateway). */
function receives({ shard: [number, count] }: Session, event: string, data: unknown): boolean {
  const { guild_id, id } = recordOf(data);
  const guild = event.startsWith('GUILD_') ? id : guild_id;
  return (typeof guild === 'string' ? Number((BigInt(guild) >> 22n) % BigInt(count)) : 0) === number;
}
