import { type Client, Events, Status } from 'discord.js';
import type { ConnectionStatus } from '../../bot/connection-status.ts';

export interface GatewayLimits {
  /** How long a connection may be silent. Discord acknowledges a heartbeat about every 41 s. Default three minutes. */
  readonly silentAfterMs?: number;
  /** How long a lost connection may take to come back. Default one minute. */
  readonly reconnectWithinMs?: number;
}

/** What is known of one shard's connection; times in milliseconds of the clock. */
interface Watched {
  /** When something last came over it. */
  heardAt: number;
  /** Since when it is lost, if it is. */
  lostAt: number | undefined;
  /** Whether it will not come back by itself. */
  isGone: boolean;
}

/**
 * Watches all shards of a client. They are ready as long as each hears from Discord, events or acknowledged heartbeats:
 * an open connection over which nothing comes is no connection.
 */
export function watchShards(
  client: Client,
  { silentAfterMs = 3 * 60_000, reconnectWithinMs = 60_000 }: GatewayLimits,
): () => ConnectionStatus {
  const watched = new Map<number, Watched>();
  const hear = (id: number) => watched.set(id, { heardAt: Date.now(), lostAt: undefined, isGone: false });
  const lose = (id: number, isGone: boolean) => {
    const { heardAt = 0, lostAt = Date.now() } = watched.get(id) ?? {};
    watched.set(id, { heardAt, lostAt, isGone });
  };
  client.on(Events.Raw, (_packet: unknown, id: number) => hear(id));
  client.on(Events.ShardReconnecting, (id) => lose(id, false));
  client.on(Events.ShardDisconnect, (_event, id) => lose(id, true));

  const problemOf = (id: number): string | undefined => {
    const { lostAt, isGone, heardAt } = watched.get(id) ?? { heardAt: 0, lostAt: undefined, isGone: false };
    const { status, lastPingTimestamp } = client.ws.shards.get(id) ?? { status: Status.Idle };
    if (isGone) return 'was closed by Discord for good';
    if (lostAt !== undefined)
      return Date.now() - lostAt > reconnectWithinMs ? `is lost for ${secondsSince(lostAt)} s` : undefined;
    if (status !== Status.Ready) return 'is connecting';
    const lastSign = Math.max(heardAt, lastPingTimestamp ?? 0);
    return Date.now() - lastSign > silentAfterMs ? `is silent for ${secondsSince(lastSign)} s` : undefined;
  };

  return () => {
    if (!client.isReady()) return { isReady: false, detail: 'connecting' };
    const ids = [...client.ws.shards.keys()];
    const problems = ids.flatMap((id) => {
      const problem = problemOf(id);
      return problem === undefined ? [] : [`shard ${id} ${problem}`];
    });
    if (problems.length > 0) return { isReady: false, detail: problems.slice(0, 5).join('; ') };
    return { isReady: true, detail: ids.length === 1 ? 'connected' : `connected with ${ids.length} shards` };
  };
}

function secondsSince(time: number): number {
  return Math.round((Date.now() - time) / 1_000);
}
