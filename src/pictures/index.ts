import { LRUCache } from 'lru-cache';
import type { BarChart, Drawing, EventChart } from './picture.ts';

export type { BarChart, BarStyle, Drawing, EventChart } from './picture.ts';

/** Some 100 kB each. */
const mostRemembered = 100;
const drawn = new LRUCache<string, Promise<Drawing>>({ max: mostRemembered });

/**
 * Draws a chart as a PNG, 1,200 pixels wide. What draws is loaded the first time that something is drawn; what was
 * drawn lately is not drawn again.
 */
export function drawChart(chart: BarChart | EventChart): Promise<Drawing> {
  const key = JSON.stringify(chart);
  const before = drawn.get(key);
  if (before !== undefined) return before;
  const drawing = import('./draw.ts').then(({ draw }) => draw(chart));
  drawn.set(key, drawing);
  // What failed may go well the next time.
  drawing.catch(() => drawn.delete(key));
  return drawing;
}
