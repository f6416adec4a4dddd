/** The text as Slack shows it letter for letter: no mention, no link, and no character that sets off formatting. */
export function escapeText(text: string): string {
  return escapeControl(text).replace(/[*_~`]/g, (character) => `\u200b${character}\u200b`);
}

/** Only what Slack obeys anywhere in a text: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
