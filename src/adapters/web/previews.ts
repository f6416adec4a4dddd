import type { KnownBlock } from '@slack/types';
import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Choice, Reply } from '../../bot/reply.ts';

type Call = Pick<Choice, 'command' | 'arguments'>;

/** The very messages that other platforms' renderers make of a reply to a call. */
export interface Previews {
  discord(reply: Reply, call: Call): Promise<readonly APIMessageTopLevelComponent[]>;
  slack(reply: Reply, call: Call): Promise<readonly KnownBlock[]>;
}
