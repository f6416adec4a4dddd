import { type ChannelType, type Client, GatewayDispatchEvents } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const mostRemembered = 10_000;
const schema = z.object({ channel: z.object({ id: z.string(), type: z.int() }) });

/**
 * What sort of channel an id stands for, where an interaction has said so: discord.js itself keeps channels only with an
 * intent that the bot does not ask for.
 */
export function watchChannelTypes(client: Client): (channelId: string | null) => ChannelType | undefined {
  const types = new LRUCache<string, ChannelType>({ max: mostRemembered });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: unknown) => {
    const { data } = schema.safeParse(interaction);
    if (data !== undefined) types.set(data.channel.id, data.channel.type);
  });
  return (channelId) => (channelId === null ? undefined : types.get(channelId));
}
