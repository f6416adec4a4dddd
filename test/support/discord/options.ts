import type { GatewayIntentBits } from 'discord-api-types/v10';
import { LIMITS } from './limits.ts';

/** How a server may differ from the usual. */
export interface DiscordServerOptions {
  /** Default 41,250, as Discord has it. */
  readonly heartbeatIntervalMs?: number;
  /** How many shards Discord recommends; all may identify at once. Default 1. */
  readonly shards?: number;
  /** Intents the application may not ask for. Default none. */
  readonly disallowedIntents?: readonly GatewayIntentBits[];
  /** Default 3,000. Also how long `interact` waits. */
  readonly acknowledgeWithinMs?: number;
  /** For edits and follow-ups. Default 15 minutes. */
  readonly tokenLifetimeMs?: number;
}

export function withDefaults(options: DiscordServerOptions): Required<DiscordServerOptions> {
  return {
    heartbeatIntervalMs: 41_250,
    shards: 1,
    disallowedIntents: [],
    acknowledgeWithinMs: LIMITS.acknowledgeWithinMs,
    tokenLifetimeMs: LIMITS.tokenLifetimeMs,
    ...options,
  };
}
