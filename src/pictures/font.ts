import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';

const packaged = createRequire(import.meta.url);

/** The files of the typeface, which comes with the program: what the machine has installed does not matter. */
export const fontFiles = {
  regular: packaged.resolve('@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf'),
  bold: packaged.resolve('@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf'),
} as const;

export type Weight = keyof typeof fontFiles;

const fonts = { regular: open(fontFiles.regular), bold: open(fontFiles.bold) };

function open(path: string) {
  const font = create(readFileSync(path));
  if (font.isCollection) throw new Error(`${path} holds several fonts`);
  return font;
}

/** How wide a line is at a font size, in pixels. */
export function measure(text: string, size: number, weight: Weight = 'regular'): number {
  const font = fonts[weight];
  const units = Array.from(text).reduce(
    (sum, character) => sum + font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth,
    0,
  );
  return (units / font.unitsPerEm) * size;
}

/** Whether the typeface has a glyph for each character. */
export function canWrite(text: string, weight: Weight = 'regular'): boolean {
  return Array.from(text).every((character) =>
    fonts[weight].hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
}

/** Breaks a text into lines of at most so many pixels, between words; a word that is longer has a line of its own. */
export function wrap(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
