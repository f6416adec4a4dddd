import { stripVTControlCharacters } from 'node:util';

/** Zero-width characters, joiners, soft hyphens and marks that turn the writing direction. */
const invisible = /\p{Default_Ignorable_Code_Point}+/gu;
const separators = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]+/gu;

/** The text as one line that is safe to show: no control, invisible or direction-turning characters. */
export function toPlainLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(invisible, '')
    .replace(separators, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The text as the index sees it: lower case, without diacritics and apostrophes, "U.S." as "us". Cyrillic letters keep
 * theirs: й and ї are letters of their own.
 */
export function fold(text: string): string {
  return toPlainLine(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!\p{Script=Cyrillic})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[’‘ʼ`´']s(?!\p{L})/gu, '')
    .replace(/[’‘ʼ`´']/gu, '')
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (dotted) => dotted.replaceAll('.', ''));
}
