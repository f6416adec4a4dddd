import { stripVTControlCharacters } from 'node:util';

/** Marks that turn the writing direction of what stands behind them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What somebody typed, as one line that is safe to show to them: nothing in it steers a terminal or turns a line. */
export function toVisibleLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(turning, '')
    .replace(/[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** The first characters of a text: at most so many UTF-16 units, and no half of a character at the end. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
