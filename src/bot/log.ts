/** What goes with a message, apart from it. Never what a person wrote, nor who they are. */
export interface LogFields {
  /** An error whose stack helps to find a bug. */
  readonly error?: unknown;
  readonly [name: string]: unknown;
}

/** Where the operator reads what happens. Secrets of the environment are taken out of whatever is written. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Tells the operator of an error that has been dealt with; `reference` is the one that the asker was given. */
export type Report = (error: unknown, fields?: LogFields) => void;

/** For where nobody reads it. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
