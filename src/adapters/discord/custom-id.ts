import { type DecodedCall, decodeCall, encodeCall } from '../../bot/choice-code.ts';
import { decodeSubject, encodeSubject, type FeedbackSubject, type Verdict } from '../../bot/feedback.ts';
import { type Language, languages } from '../../bot/language.ts';
import type { Choice } from '../../bot/reply.ts';
import { LIMITS } from './limits.ts';

/**
 * What a button does, written into its custom id, so that it goes on working after a restart. The number in front is
 * raised when the meaning of ids changes; ids of another number are not obeyed.
 */
export type ButtonAction =
  | { readonly type: 'run'; readonly call: DecodedCall }
  | ControlAction
  | { readonly type: Verdict | 'note'; readonly subject: FeedbackSubject };

/** Shares the answer that the button stands under, or takes a shared one back. */
export type ControlAction =
  | {
      readonly type: 'share';
      readonly language: Language;
      /** As `nameShown` gives it. */
      readonly name?: string | undefined;
    }
  | { readonly type: 'remove'; readonly language: Language };

const version = '1';

/**
 * The id of a button in a reply of that language, or undefined when it would be longer than Discord allows. `distinct`
 * keeps ids in one message apart.
 */
export function encodeChoice(
  choice: Pick<Choice, 'command' | 'arguments'>,
  { distinct, language }: { readonly distinct: number; readonly language: Language },
): string | undefined {
  const id = `${version}:run:${distinct}:${encodeCall(choice, language)}`;
  return id.length <= LIMITS.customId ? id : undefined;
}

/** The id of the button under an answer that shares it, or takes a shared one back. */
export function encodeControl(action: ControlAction): string {
  const { type, language } = action;
  const name = type === 'share' ? action.name : undefined;
  return [version, type, language === languages[0] ? undefined : language, name]
    .filter((part) => part !== undefined)
    .join(':');
}

function decodeControl(id: string): ControlAction | undefined {
  const [, name] = /:([\w-]{16})$/.exec(id) ?? [];
  const actions = languages.flatMap((language): ControlAction[] => [
    { type: 'share', language, name },
    { type: 'remove', language },
  ]);
  return actions.find((action) => encodeControl(action) === id);
}

/** The id of a button for feedback or of the window for a note; undefined when it would be too long. */
export function encodeFeedback(action: Verdict | 'note', subject: FeedbackSubject): string | undefined {
  const prefix = feedbackPrefix(action);
  const code = encodeSubject(subject, LIMITS.customId - prefix.length);
  return code === undefined ? undefined : `${prefix}${code}`;
}

function feedbackPrefix(action: Verdict | 'note'): string {
  return `${version}:${action}:`;
}

/** A select menu; what it does stands in the value that is chosen. */
export const selectId = `${version}:select`;

/** What an id asks for, or undefined when it is none of ours or of another version. */
export function decodeCustomId(id: string): ButtonAction | undefined {
  const control = decodeControl(id);
  if (control !== undefined) return control;
  for (const type of ['useful', 'wrong', 'note'] as const) {
    const prefix = feedbackPrefix(type);
    const subject = id.startsWith(prefix) ? decodeSubject(id.slice(prefix.length)) : undefined;
    if (subject !== undefined) return { type, subject };
  }
  const [, code = ''] = /^1:run:\d{1,3}:(.*)$/s.exec(id) ?? [];
  const call = decodeCall(code);
  return call === undefined ? undefined : { type: 'run', call };
}
