import { once } from 'node:events';
import { parseCommandLine } from '../../bot/command-line.ts';
import { chooseLanguage, type Localized } from '../../bot/language.ts';
import type { Choice } from '../../bot/reply.ts';
import { toVisibleLine } from '../../bot/visible-line.ts';
import { UserError } from '../../errors.ts';
import type { Environment } from '../../settings.ts';
import type { Bot } from '../adapter.ts';
import { toJsonLine } from './json-line.ts';
import { readLines } from './lines.ts';
import { parseOptions, usage } from './options.ts';
import { createTerminalStyle } from './style.ts';

const place = { platform: 'terminal' };

interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly environment: Environment;
}

/**
 * Answers the question in the arguments, or each line of standard input.
 * @throws UserError when the arguments make no sense.
 */
export async function runAsk(argv: readonly string[], bot: Bot, streams: Streams): Promise<void> {
  const { json, help, text, language } = parseOptions(argv);
  const write = async (line: string) => {
    if (!streams.output.write(`${line}\n`)) await once(streams.output, 'drain');
  };
  if (help) return write(usage[language ?? 'en']);
  const style = createTerminalStyle(streams.output, streams.environment);
  const answer = (call: Pick<Choice, 'command' | 'arguments'>) =>
    bot.dispatch({ ...call, place, language: language ?? chooseLanguage(call) });
  const answerLine = async (line: string) =>
    style.render(await answer(parseCommandLine(line, bot.commands, { fallback: 'ask', slashOnly: true })));
  const answerJson = async (question: string) =>
    toJsonLine(question, await answer({ command: 'ask', arguments: { question } }));

  if (text !== undefined) return write(await (json ? answerJson : answerLine)(text));
  if (streams.input.isTTY)
    throw new UserError(noQuestion[language ?? 'en'], { nextStep: usage[language ?? 'en'] });
  let isFirst = true;
  for await (const line of readLines(streams.input)) {
    if (json) await write(await answerJson(line));
    else await write(`${isFirst ? '' : '\n'}> ${toVisibleLine(line)}\n\n${await answerLine(line)}`);
    isFirst = false;
  }
}

const noQuestion: Localized = { en: 'There is no question.', uk: 'Запитання немає.' };
