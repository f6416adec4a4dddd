import { questionOf } from '../bot/language.ts';
import type { Platform } from './adapter.ts';
import { discord } from './discord/platform.ts';
import { slack } from './slack/platform.ts';
import { createWebPlatform } from './web/platform.ts';
import type { Previews } from './web/previews.ts';

/** How the other platforms would render a reply; their libraries are loaded when one is rendered. */
export const previews: Previews = {
  discord: async (reply, call) => {
    const { renderReply } = await import('./discord/render.ts');
    return renderReply(reply, { question: questionOf(call), control: 'share' }).components;
  },
  slack: async (reply, call) => {
    const { renderReply } = await import('./slack/render.ts');
    return renderReply(reply, { question: questionOf(call), share: call }).blocks;
  },
};

export const web = createWebPlatform(previews);

/** Every platform there is an adapter for. Each is imported only when it is configured. */
export const platforms: readonly Platform[] = [discord, slack, web];
