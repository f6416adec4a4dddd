import type { Log } from './log.ts';

/**
 * What became of a command. answered and no_answer: a question; listed: any other command; user_error: the asker was
 * told what is wrong; error: a bug; limited: the asker was told to wait.
 */
export type CommandOutcome = 'answered' | 'no_answer' | 'listed' | 'user_error' | 'error' | 'limited';

export interface RepliedCommand {
  /** As the places of the platform have it. */
  readonly platform: string;
  /** The name of a command that there is, or `unknown`: never what somebody typed. */
  readonly command: string;
  readonly outcome: CommandOutcome;
  /** How long it took to make the reply, without sending it. */
  readonly seconds: number;
}

/** Counts what happens. Costs next to nothing, and never throws. */
export interface Monitor {
  /** Called once for every command, when its reply is made. */
  replied(command: RepliedCommand): void;
  /** A platform has refused a request because there were too many. */
  rateLimited(platform: string): void;
}

/** For where nobody counts. */
export const noMonitor: Monitor = { replied: () => {}, rateLimited: () => {} };

/** How a part of the program tells the operator what happens in it. */
export interface Telemetry {
  readonly log: Log;
  readonly monitor: Monitor;
}
