/** Something to ask a maintainer. */
export interface Prompt {
  /** What is asked for, as a short line. */
  readonly message: string;
  /** What a good answer looks like. */
  readonly hint?: string;
  /** Taken when nothing is answered. */
  readonly proposal?: string;
  /** What is wrong with an answer; undefined when it is right. */
  validate(answer: string): string | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asks a maintainer, in a terminal or through a pipe. */
export interface Asker {
  /** One line; empty only where `validate` lets it. */
  ask(prompt: Prompt): Promise<string>;
  /** Several lines, each of them valid by `validate` on all of them, joined by line ends. */
  askLines(prompt: Prompt): Promise<string[]>;
  /** The value of one of the choices. */
  choose(message: string, choices: readonly Choice[]): Promise<string>;
  confirm(message: string): Promise<boolean>;
  say(text: string): void;
}

/** The lines of an answer, without empty ones. */
export function toLines(answer: string): string[] {
  return answer
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
