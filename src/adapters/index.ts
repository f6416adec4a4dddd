import type { Platform } from './adapter.ts';
import { discord } from './discord/platform.ts';
import { slack } from './slack/platform.ts';

/** Every chat platform there is an adapter for. Each is imported only when it is configured. */
export const platforms: readonly Platform[] = [discord, slack];
