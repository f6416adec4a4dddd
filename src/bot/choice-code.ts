import { type Language, languages } from './language.ts';
import type { Choice } from './reply.ts';

type Call = Pick<Choice, 'command' | 'arguments'>;

/** A call as a button holds it. */
export interface DecodedCall extends Call {
  /** Of the reply that the button stands in, where it is not the first language. */
  readonly language: Language | undefined;
}

const shape = new RegExp(`^(?:(${languages.join('|')})/)?([a-z]{1,32}):(.*)$`, 's');

/**
 * A command with its arguments as one short text, for ids and values of buttons: "timeline:topic=fund&page=2". A
 * language other than the first stands in front, "uk/latest:", so that what follows a reply is in its language.
 */
export function encodeCall({ command, arguments: given }: Call, language: Language): string {
  return `${language === languages[0] ? '' : `${language}/`}${command}:${new URLSearchParams(given)}`;
}

/** The command that a code stands for; undefined when it is none. */
export function decodeCall(code: string): DecodedCall | undefined {
  const [, language, command, given = ''] = shape.exec(code) ?? [];
  return command === undefined
    ? undefined
    : {
        command,
        arguments: Object.fromEntries(new URLSearchParams(given)),
        language: languages.find((one) => one === language),
      };
}
