import { UserError } from '../errors.ts';
import { checkArguments } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import type { Reply } from './reply.ts';

export type Dispatch = (invocation: Invocation) => Promise<Reply>;

/**
 * Runs the command that an invocation names; every outcome is a reply. An error of the asker's is explained to them;
 * any other is a bug: it goes to `report` and the asker is told that nothing was answered.
 */
export function createDispatch<Services>(
  commands: readonly Command<Services>[],
  services: Services,
  report: (error: unknown, invocation: Invocation) => void,
): Dispatch {
  return async (invocation) => {
    try {
      const command = commands.find(({ name }) => name === invocation.command);
      if (command === undefined) {
        throw new UserError(`There is no command "${invocation.command.slice(0, 40)}".`, {
          nextStep: `The commands are ${commands.map(({ name }) => name).join(', ')}.`,
        });
      }
      return await command.run(checkArguments(command, invocation.arguments), invocation, services);
    } catch (error) {
      if (error instanceof UserError) return explain(error.message, error.nextStep);
      report(error, invocation);
      return explain(
        'Something went wrong here, and nothing was answered.',
        'Please try once more in a minute.',
      );
    }
  };
}

function explain(message: string, nextStep: string): Reply {
  return {
    visibility: 'private',
    blocks: [
      { type: 'text', text: message },
      { type: 'text', text: nextStep },
    ],
  };
}
