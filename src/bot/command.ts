import type { Reply } from './reply.ts';

/** One thing that a command can be told. */
export interface Option {
  readonly description: string;
  /** text: any words; date: a day, month or year; count: a whole number from 1. */
  readonly type: 'text' | 'date' | 'count';
  readonly required?: boolean;
  /** What to propose while it is typed. */
  readonly suggest?: 'questions' | 'facts' | 'topics' | 'publishers';
}

export type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O['type'] extends 'count' ? number : string;

/** The checked arguments of a command. */
export type Arguments<O extends Options> = {
  readonly [K in keyof O]: O[K]['required'] extends true ? Value<O[K]> : Value<O[K]> | undefined;
};

/**
 * A command, the same on every platform. Help, argument checks and the platforms' registrations derive from it.
 * The first text option also takes words that are given without its name.
 */
export interface Command<Services, O extends Options = Options> {
  readonly name: string;
  /** At most 100 characters, as Discord has it. */
  readonly description: string;
  readonly options: O;
  run(args: Arguments<O>, invocation: Invocation, services: Services): Reply | Promise<Reply>;
}

/** A command as somebody called it somewhere. It does not say who: nothing needs to know. */
export interface Invocation {
  readonly command: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly place: Place;
  /** BCP 47 tag of the language that the person reads, if the platform tells. */
  readonly locale?: string;
}

export interface Place {
  readonly platform: string;
  /** The server or workspace. */
  readonly tenant?: string;
  readonly channel?: string;
}

/** A suggestion while somebody types: what is shown and what is then sent. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}
