import { renderAsync } from '@resvg/resvg-js';
import { layOutBarChart } from './bar-chart.ts';
import { layOutEventChart } from './event-chart.ts';
import { fontFiles } from './font.ts';
import { encodePng } from './palette.ts';
import type { BarChart, Drawing, EventChart } from './picture.ts';
import { theme } from './theme.ts';

/** The same chart gives the same bytes, whatever machine draws it. */
export async function draw(chart: BarChart | EventChart): Promise<Drawing> {
  const { svg } = 'bars' in chart ? layOutBarChart(chart) : layOutEventChart(chart);
  const image = await renderAsync(svg, {
    font: {
      fontFiles: Object.values(fontFiles),
      loadSystemFonts: false,
      defaultFontFamily: theme.font,
    },
  });
  const { width, height, pixels: data } = image;
  return { png: encodePng({ data, width, height }), width, height };
}
