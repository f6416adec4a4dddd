import { randomUUID } from 'node:crypto';
import { chooseLanguage } from '../../bot/language.ts';
import type { Choice } from '../../bot/reply.ts';
import { createLinks } from './links.ts';
import { drawPreviews } from './lookalike/draw.ts';
import type { PageContext } from './page.ts';
import type { Exchange } from './pages/ask.ts';
import type { Previews } from './previews.ts';

export interface ExchangeOptions {
  readonly previews: Previews;
  readonly report: (error: unknown) => void;
}

/**
 * Passes on what a form or link asks, as every platform does; undefined when it asks nothing.
 * @param given Parameters of the address or of a form. Those that no option of the command has are not looked at.
 */
export async function exchange(
  given: Readonly<Record<string, string>>,
  context: PageContext,
  { previews, report }: ExchangeOptions,
): Promise<{ readonly exchange: Exchange; readonly context: PageContext } | undefined> {
  const { bot, language } = context;
  const call = readCall(given, context);
  if (call === undefined) return undefined;
  const talk = /^[0-9a-f-]{8,36}$/.test(given.talk ?? '') ? (given.talk ?? '') : randomUUID();
  const reply = await bot.dispatch({
    ...call,
    place: { platform: 'web' },
    language: chooseLanguage(call, language),
    conversation: `web ${talk}`,
  });
  const within = { ...context, links: createLinks(context.here, { chosen: context.chosen, talk }) };
  const drawn = await drawPreviews({ reply, call }, previews, { context: within, report });
  return { exchange: { call, reply, talk, previews: drawn }, context: within };
}

function readCall(
  given: Readonly<Record<string, string>>,
  { bot }: PageContext,
): Pick<Choice, 'command' | 'arguments'> | undefined {
  const name = given.command ?? (given.question === undefined ? undefined : 'ask');
  if (name === undefined) return undefined;
  const options = bot.commands.find((command) => command.name === name)?.options ?? {};
  const known = Object.entries(given).filter(([option]) => Object.hasOwn(options, option));
  return { command: name, arguments: Object.fromEntries(known) };
}
