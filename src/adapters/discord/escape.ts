// discord.js has escapeMarkdown; but it leaves alone what stands in an address, the second of two masked links in a line
// and a lone bracket, so that a text can still make a link or set letters in italics.

/** Characters that set off formatting or links wherever they stand. */
const anywhere = /[\\*_~`|[\]]/g;
/** What makes a heading, small print, a list or a quotation of a line. */
const atLineStart = /^(\s*)([-+#>])/gm;
const numberedLine = /^(\s*\d+)([.)])/gm;

/**
 * The text as Discord shows it letter for letter: no Markdown, no mention, no emoji code, no link. A zero-width space
 * parts what would otherwise name somebody or lead somewhere.
 */
export function escapeText(text: string): string {
  return text
    .replace(anywhere, '\\$&')
    .replace(atLineStart, '$1\\$2')
    .replace(numberedLine, '$1\\$2')
    .replace(/<(?=[@#:/a-z])/gi, '<\u200b')
    .replace(/@(?=everyone|here)/gi, '@\u200b')
    .replace(/(?<=https?:)\/\//gi, '\u200b//');
}
