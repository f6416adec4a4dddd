import { createInterface, type Interface } from 'node:readline/promises';
import { parseCommandLine } from '../../bot/command-line.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { createTerminalStyle } from './style.ts';

const place = { platform: 'terminal' };
const leaving = new Set(['/quit', '/exit', 'quit', 'exit', 'bye', '/q']);
const mostCompletions = 12;

interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A conversation in the terminal. `start` ends when the person leaves. */
export function createChat(bot: Bot, { input, output, environment }: Streams): Adapter {
  const style = createTerminalStyle(output, environment);
  let terminal: Interface | undefined;
  let choices: readonly Choice[] = [];

  const answer = async (line: string): Promise<Reply> => {
    const chosen = /^\d{1,3}$/.test(line) ? choices[Number(line) - 1] : undefined;
    const call = chosen ?? parseCommandLine(line, bot.commands, { fallback: 'ask', slashOnly: true });
    return bot.dispatch({ command: call.command, arguments: call.arguments, place });
  };

  return {
    name: 'terminal',
    start: async () => {
      terminal = createInterface({
        input,
        output,
        prompt: output.isTTY ? `${style.prompt('?')} ` : '',
        completer: (line: string) => complete(line, bot),
        historySize: 200,
        removeHistoryDuplicates: true,
      });
      output.write(`${style.render(greet(bot.subject))}\n`);
      terminal.prompt();
      for await (const line of terminal) {
        const text = line.trim();
        if (leaving.has(text.toLowerCase())) break;
        if (text !== '') {
          const reply = await answer(text);
          choices = choicesOf(reply);
          output.write(`\n${style.render(reply)}\n\n`);
        }
        terminal.prompt();
      }
      terminal.close();
    },
    stop: async () => terminal?.close(),
  };
}

function greet(subject: string): Reply {
  const text = `Ask about ${subject}. /help shows the commands, a number follows a proposal, /quit leaves.`;
  return { visibility: 'private', blocks: [{ type: 'text', text }] };
}

/** The choices of a reply in the order in which the plain text numbers them. */
function choicesOf(reply: Reply): Choice[] {
  return reply.blocks.flatMap((block) => {
    if (block.type === 'choices') return [...block.choices];
    return block.type === 'list' ? block.items.flatMap(({ choice }) => choice ?? []) : [];
  });
}

/** Tab completion: commands behind a slash with what their first option proposes, else questions. */
function complete(line: string, bot: Bot): [string[], string] {
  const typed = line.trimStart();
  const [, name, rest] = /^\/(\S*)\s+(.*)$/.exec(typed) ?? [];
  const command = bot.commands.find((one) => one.name === name);
  if (command !== undefined && rest !== undefined) {
    const option = Object.keys(command.options)[0];
    const found = option === undefined ? [] : bot.suggest(command.name, option, rest, mostCompletions);
    return [found.map(({ value }) => `/${command.name} ${value}`), typed];
  }
  if (typed.startsWith('/')) {
    const names = bot.commands.map((one) => `/${one.name}`).filter((one) => one.startsWith(typed));
    return [names.map((one) => `${one} `), typed];
  }
  const questions = bot.suggest('ask', 'question', typed, mostCompletions);
  return [typed === '' ? [] : questions.map(({ value }) => value), typed];
}
