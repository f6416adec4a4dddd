// What charts are drawn in: linkedom has the same types.
/// <reference lib="dom" />
import { parseHTML } from 'linkedom';
import { type Weight, wrap } from './font.ts';
import type { CardTexts } from './picture.ts';
import { innerWidth, theme } from './theme.ts';

/** A document to draw in; each drawing has its own. */
export function createDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document;
}

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** An SVG element with its attributes. */
export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly (Element | string)[] = [],
): Element {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A drawing of the inner width, and how high it is. */
export interface Body {
  readonly svg: Element;
  readonly height: number;
}

/** Puts title, drawing and notes under each other on one card. */
export function layOutCard(
  document: Document,
  body: Body,
  { title, subtitle, notes }: CardTexts,
): { readonly svg: string; readonly height: number } {
  const { margin, size, colors } = theme;
  const parts: Element[] = [];
  let y = margin;
  const write = (text: string, fontSize: number, weight: Weight, color: string) => {
    for (const line of wrap(text, innerWidth, fontSize, weight)) {
      y += fontSize * theme.lineHeight;
      const attributes = { x: margin, y: y - fontSize * 0.24, 'font-size': fontSize, fill: color };
      const style = weight === 'bold' ? { ...attributes, 'font-weight': 700 } : attributes;
      parts.push(element(document, 'text', style, [line]));
    }
  };
  write(title, size.title, 'bold', colors.ink);
  if (subtitle !== '') write(subtitle, size.subtitle, 'regular', colors.faint);
  y += 26;
  body.svg.setAttribute('x', String(margin));
  body.svg.setAttribute('y', String(y));
  parts.push(body.svg);
  y += body.height + 10;
  for (const note of notes) {
    y += 12;
    write(note, size.note, 'regular', colors.faint);
  }
  const height = Math.ceil(y + margin * 0.75);
  const card = element(document, 'rect', {
    width: theme.width,
    height,
    fill: colors.card,
  });
  const root = element(
    document,
    'svg',
    {
      xmlns: svgNamespace,
      width: theme.width,
      height,
      viewBox: `0 0 ${theme.width} ${height}`,
      'font-family': theme.font,
    },
    [card, ...parts],
  );
  return { svg: root.toString(), height };
}
