import { decodeCall, encodeCall } from '../../bot/choice-code.ts';
import type { Choice } from '../../bot/reply.ts';
import { LIMITS } from './limits.ts';

/**
 * What a button does, written into its custom id, so that it goes on working after a restart. The number in front is
 * raised when the meaning of ids changes; ids of another number are not obeyed.
 */
export type ButtonAction =
  | { readonly type: 'run'; readonly command: string; readonly arguments: Readonly<Record<string, string>> }
  | { readonly type: 'share' }
  | { readonly type: 'remove' };

const version = '1';

/** The id, or undefined when it would be longer than Discord allows. `distinct` keeps ids in one message apart. */
export function encodeChoice(
  choice: Pick<Choice, 'command' | 'arguments'>,
  distinct: number,
): string | undefined {
  const id = `${version}:run:${distinct}:${encodeCall(choice)}`;
  return id.length <= LIMITS.customId ? id : undefined;
}

export const shareId = `${version}:share`;
export const removeId = `${version}:remove`;
/** A select menu; what it does stands in the value that is chosen. */
export const selectId = `${version}:select`;

/** What an id asks for, or undefined when it is none of ours or of another version. */
export function decodeCustomId(id: string): ButtonAction | undefined {
  if (id === shareId) return { type: 'share' };
  if (id === removeId) return { type: 'remove' };
  const [, code = ''] = /^1:run:\d{1,3}:(.*)$/s.exec(id) ?? [];
  const call = decodeCall(code);
  return call === undefined ? undefined : { type: 'run', ...call };
}
