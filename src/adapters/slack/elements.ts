/** Raised when the meaning of values changes; buttons of another version are explained, not obeyed. */
export const actionVersion = '1';

export function plainText(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}
