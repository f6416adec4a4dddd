import type { Command, Option } from './command.ts';

type Shape = Pick<Command<never>, 'name' | 'options'>;

/** A typed line as a command and its raw arguments. */
export interface CommandLine {
  readonly command: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/**
 * Reads "timeline fund from:2025-04 to:2025-06" as people type it: the command's name, then `option:value` in any
 * order; all other words go to the command's first text option or, if it has none, to its first date. The name may stand behind a slash.
 * @param options.fallback The command for a line that does not begin with a command's name.
 * @param options.slashOnly Whether a name followed by words, none of them an option, needs the slash to be taken for a
 * command, so that a question may begin with "sources".
 */
export function parseCommandLine(
  line: string,
  commands: readonly Shape[],
  options: { readonly fallback: string; readonly slashOnly?: boolean },
): CommandLine {
  const [, slash, first = '', rest = ''] = /^\s*(\/?)(\S*)\s*([\s\S]*)$/u.exec(line) ?? [];
  const named = commands.find(({ name }) => name === first.toLowerCase());
  const isPlain = slash !== '/' && options.slashOnly === true && rest !== '';
  const command = isPlain && named !== undefined && !namesOption(rest, named) ? undefined : named;
  if (command !== undefined) return { command: command.name, arguments: parseArguments(rest, command) };
  if (slash === '/') return { command: first, arguments: {} };
  const fallback = commands.find(({ name }) => name === options.fallback);
  return { command: options.fallback, arguments: fallback ? parseFreeText(line, fallback) : {} };
}

function namesOption(text: string, { options }: Shape): boolean {
  return Object.keys(options).some((name) => new RegExp(`(?:^|\\s)${name}:`, 'iu').test(text));
}

function parseArguments(text: string, command: Shape): Record<string, string> {
  const named: Record<string, string> = {};
  const names = Object.keys(command.options);
  const pattern = new RegExp(`(?:^|\\s)(${names.join('|')}):\\s*(?:"([^"]*)"|(\\S+))`, 'giu');
  const free =
    names.length === 0
      ? text
      : text.replace(pattern, (_, name: string, quoted?: string, bare?: string) => {
          named[name.toLowerCase()] = quoted ?? bare ?? '';
          return ' ';
        });
  return { ...parseFreeText(free, command), ...named };
}

function parseFreeText(text: string, { options }: Shape): Record<string, string> {
  const words = text.trim();
  const first = (wanted: Option['type']) =>
    Object.entries(options).find(([, { type }]) => type === wanted)?.[0];
  if (words === '') return {};
  // Words that no option takes are kept, so that the check can say so.
  return { [first('text') ?? first('date') ?? words.split(/\s/u)[0] ?? '']: words };
}
