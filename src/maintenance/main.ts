import { corpusDirectory, loadEnvironment } from '../config.ts';
import { StartupError, UserError } from '../errors.ts';
import { createProgram, isUsageError } from './program.ts';
import { EXIT } from './task.ts';

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const environment = loadEnvironment();
  await createProgram({
    directory: corpusDirectory(environment),
    environment,
    input: process.stdin,
    output: process.stdout,
    errorOutput: process.stderr,
    fetch,
    print: (text) => console.log(text),
    exitWith: (code) => {
      process.exitCode = code;
    },
  }).parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Says what is wrong on standard error, without a stack trace where it is not a bug; gives back the exit code. */
function explain(error: unknown): number {
  if (isUsageError(error)) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UserError) {
    console.error(`${error.message}\n${error.nextStep}`);
    return EXIT.usage;
  }
  if (error instanceof StartupError) {
    console.error([error.message, ...error.problems].join('\n'));
    return EXIT.found;
  }
  console.error(error);
  return EXIT.found;
}
