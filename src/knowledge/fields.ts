import { z } from 'zod';

/** Longest texts, in characters. A button label on Slack holds 75, a custom id on Discord 100. */
export const LENGTHS = { id: 60, title: 80, statement: 300, topicTitle: 40, question: 200 } as const;

export const id = z
  .string()
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by hyphens')
  .max(LENGTHS.id)
  .describe('Permanent, and unique across all files: lower-case letters, digits and hyphens.');

export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]*$/u, {
      message: 'must be one line without control or invisible characters',
    });
