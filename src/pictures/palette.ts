import { encode } from 'fast-png';

/** What a palette holds in a PNG. */
const mostColors = 256;

interface Pixels {
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels as a PNG. Charts have few colours: with a palette they take about a third of the room. With more colours than
 * a palette holds, none is changed.
 */
export function encodePng({ data, width, height }: Pixels): Uint8Array<ArrayBuffer> {
  const indexes = new Map<number, number>();
  const indexed = new Uint8Array(width * height);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at < indexed.length; at += 1) {
    const color = view.getUint32(at * 4);
    let index = indexes.get(color);
    if (index === undefined) {
      index = indexes.size;
      if (index === mostColors) return new Uint8Array(encode({ data, width, height, channels: 4 }));
      indexes.set(color, index);
    }
    indexed[at] = index;
  }
  const palette = [...indexes.keys()].map((color) => [
    color >>> 24,
    (color >>> 16) & 255,
    (color >>> 8) & 255,
  ]);
  return new Uint8Array(encode({ data: indexed, width, height, channels: 1, palette }));
}
