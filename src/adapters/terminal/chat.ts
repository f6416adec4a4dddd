import { createInterface, type Interface } from 'node:readline/promises';
import { parseCommandLine } from '../../bot/command-line.ts';
import { continueLanguage, type Language, type Localized } from '../../bot/language.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import type { Environment } from '../../settings.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { parseOptions, usage } from './options.ts';
import { createTerminalStyle } from './style.ts';

const place = { platform: 'terminal' };
const leaving = new Set(['/quit', '/exit', 'quit', 'exit', 'bye', '/q']);
const mostCompletions = 12;

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: Environment;
}

/** Opens a chat as the arguments ask for it. @throws UserError when they make no sense. */
export async function runChat(argv: readonly string[], bot: Bot, streams: Streams): Promise<void> {
  const { help, language } = parseOptions(argv);
  if (help) streams.output.write(`${usage[language ?? 'en']}\n`);
  else await createChat(bot, streams, language).start();
}

/**
 * A conversation in the terminal. `start` ends when the person leaves.
 * @param language What to answer in. By default a question decides, and what follows it is in its language.
 */
export function createChat(
  bot: Bot,
  { input, output, environment }: Streams,
  language?: Language,
): Pick<Adapter, 'start' | 'stop'> {
  const style = createTerminalStyle(output, environment);
  let terminal: Interface | undefined;
  let choices: readonly Choice[] = [];
  let spoken: Language | undefined = language;

  const answer = async (line: string): Promise<Reply> => {
    const isNumber = choices.length > 0 && /^\d{1,3}$/.test(line);
    const chosen = isNumber ? choices[Number(line) - 1] : undefined;
    if (isNumber && chosen === undefined) return say(noChoice(line, choices.length), spoken ?? 'en');
    const call = chosen ?? parseCommandLine(line, bot.commands, { fallback: 'ask', slashOnly: true });
    spoken = language ?? continueLanguage(call, spoken);
    const { command, arguments: given } = call;
    const reply = await bot.dispatch({
      command,
      arguments: given,
      place,
      language: spoken,
      conversation: 'terminal',
    });
    choices = choicesOf(reply);
    return reply;
  };

  return {
    start: async () => {
      terminal = createInterface({
        input,
        output,
        prompt: output.isTTY ? `${style.prompt('?')} ` : '',
        completer: (line: string) => complete(line, bot, spoken ?? 'en'),
        historySize: 200,
        removeHistoryDuplicates: true,
      });
      // What is piped in may end before it is answered.
      let isOpen = true;
      terminal.once('close', () => {
        isOpen = false;
        unsubscribe();
      });
      // What was said about an edit of the corpus stands where the person was typing.
      const unsubscribe = bot.corpus.subscribe(() => terminal?.prompt(true));
      output.write(`${style.render(say(greeting(bot.subject), spoken ?? 'en'))}\n`);
      terminal.prompt();
      for await (const line of terminal) {
        const text = line.trim();
        if (leaving.has(text.toLowerCase())) break;
        if (text !== '') {
          output.write(`\n${style.render(await answer(text))}\n\n`);
        }
        if (isOpen) terminal.prompt();
      }
      terminal.close();
    },
    stop: async () => terminal?.close(),
  };
}

function say(text: Localized, language: Language): Reply {
  return { visibility: 'private', blocks: [{ type: 'text', text: text[language] }], language };
}

/** @param count How many proposals there are. */
const noChoice = (typed: string, count: number): Localized => ({
  en: `There is no proposal ${typed}. Type a number from 1 to ${count}, or a question.`,
  uk: `Пропозиції ${typed} немає. Введіть число від 1 до ${count} або запитання.`,
});

const greeting = (subject: string): Localized => ({
  en: `Ask about ${subject}. /help shows the commands, a number follows a proposal, /quit leaves.`,
  uk: `Запитуйте на тему: ${subject}. /help показує команди, число відкриває запропоноване, /quit завершує розмову.`,
});

/** The choices of a reply in the order in which the plain text numbers them. */
function choicesOf(reply: Reply): Choice[] {
  return reply.blocks.flatMap((block) => {
    if (block.type === 'choices') return [...block.choices];
    return block.type === 'list' ? block.items.flatMap(({ choice }) => choice ?? []) : [];
  });
}

/** Tab completion: what completes the line; where nothing does, what is near it: it is listed, and nothing is typed. */
function complete(line: string, bot: Bot, language: Language): [string[], string] {
  const typed = line.trimStart();
  const near = propose(typed, bot, language);
  const completing = near.filter((one) => one.toLowerCase().startsWith(typed.toLowerCase()));
  return [completing.length > 0 ? completing : near, typed];
}

/** Commands behind a slash with what their first option proposes, else questions. */
function propose(typed: string, bot: Bot, language: Language): string[] {
  const options = { most: mostCompletions, language };
  const [, name, rest] = /^\/(\S*)\s+(.*)$/.exec(typed) ?? [];
  const command = bot.commands.find((one) => one.name === name);
  if (command !== undefined && rest !== undefined) {
    const option = Object.keys(command.options)[0];
    const found = option === undefined ? [] : bot.suggest(command.name, option, rest, options);
    return found.map(({ value }) => `/${command.name} ${value}`);
  }
  if (typed.startsWith('/')) {
    const names = bot.commands.map((one) => `/${one.name}`).filter((one) => one.startsWith(typed));
    return names.map((one) => `${one} `);
  }
  return typed === '' ? [] : bot.suggest('ask', 'question', typed, options).map(({ value }) => value);
}
