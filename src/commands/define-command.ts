import type { Command, Options } from '../bot/command.ts';
import type { Places } from '../bot/places.ts';
import type { Knowledge } from '../knowledge/index.ts';

/** What commands work with. */
export interface Services {
  /** Read anew for each command: it is replaced whole when the corpus changes. */
  readonly knowledge: Knowledge;
  /** What is kept of places; undefined where nothing is. */
  readonly places?: Places | undefined;
  /** All commands, for help. */
  readonly commands: readonly Pick<Command<Services>, 'name' | 'description' | 'options'>[];
}

/** A command whose arguments have the types of its options. */
export function defineCommand<O extends Options>(command: Command<Services, O>): Command<Services> {
  // The check in bot/arguments.ts hands over exactly the arguments that the options describe.
  return command as unknown as Command<Services>;
}
