import { decode } from 'fast-png';

const dark = 160;

/** How many pixels are dark, whatever their colour. */
export function inkIn(png: Uint8Array): number {
  const { width, height, at } = shadesOf(png);
  let count = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (at(x, y) < dark) count += 1;
  return count;
}

/** Whether nothing is drawn within 20 pixels of the edges, so that nothing can be cut off. */
export function marginsAreEmpty(png: Uint8Array): boolean {
  const { width, height, at } = shadesOf(png);
  const card = at(0, 0);
  const edge = 20;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInside = x >= edge && x < width - edge && y >= edge && y < height - edge;
      if (isInside) x = width - edge - 1;
      else if (at(x, y) !== card) return false;
    }
  }
  return true;
}

/** A picture with a palette as shades of grey, from 0 to 255. */
function shadesOf(png: Uint8Array) {
  const { width, height, data, palette = [] } = decode(png);
  if (palette.length === 0) throw new Error('the picture has no palette');
  const shades = palette.map(([red = 0, green = 0, blue = 0]) => 0.299 * red + 0.587 * green + 0.114 * blue);
  const at = (x: number, y: number): number => shades[data[y * width + x] ?? 0] ?? 0;
  return { width, height, at };
}
