import { once } from 'node:events';
import { parseCommandLine } from '../../bot/command-line.ts';
import { chooseLanguage, type Localized } from '../../bot/language.ts';
import { renderPlainText } from '../../bot/plain-text.ts';
import type { AnswerSummary, Choice, Reply } from '../../bot/reply.ts';
import { UserError } from '../../errors.ts';
import type { Environment } from '../../settings.ts';
import type { Bot } from '../adapter.ts';
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
    else await write(`${isFirst ? '' : '\n'}> ${line.trim()}\n\n${await answerLine(line)}`);
    isFirst = false;
  }
}

const noQuestion: Localized = { en: 'There is no question.', uk: 'Запитання немає.' };

const nothing: AnswerSummary = { status: 'no_answer', facts: [], citations: [], confidence: 0, related: [] };

/** The scripting contract of the README: keep it exact. */
function toJsonLine(question: string, reply: Reply): string {
  const { status, facts, citations, confidence, related } = reply.answer ?? nothing;
  const line = { question, status, facts, text: renderPlainText(reply), citations, confidence, related };
  return escapeInvisible(JSON.stringify(line));
}

/** JSON leaves some characters as they are that a terminal obeys or that hide; parsed, the text is the same. */
function escapeInvisible(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
