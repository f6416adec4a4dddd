import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Environment } from '../settings.ts';
import type { FetchPage } from './links/check-page.ts';

/** What a task works with. */
export interface TaskContext {
  /** The folder of the corpus. */
  readonly directory: string;
  readonly environment: Environment;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Where progress and questions go, so that `output` can be piped. */
  readonly errorOutput: NodeJS.WriteStream;
  readonly fetch: FetchPage;
  print(text: string): void;
  /** The code that the program exits with when the task is done; 0 unless it is set. */
  exitWith(code: number): void;
}

/**
 * One task of `npm run corpus`: a command with its description, arguments, options and action. Usage texts and the
 * checks of arguments derive from it. The action may throw a UserError or a StartupError: both are explained.
 */
export type Task = (context: TaskContext) => CommandUnknownOpts;

/** Exit codes that scripts can tell apart. */
export const EXIT = { ok: 0, found: 1, usage: 2, noNetwork: 3, interrupted: 130 } as const;
