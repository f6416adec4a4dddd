import { element } from './card.ts';
import type { BarStyle } from './picture.ts';
import { theme } from './theme.ts';

/** Fills that tell bars apart without colour: plain, striped, dotted. */
export function createPatterns(document: Document): Element {
  const { colors } = theme;
  const pattern = (style: BarStyle, size: number, marks: readonly Element[]) =>
    element(
      document,
      'pattern',
      { id: `fill-${style}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      [element(document, 'rect', { width: size, height: size, fill: colors.card }), ...marks],
    );
  const stripes = [-1, 0, 1].map((step) =>
    element(document, 'path', {
      d: `M${step * 20 - 2} 22L${step * 20 + 22} -2`,
      stroke: colors.said,
      'stroke-width': 7,
    }),
  );
  const dot = element(document, 'circle', { cx: 8, cy: 8, r: 4, fill: colors.overtaken });
  return element(document, 'defs', {}, [pattern('said', 20, stripes), pattern('overtaken', 16, [dot])]);
}

export function fillOf(style: BarStyle): string {
  return style === 'counted' ? theme.colors.counted : `url(#fill-${style})`;
}
