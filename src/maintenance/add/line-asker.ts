import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { UserError } from '../../errors.ts';
import { type Asker, type Prompt, toLines } from './asker.ts';

/**
 * Takes answers from a stream, one a line, in the order in which they are asked for; an empty line ends a list. A wrong
 * answer ends it all: whoever piped it in is not there to mend it.
 */
export function createLineAsker(input: Readable, say: (text: string) => void): Asker {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const next = async (message: string): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) {
      throw new UserError(`There is no answer to "${message}".`, {
        nextStep: 'Run it in a terminal, pipe in one answer a line, or give them all with --from.',
      });
    }
    return value.trim();
  };
  const checked = ({ message, validate }: Prompt, answer: string): string => {
    const problem = validate(answer);
    if (problem === undefined) return answer;
    throw new UserError(`${message}: ${problem} ("${answer.slice(0, 80)}").`, {
      nextStep: 'Nothing was written. Correct this answer and try again.',
    });
  };
  return {
    ask: async (prompt) => checked(prompt, (await next(prompt.message)) || (prompt.proposal ?? '')),
    askLines: async (prompt) => {
      const found: string[] = [];
      for (let line = await next(prompt.message); line !== ''; line = await next(prompt.message)) {
        found.push(line);
      }
      return toLines(checked(prompt, found.join('\n')));
    },
    choose: async (message, choices) => {
      const answer = await next(message);
      const values = choices.map(({ value }) => value);
      const validate = () =>
        values.includes(answer) ? undefined : `it has to be one of ${values.join(', ')}`;
      return checked({ message, validate }, answer);
    },
    confirm: async (message) => /^y(es)?$/i.test(await next(message)),
    say,
  };
}
