import { brand } from '../../bot/brand.ts';
import { chooseLanguage, type Language, type Localized } from '../../bot/language.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Bot } from '../adapter.ts';
import type { Call } from './calls.ts';
import type { LookUpPermission } from './permissions.ts';
import { type LookUpLanguage, saysLanguage } from './user-language.ts';
import { conversationAt, placeAt, type Where } from './where.ts';

/** Who asks. */
export interface Asker {
  /** Goes to Slack alone, to look up a language there. */
  readonly user: string | undefined;
  /** The language of the reply or view that is acted on. */
  readonly preferred?: Language | undefined;
  /** Of the bot in the workspace, to look up there whether the asker is an admin. */
  readonly token?: string | undefined;
  /** The event, where Slack may send it again. */
  readonly occasion?: string | undefined;
  /** Whether everyone is to read the answer; undefined when nothing was said of it. */
  readonly wantsPublic?: boolean | undefined;
}

/** Has the bot answer a call. */
export type Run = (call: Call, where: Where, asker: Asker) => Promise<Reply>;

/** What Slack is asked about a person. */
export interface LookUps {
  /** Undefined when the bot does not ask. */
  readonly lookUpLanguage: LookUpLanguage | undefined;
  readonly lookUpPermission: LookUpPermission;
}

/**
 * Slack's payloads do not say what language a person reads. So the text decides, or the language of the reply or view
 * that is acted on. Where neither does, users.info would know; but its scope users:read shows the bot all members, so
 * that asking is not the default.
 */
export function createRun(bot: Pick<Bot, 'dispatch'>, { lookUpLanguage, lookUpPermission }: LookUps): Run {
  return async (call, where, { user, preferred, token, occasion, wantsPublic }) => {
    const isOpen = preferred === undefined && user !== undefined && !saysLanguage(call);
    const language = chooseLanguage(call, isOpen ? await lookUpLanguage?.(user, token) : preferred);
    const reply = await bot.dispatch({
      command: call.command,
      arguments: call.arguments,
      place: placeAt(where),
      language,
      wantsPublic,
      occasion,
      // The same id is somebody else's in another workspace.
      asker: user === undefined ? undefined : `${where.team ?? ''}/${user}`,
      mayConfigure: user === undefined ? undefined : () => lookUpPermission(user, token),
      conversation: conversationAt(where),
    });
    return call.command === 'help'
      ? { ...reply, blocks: [...reply.blocks, { type: 'text', text: threadHint[reply.language] }] }
      : reply;
  };
}

/** How to ask in a thread. */
const threadHint: Localized = {
  en: `In a thread, where commands do not work, mention me, or choose "${brand.checkAction}" from the menu of a message.`,
  uk: `У гілці, де команди не працюють, згадайте мене або виберіть «${brand.checkAction}» у меню повідомлення.`,
};
