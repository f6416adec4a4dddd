import { z } from 'zod';
import { id, line } from './fields.ts';

export const amountSchema = z
  .strictObject({
    measure: id.describe('What is measured and in which unit: an id of measures.yaml.'),
    value: z.number().nonnegative().describe('In the unit of the measure.'),
    upTo: z
      .number()
      .nonnegative()
      .optional()
      .describe('The upper end, when value is the lower end of a range.'),
    bound: z
      .enum(['about', 'at-least', 'more-than', 'up-to', 'less-than'])
      .optional()
      .describe('How the statement puts it, when not exactly.'),
    label: line(60).optional().describe('Which one it is, when the fact has several amounts of one measure.'),
    uk: z.strictObject({ label: line(60) }).optional(),
  })
  .refine(({ value, upTo }) => upTo === undefined || upTo > value, {
    path: ['upTo'],
    message: 'must be greater than value',
  })
  .describe('A number of the statement, for charts. Only amounts of one measure are set side by side.');

const measureTexts = {
  title: line(80).describe('What is measured, as the heading of a chart.'),
  unit: line(40).describe('Stands after the number: "billion US dollars", "%".'),
  note: line(250).optional().describe('What has to be known to compare the amounts.'),
};

/** data/measures.yaml: what amounts of facts may be compared. */
export const measuresSchema = z.strictObject({
  measures: z.array(z.strictObject({ id, ...measureTexts, uk: z.strictObject(measureTexts).optional() })),
});

/** The ids in a measures file, whatever mistakes are in it. */
export const looseMeasuresSchema = z
  .object({ measures: z.array(z.object({ id: z.string().catch('') }).catch({ id: '' })).catch([]) })
  .catch({ measures: [] });

export type Amount = Readonly<z.infer<typeof amountSchema>>;
export type Measure = Readonly<z.infer<typeof measuresSchema>['measures'][number]>;
