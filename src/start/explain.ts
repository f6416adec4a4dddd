import { StartupError, UserError } from '../errors.ts';

/** What ended the program, for whoever started it: how it reads, and the exit code. */
export interface Explained {
  /** Several lines, perhaps. */
  readonly text: string;
  readonly exitCode: number;
  /** Whether it is a bug, whose place matters. */
  readonly isBug: boolean;
}

export function explain(error: unknown): Explained {
  if (error instanceof StartupError)
    return { text: [error.message, ...error.problems].join('\n'), exitCode: 1, isBug: false };
  if (error instanceof UserError)
    return { text: `${error.message}\n${error.nextStep}`, exitCode: 2, isBug: false };
  return { text: String(error), exitCode: 1, isBug: true };
}
