import { type ChannelType, type Client, GatewayDispatchEvents } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const mostRemembered = 10_000;
const schema = z.object({
  channel: z.object({ id: z.string(), type: z.int(), parent_id: z.string().nullish() }),
});

/** What an interaction has said of the channel that it came from. */
export interface KnownChannel {
  readonly type: ChannelType;
  /** Of a thread, its channel; of a channel, its category. */
  readonly parent: string | undefined;
}

/** Looks up a channel by its id; undefined for one that no interaction came from. */
export type ChannelLookUp = (channelId: string | null) => KnownChannel | undefined;

export interface KnownChannels {
  /** Takes an interaction as Discord sends it. */
  learn(payload: unknown): void;
  readonly of: ChannelLookUp;
}

/** discord.js itself keeps channels only of the servers that it is in. */
export function rememberChannels(): KnownChannels {
  const channels = new LRUCache<string, KnownChannel>({ max: mostRemembered });
  return {
    learn: (payload) => {
      const { data } = schema.safeParse(payload);
      if (data === undefined) return;
      const { id, type, parent_id: parent } = data.channel;
      channels.set(id, { type, parent: parent ?? undefined });
    },
    of: (channelId) => (channelId === null ? undefined : channels.get(channelId)),
  };
}

/** Learns from all that comes over the gateway. */
export function watchChannels(client: Client): ChannelLookUp {
  const channels = rememberChannels();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, channels.learn);
  return channels.of;
}
