import { type ChannelType, type Client, GatewayDispatchEvents } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const mostRemembered = 10_000;
const schema = z.object({ channel: z.object({ id: z.string(), type: z.int() }) });

/** What sort of channel an id stands for, where an interaction has said so. */
export interface ChannelTypes {
  /** Takes an interaction as Discord sends it. */
  learn(payload: unknown): void;
  of(channelId: string | null): ChannelType | undefined;
}

/** discord.js itself keeps channels only of the servers that it is in. */
export function rememberChannelTypes(): ChannelTypes {
  const types = new LRUCache<string, ChannelType>({ max: mostRemembered });
  return {
    learn: (payload) => {
      const { data } = schema.safeParse(payload);
      if (data !== undefined) types.set(data.channel.id, data.channel.type);
    },
    of: (channelId) => (channelId === null ? undefined : types.get(channelId)),
  };
}

/** Learns from all that comes over the gateway. */
export function watchChannelTypes(client: Client): ChannelTypes['of'] {
  const types = rememberChannelTypes();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, types.learn);
  return types.of;
}
