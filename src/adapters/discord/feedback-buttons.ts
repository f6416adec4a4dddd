import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { feedbackWording } from '../../bot/feedback.ts';
import type { Reply } from '../../bot/reply.ts';
import { encodeFeedback } from './custom-id.ts';

/** The buttons that say what a reader makes of a reply; none where nobody would keep it. */
export function feedbackButtons({ feedback, language }: Reply): APIButtonComponent[] {
  if (feedback === undefined) return [];
  return (['useful', 'wrong'] as const).flatMap((verdict) => {
    const custom_id = encodeFeedback(verdict, feedback);
    if (custom_id === undefined) return [];
    const label = feedbackWording[verdict][language];
    return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label }];
  });
}
