import type { Language, Localized } from './language.ts';
import type { Content } from './reply.ts';
import type { TenantSettings } from './tenant-settings.ts';

/** One thing that a command can be told. */
export interface Option {
  /** At most 100 characters in each language, as Discord has it. */
  readonly description: Localized;
  /** text: any words; date: a day, month or year; count: a whole number from 1. */
  readonly type: 'text' | 'date' | 'count';
  readonly required?: boolean;
  /** What to propose while it is typed. */
  readonly suggest?: 'questions' | 'facts' | 'topics' | 'publishers' | 'charts';
  /** The values that there are, where they are few: proposed while it is typed. The command itself checks them. */
  readonly values?: readonly OptionValue[];
}

export interface OptionValue {
  readonly value: string;
  /** At most 100 characters in each language. */
  readonly label: Localized;
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
  /** At most 100 characters in each language, as Discord has it. */
  readonly description: Localized;
  readonly options: O;
  /** Whether it still runs where a place has reached its limit, so that its admins can do something about it. */
  readonly isUpkeep?: boolean;
  run(args: Arguments<O>, invocation: Invocation, services: Services): Content | Promise<Content>;
}

/** A command as somebody called it somewhere. What it says of who did is for limits and permissions alone. */
export interface Invocation {
  readonly command: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly place: Place;
  /** The language to answer in. */
  readonly language: Language;
  /**
   * Names the conversation that it belongs to, across platforms, if it belongs to one: a question may then refer to the
   * answer before. Never made of who somebody is.
   */
  readonly conversation?: string | undefined;
  /** Id of the fact that led the answer before in the same conversation; `dispatch` fills it in. */
  readonly previousFact?: string | undefined;
  /** What the admins of the place chose; `dispatch` fills it in. Undefined when that can't be read. */
  readonly settings?: TenantSettings | undefined;
  /** Names the event that it came with, where a platform sends one again that was not dealt with. */
  readonly occasion?: string | undefined;
  /** Whether the answer was asked for in front of everyone; undefined when nothing was said of it. */
  readonly wantsPublic?: boolean | undefined;
  /**
   * Tells one asker from another, across platforms, for limits alone: only a keyed hash of it is ever held, for minutes.
   * Undefined where there is but one.
   */
  readonly asker?: string | undefined;
  /** Looks up whether the asker may change the settings of the place; undefined where there are none to change. */
  readonly mayConfigure?: (() => Promise<Permission>) | undefined;
}

/** unknown: the platform did not say, for want of a permission of the bot's or of an answer. */
export type Permission = 'granted' | 'denied' | 'unknown';

export interface Place {
  readonly platform: string;
  /** The server or workspace. */
  readonly tenant?: string;
  readonly channel?: string;
  /** The channel of a thread, where a thread is a channel of its own: what goes for it goes for the thread. */
  readonly parent?: string;
  /** The thread in the channel, where a thread is no channel of its own. */
  readonly thread?: string;
  /** Whether these are direct messages with the bot, which nobody else reads. */
  readonly isDirect?: boolean;
}

/** A suggestion while somebody types: what is shown and what is then sent. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}
