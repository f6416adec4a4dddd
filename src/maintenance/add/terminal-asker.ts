import type { Readable, Writable } from 'node:stream';
import { confirm, log, multiline, select, text } from '@clack/prompts';
import { UserError } from '../../errors.ts';
import { type Asker, type Prompt, toLines } from './asker.ts';

/** Asks in a terminal; a wrong answer is explained at once and can be mended. */
export function createTerminalAsker(streams: { readonly input: Readable; readonly output: Writable }): Asker {
  const toOptions = ({ message, hint, proposal, validate }: Prompt) => ({
    ...streams,
    message: hint === undefined ? message : `${message} (${hint})`,
    ...(proposal === undefined ? {} : { placeholder: proposal, defaultValue: proposal }),
    validate: (answer: string | undefined) => validate((answer || proposal || '').trim()),
  });
  return {
    ask: async (prompt) => answered(await text(toOptions(prompt))).trim(),
    askLines: async (prompt) => {
      const hint = [prompt.hint, 'Enter twice when done'].filter(Boolean).join('; ');
      return toLines(answered(await multiline(toOptions({ ...prompt, hint }))));
    },
    choose: async (message, choices) =>
      answered(await select({ ...streams, message, options: [...choices], maxItems: 12 })),
    confirm: async (message) => answered(await confirm({ ...streams, message })),
    say: (message) => log.message(message, streams),
  };
}

/** @throws UserError when the question was cancelled. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (isAnswer(answer)) return answer;
  throw new UserError('Cancelled: nothing was written.', { nextStep: 'Start again when you like.' });
}

/** The prompts give back a symbol when they are cancelled. */
function isAnswer<T>(answer: T): answer is Exclude<T, symbol> {
  return typeof answer !== 'symbol';
}
