import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { parseCommandLine } from '../../bot/command-line.ts';
import { renderPlainText } from '../../bot/plain-text.ts';
import type { AnswerSummary, Reply } from '../../bot/reply.ts';
import { UserError } from '../../errors.ts';
import type { Bot } from '../adapter.ts';
import { readLines } from './lines.ts';
import { createTerminalStyle } from './style.ts';

export const askUsage = `Usage: npm run ask -- "When was the deal signed?"
       npm run --silent ask -- --json < questions.txt

Answers one question, or each line of standard input. With --json, writes one JSON object a line.`;

const place = { platform: 'terminal' };

interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Answers the question in the arguments, or each line of standard input.
 * @throws UserError when the arguments make no sense.
 */
export async function runAsk(argv: readonly string[], bot: Bot, streams: Streams): Promise<void> {
  const { json, help, text } = parseOptions(argv);
  const write = async (line: string) => {
    if (!streams.output.write(`${line}\n`)) await once(streams.output, 'drain');
  };
  if (help) return write(askUsage);
  const style = createTerminalStyle(streams.output, streams.environment);
  const answerLine = async (line: string) => {
    const { command, arguments: given } = parseCommandLine(line, bot.commands, {
      fallback: 'ask',
      slashOnly: true,
    });
    return style.render(await bot.dispatch({ command, arguments: given, place }));
  };
  const answerJson = async (question: string) =>
    toJsonLine(question, await bot.dispatch({ command: 'ask', arguments: { question }, place }));

  if (text !== undefined) return write(await (json ? answerJson : answerLine)(text));
  if (streams.input.isTTY) throw new UserError('There is no question.', { nextStep: askUsage });
  let isFirst = true;
  for await (const line of readLines(streams.input)) {
    if (json) await write(await answerJson(line));
    else await write(`${isFirst ? '' : '\n'}> ${line.trim()}\n\n${await answerLine(line)}`);
    isFirst = false;
  }
}

function parseOptions(argv: readonly string[]): { json: boolean; help: boolean; text: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    return { ...values, text: positionals.length === 0 ? undefined : positionals.join(' ') };
  } catch (error) {
    throw new UserError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), {
      nextStep: askUsage,
    });
  }
}

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
