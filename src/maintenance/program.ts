import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { TaskContext } from './task.ts';
import { tasks } from './tasks/index.ts';

const about = `CORPUS_DIR names another corpus; its golden questions stand in ../test/questions.yaml beside it.`;

/**
 * The command line of all tasks. Its `parseAsync` throws what a task throws, and a usage error when the arguments make
 * no sense, which has been explained by then.
 */
export function createProgram(context: TaskContext): CommandUnknownOpts {
  const program = new Command('npm run corpus --')
    .usage('<task> [arguments]')
    .description('Keeps the corpus: what is wrong with it, what is missing, what changed.')
    .helpCommand(false)
    .addHelpText('after', `\n${about}`);
  for (const task of tasks) program.addCommand(task(context));
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .configureHelp({ showGlobalOptions: false })
      .showHelpAfterError()
      .configureOutput({
        writeOut: (text) => context.output.write(text),
        writeErr: (text) => context.errorOutput.write(text),
      });
  }
  return program;
}

function withSubcommands(command: CommandUnknownOpts): CommandUnknownOpts[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Whether the arguments made no sense, or help was asked for (its exit code is 0): nothing more is to be said. */
export function isUsageError(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
