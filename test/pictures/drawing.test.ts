import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { createDateAxis } from '../../src/pictures/date-axis.ts';
import { draw } from '../../src/pictures/draw.ts';
import { canWrite, measure, wrap } from '../../src/pictures/font.ts';
import { type BarChart, drawChart } from '../../src/pictures/index.ts';
import { encodePng } from '../../src/pictures/palette.ts';
import { spread } from '../../src/pictures/spread.ts';
import { theme } from '../../src/pictures/theme.ts';
import { inkIn, marginsAreEmpty } from '../support/pixels.ts';

const chart: BarChart = {
  title: 'What the bridge cost',
  subtitle: 'million dollars',
  notes: ['Sources: River Post, 2020'],
  language: 'en',
  bars: [
    { label: 'The auditors', value: 19, text: '19', style: 'counted' },
    { label: 'The mayor', value: 12, text: 'about 12', style: 'said' },
    { label: 'The plan', value: 5, upTo: 8, text: '5–8', style: 'overtaken' },
    { label: 'Nobody', value: 0, text: '0', style: 'counted' },
  ],
  legend: [],
};

const dateOf = (text: string) => new Date(`${text}T00:00:00Z`);

describe('a drawing', () => {
  it('is a PNG of its size, and the same each time', async () => {
    const [one, other] = [await draw(chart), await draw(chart)];
    const image = decode(one.png);
    expect([image.width, image.height]).toEqual([1_200, one.height]);
    expect(Buffer.compare(one.png, other.png)).toBe(0);
  });

  it('is drawn once for many who ask at the same time', () => {
    expect(drawChart(chart)).toBe(drawChart({ ...chart }));
  });

  it('grows with long labels, and cuts nothing off', async () => {
    const label = 'Довгий підпис, який не вміщується в один рядок, '.repeat(3).trim();
    const long = { ...chart, title: label, notes: [label, label] };
    const drawn = await draw({ ...long, bars: chart.bars.map((bar) => ({ ...bar, label })) });
    expect(drawn.height).toBeGreaterThan((await draw(chart)).height + 500);
    expect(marginsAreEmpty(drawn.png)).toBe(true);
  });

  it('shows each number, bar and style', async () => {
    const before = (await draw(chart)).png;
    const [first, ...others] = chart.bars;
    if (first === undefined) throw new Error('no bar');
    for (const change of [{ text: '20' }, { value: 10 }, { style: 'said' as const }, { label: 'Auditors' }]) {
      const { png } = await draw({ ...chart, bars: [{ ...first, ...change }, ...others] });
      expect(Buffer.compare(png, before)).not.toBe(0);
    }
  });

  it('tells styles apart without colour', async () => {
    const inks = await Promise.all(
      (['counted', 'said', 'overtaken'] as const).map(async (style) => {
        const bar = { label: 'x', value: 1, text: '1', style };
        return inkIn((await draw({ ...chart, bars: [bar] })).png);
      }),
    );
    const [counted = 0, said = 0, overtaken = 0] = inks;
    expect(counted).toBeGreaterThan(1.3 * said);
    expect(said).toBeGreaterThan(1.3 * overtaken);
  });

  it('has text and bars that stand out from its own card', () => {
    const { card, ink, faint, counted, said, overtaken, event } = theme.colors;
    for (const text of [ink, faint, event]) expect(contrast(text, card)).toBeGreaterThan(4.5);
    for (const shape of [counted, said, overtaken]) expect(contrast(shape, card)).toBeGreaterThan(4.5);
  });
});

describe('the typeface', () => {
  it('writes English and Ukrainian, in both weights', () => {
    const alphabet = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
    const text = `${alphabet}${alphabet.toUpperCase()}“”«»–’№%$€₴0123456789`;
    expect([canWrite(text), canWrite(text, 'bold')]).toEqual([true, true]);
    expect(canWrite('文')).toBe(false);
  });

  it('draws Ukrainian letters, and not the box for letters that it lacks', async () => {
    const titled = async (title: string) => (await draw({ ...chart, title })).png;
    const [one, other, missing] = await Promise.all([titled('Міст'), titled('Пліт'), titled('文文文文')]);
    expect(Buffer.compare(one, other)).not.toBe(0);
    expect(Buffer.compare(one, missing)).not.toBe(0);
  });

  it('breaks lines between words, and keeps hard spaces together', () => {
    const lines = wrap('one two three\u00a0four five', measure('one two three', 40), 40);
    expect(lines).toEqual(['one two', 'three\u00a0four', 'five']);
  });
});

describe('labels on an axis', () => {
  it('stand where they belong when there is room', () => {
    expect(spread([0, 100, 200], [20, 20, 20], 300)).toEqual([0, 100, 200]);
  });

  it('move apart around their places when there is not, in their order and within the height', () => {
    expect(spread([100, 100, 100], [30, 30, 30], 300)).toEqual([70, 100, 130]);
    expect(spread([290, 295, 299], [30, 30, 30], 300)).toEqual([210, 240, 270]);
    expect(spread([0, 1, 2], [30, 30, 30], 90)).toEqual([0, 30, 60]);
  });
});

describe('an axis of dates', () => {
  it('is of whole months, with as many names as have room', () => {
    const days = [dateOf('2024-11-20'), dateOf('2025-06-03')];
    const names = (most: number) => createDateAxis(days, most, 'en').ticks.map(({ name }) => name);
    expect(names(20)).toEqual(
      ['Nov 2024', 'Dec 2024', 'Jan 2025', 'Feb 2025', 'Mar 2025', 'Apr 2025', 'May 2025', 'Jun 2025'].concat(
        'Jul 2025',
      ),
    );
    expect(names(4)).toEqual(['Jan 2025', 'Apr 2025', 'Jul 2025']);
  });

  it('is of days for a short period, named in the language of the reader', () => {
    const axis = createDateAxis([dateOf('2025-05-01'), dateOf('2025-05-04')], 10, 'uk');
    expect(axis.ticks.map(({ name }) => name)).toEqual(['1 трав.', '2 трав.', '3 трав.', '4 трав.']);
    expect(axis.last > dateOf('2025-05-04')).toBe(true);
  });
});

describe('a PNG', () => {
  it('keeps all colours when there are more than a palette holds', () => {
    const data = new Uint8Array(Array.from({ length: 300 }, (_, at) => [at % 256, at >> 8, 7, 255]).flat());
    const image = decode(encodePng({ data, width: 300, height: 1 }));
    expect([...image.data]).toEqual([...data]);
  });
});

/** WCAG 2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
