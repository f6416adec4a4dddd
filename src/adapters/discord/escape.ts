import { escapeMarkdown } from 'discord.js';

/**
 * The text as Discord shows it letter for letter: no Markdown, no mention, no emoji code, no masked link. A zero-width
 * space parts what would otherwise name somebody.
 */
export function escapeText(text: string): string {
  const marked = escapeMarkdown(text, {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  });
  // discord.js knows neither small print nor quotations.
  const plain = marked.replace(/^(\s*)(-#|>)/gm, '$1\\$2');
  return plain.replace(/<(?=[@#:/a-z])/gi, '<\u200b').replace(/@(?=everyone|here)/g, '@\u200b');
}
