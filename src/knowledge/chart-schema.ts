import { z } from 'zod';
import { id, line } from './fields.ts';

const barSchema = z
  .strictObject({
    fact: id.describe('The fact whose statement holds the number.'),
    label: line(60).describe('Who counts what, beside the bar.'),
    value: z.number().nonnegative().describe('In the unit of the chart; of a range, its lower end.'),
    upTo: z.number().nonnegative().optional().describe('The upper end of a range.'),
    bound: z
      .enum(['about', 'at-least', 'more-than', 'up-to', 'less-than'])
      .optional()
      .describe('How the statement puts the number, when not exactly.'),
    minor: z
      .literal(true)
      .optional()
      .describe('Not in the picture, which has room for eight bars; told in words and on the desk.'),
    uk: z.strictObject({ label: line(60) }).optional(),
  })
  .refine(({ value, upTo }) => upTo === undefined || upTo > value, {
    path: ['upTo'],
    message: 'must be greater than value',
  });

/** A phone shows eight bars with their labels; one alone compares nothing. */
function isDrawable(bars: readonly z.infer<typeof barSchema>[]): boolean {
  const drawn = bars.filter(({ minor }) => minor !== true).length;
  return drawn >= 2 && drawn <= 8;
}

const chartTexts = {
  title: line(80).describe('What is compared, as a heading.'),
  unit: line(40).describe('What the numbers count: "billion US dollars", "% of the votes".'),
  note: line(250).optional().describe('What has to be known to compare the bars, in one or two sentences.'),
};

/** data/charts.yaml: numbers of facts, side by side, and the facts that a picture of a long timeline shows. */
export const chartsSchema = z.strictObject({
  milestones: z
    .array(id)
    .default([])
    .describe('Facts to draw first when a timeline has more than a picture holds, the most important first.'),
  charts: z.array(
    z.strictObject({
      id: id.max(40),
      ...chartTexts,
      factor: z
        .number()
        .positive()
        .default(1)
        .describe('One of the unit in plain numbers: 1000000000 when values are billions.'),
      uk: z.strictObject(chartTexts).optional().describe('The same in Ukrainian.'),
      bars: z
        .array(barSchema)
        .max(24)
        .refine(isDrawable, 'two to eight bars have to be drawn, the others are minor')
        .describe('In the order in which they are drawn.'),
    }),
  ),
});

const looseText = z.string().catch('');

/** The ids in a charts file, whatever mistakes are in it. */
export const looseChartsSchema = z.object({
  milestones: z.array(looseText).catch([]),
  charts: z
    .array(
      z
        .object({ id: looseText, bars: z.array(z.object({ fact: looseText }).catch({ fact: '' })).catch([]) })
        .catch({ id: '', bars: [] }),
    )
    .catch([]),
});

export type ChartsFile = Readonly<z.infer<typeof chartsSchema>>;
export type ChartEntry = Readonly<ChartsFile['charts'][number]>;
export type BarEntry = ChartEntry['bars'][number];
