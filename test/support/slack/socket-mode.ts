import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Envelope } from './envelopes.ts';
import { type Json, parseOrKeep, recordOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { WORKSPACE } from './workspace.ts';

/** What came of an envelope. Without an ack in time, both are undefined. */
export interface Acknowledgement {
  /** `{}` when the bot had nothing to say with it. */
  readonly ack: Json | undefined;
  readonly ackAfterMs: number | undefined;
}

/** How long an envelope waits for a client that is away. Bolt takes 5 seconds to reconnect. */
const clientWithinMs = 15_000;
const leaveWithinMs = 500;

/** Slack's Socket Mode: a WebSocket for each url that apps.connections.open has given out. */
export class SocketMode {
  readonly #server: WebSocketServer;
  readonly #tickets = new Set<string>();
  /** The connections that get envelopes; one that was asked to leave gets no more. */
  readonly #current = new Set<WebSocket>();
  readonly #waiting = new Map<string, (ack: Json) => void>();
  readonly #arrivals = new EventEmitter();
  /** How often a client has connected. */
  connections = 0;

  constructor(http: Server) {
    const verifyClient = ({ req }: { req: IncomingMessage }) => this.#tickets.delete(ticketIn(req));
    this.#server = new WebSocketServer({ server: http, path: '/link', verifyClient });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  /** The path of a new url, good for one connection. */
  openPath(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link?ticket=${ticket}`;
  }

  /** Sends an envelope to one client, waiting for one if need be, and waits three seconds for its ack. */
  async deliver({ type, payload, retry }: Envelope): Promise<Acknowledgement> {
    const socket = await this.#pick();
    const id = randomUUID();
    const acked = new Promise<Json>((resolve) => this.#waiting.set(id, resolve));
    const attempt = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
    const isEvent = type === 'events_api';
    const sentAt = performance.now();
    send(socket, {
      envelope_id: id,
      type,
      payload,
      accepts_response_payload: !isEvent,
      ...(isEvent && attempt),
    });
    const tooLate = setTimeout(LIMITS.acknowledgeWithinMs, undefined, { ref: false });
    const ack = await Promise.race([acked, tooLate]);
    this.#waiting.delete(id);
    return { ack, ackAfterMs: ack && performance.now() - sentAt };
  }

  /** Asks all clients to come back on a new connection. */
  refresh(reason: 'refresh_requested' | 'warning'): void {
    for (const socket of this.#current) send(socket, { type: 'disconnect', reason, debug_info: {} });
    this.#current.clear();
  }

  /** Cuts all connections as a broken line would. */
  drop(): void {
    this.#current.clear();
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Lets clients take their leave, and cuts those that do not. */
  async close(): Promise<void> {
    const leaving = [...this.#server.clients].map((socket) => once(socket, 'close'));
    for (const socket of this.#server.clients) socket.close(1001);
    await Promise.race([Promise.all(leaving), setTimeout(leaveWithinMs, undefined, { ref: false })]);
    this.drop();
    this.#server.close();
  }

  async #pick(): Promise<WebSocket> {
    if (this.#current.size === 0) {
      await once(this.#arrivals, 'hello', { signal: AbortSignal.timeout(clientWithinMs) });
    }
    const socket = [...this.#current].at(-1);
    return socket ?? this.#pick();
  }

  #greet(socket: WebSocket): void {
    this.connections += 1;
    this.#current.add(socket);
    socket.on('message', (raw) => this.#receive(recordOf(parseOrKeep(String(raw)))));
    socket.on('close', () => this.#current.delete(socket));
    const connection_info = { app_id: WORKSPACE.appId };
    send(socket, { type: 'hello', num_connections: this.#current.size, connection_info, debug_info: {} });
    this.#arrivals.emit('hello');
  }

  #receive({ envelope_id, payload }: Json): void {
    this.#waiting.get(textIn(envelope_id))?.(recordOf(payload));
  }
}

function ticketIn(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('ticket') ?? '';
}

function send(socket: WebSocket, message: Json): void {
  socket.send(JSON.stringify(message));
}
