import type { Choice } from './reply.ts';

type Call = Pick<Choice, 'command' | 'arguments'>;

/** A command with its arguments as one short text, for ids and values of buttons: "timeline:topic=fund&page=2". */
export function encodeCall({ command, arguments: given }: Call): string {
  return `${command}:${new URLSearchParams(given)}`;
}

/** The command that a code stands for; undefined when it is none. */
export function decodeCall(code: string): Call | undefined {
  const [, command, given = ''] = /^([a-z]{1,32}):(.*)$/s.exec(code) ?? [];
  return command === undefined
    ? undefined
    : { command, arguments: Object.fromEntries(new URLSearchParams(given)) };
}
