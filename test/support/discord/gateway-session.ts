import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Json } from './json.ts';

/** What a client is in once it has identified. It outlives a lost connection, and remembers what was sent. */
export interface Session {
  readonly id: string;
  /** Its number, and how many there are. */
  readonly shard: readonly [number, number];
  readonly sent: Json[];
  socket: WebSocket | undefined;
}

/** The sequence number of a dispatch is its place among those of its session, from 1 on. */
export function dispatchTo(session: Session, event: string, data: unknown): void {
  const payload = { op: GatewayOpcodes.Dispatch, t: event, s: session.sent.length + 1, d: data };
  session.sent.push(payload);
  if (session.socket !== undefined) send(session.socket, payload);
}

export function send(socket: WebSocket, payload: Json): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}
