import { parseCommandLine } from '../../bot/command-line.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import type { Bot } from '../adapter.ts';

export type Call = Pick<Choice, 'command' | 'arguments'>;

/** A line as people type it; nothing at all asks for help. */
export function readCall(text: string, bot: Pick<Bot, 'commands'>): Call {
  if (text.trim() === '') return { command: 'help', arguments: {} };
  return parseCommandLine(text, bot.commands, { fallback: 'ask' });
}

/** A typed line without the flag at its end that posts the answer for all. */
export function readFlags(text: string): { readonly text: string; readonly isPublic: boolean } {
  const flag = /(?:^|\s)--public\s*$/;
  return { isPublic: flag.test(text), text: text.replace(flag, '').trimEnd() };
}

/**
 * What shares an answer: the question again or, when that is too long for a button, the fact that leads. Undefined when it
 * may not be shared.
 */
export function toShare(call: Call, reply: Reply): Call | undefined {
  if (reply.canShare !== true) return undefined;
  const lead = reply.answer?.facts[0];
  const isLong = new URLSearchParams(call.arguments).toString().length > 1_900;
  return isLong && lead !== undefined ? { command: 'fact', arguments: { fact: lead.id } } : call;
}

/** Slack sends &, < and > of a message's text escaped. */
export function readable(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
