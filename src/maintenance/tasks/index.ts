import type { Task } from '../task.ts';
import { add } from './add.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { feedback } from './feedback.ts';
import { gaps } from './gaps.ts';
import { links } from './links.ts';
import { schema } from './schema.ts';
import { stale } from './stale.ts';
import { why } from './why.ts';

/** Every task of `npm run corpus`, in the order in which the usage lists them. */
export const tasks: readonly Task[] = [check, add, why, diff, gaps, feedback, links, stale, schema];
