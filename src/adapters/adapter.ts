import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Command, Place, Suggestion } from '../bot/command.ts';
import type { ConnectionStatus } from '../bot/connection-status.ts';
import type { ObservableCorpus } from '../bot/corpus-status.ts';
import type { Dispatch } from '../bot/dispatch.ts';
import type { Feedback } from '../bot/feedback.ts';
import type { Installations } from '../bot/installations.ts';
import type { Language } from '../bot/language.ts';
import type { Marks } from '../bot/marks.ts';
import type { Telemetry } from '../bot/monitor.ts';
import type { Offer } from '../bot/offer.ts';
import type { PermitShare } from '../bot/permit-share.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Heard } from '../catalogue/heard.ts';
import type { Environment } from '../settings.ts';

/** What every adapter gets: the bot, and nothing of what stands behind it. */
export interface Bot {
  /** What the bot answers about, for greetings, as the corpus now has it. */
  readonly subject: string;
  readonly dispatch: Dispatch;
  /** Decides about what is shown to everyone without `dispatch`: a copy of an answer. */
  readonly permitShare: PermitShare;
  /** Keeps what somebody says of an answer whose reply asks for it. Rejects when it can't be kept. */
  feedback(feedback: Feedback): Promise<void>;
  /** Deletes all that is kept of a server or workspace that the bot has left. Rejects when it can't be deleted. */
  forgetPlace(place: Place): Promise<void>;
  /** What was done already, known to all processes on one database. */
  readonly marks: Marks;
  /** Undefined where nothing secret can be kept: without a database, or without ENCRYPTION_KEY. */
  readonly installations: Installations | undefined;
  /** Which state of the files is served, and what is wrong with a later one. */
  readonly corpus: ObservableCorpus;
  readonly commands: readonly CommandShape[];
  /** What there is to read in the corpus as it is now. One page is made of one catalogue. */
  openCatalogue(): Catalogue;
  /** What people asked and said; undefined when nothing is kept of it. */
  readonly heard: Heard | undefined;
  /** Proposals for an option of a command while somebody types, best first. */
  suggest(
    command: string,
    option: string,
    typed: string,
    options: { readonly most: number; readonly language: Language },
  ): readonly Suggestion[];
}

export type CommandShape = Pick<Command<never>, 'name' | 'description' | 'options'>;

/** A part of the server that an adapter looks after: all paths at or below one of the prefixes. */
export interface Endpoint {
  /** Each begins with a slash and has none at its end. */
  readonly prefixes: readonly string[];
  /**
   * Gives every request its response, also one for a path or method that it does not know, and limits the body that it
   * reads. What it throws becomes a 500. Called from before `start` on, and while it stops.
   */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A running connection to one platform. */
export interface Adapter {
  readonly name: string;
  /** As the places of its invocations have it. */
  readonly platform: string;
  /** What it serves on the one server for everything that comes from outside. */
  readonly endpoints?: readonly Endpoint[];
  /** Connects. @throws StartupError when the platform refuses for good. */
  start(): Promise<void>;
  /** Finishes what is in flight and disconnects. */
  stop(): Promise<void>;
  /** Whether people who ask there now are answered. Also before `start`, and at no cost. */
  status(): ConnectionStatus;
}

/** What the environment asks of a platform, without a look at whether it is right. */
export interface PlatformPlan {
  readonly isOn: boolean;
  /** A few words for the operator: how it runs, or what to set to switch it on. */
  readonly detail: string;
}

/** A platform that can be switched on by the environment. */
export interface Platform {
  readonly name: string;
  /** One line: what to set to switch it on. */
  readonly howToConfigure: string;
  /** How people add the bot there; undefined where it can't be added. */
  offer(environment: Environment): Offer | undefined;
  plan(environment: Environment): PlatformPlan;
  /**
   * The adapter, or undefined when the environment does not ask for this platform.
   * @throws StartupError when the environment asks for it and something is missing or wrong.
   */
  configure(environment: Environment, bot: Bot, telemetry: Telemetry): Promise<Adapter | undefined>;
  /**
   * What can be done for the platform apart from running the bot, by the name of its npm script; each gives back a text
   * to print.
   */
  readonly tasks: Readonly<Record<string, (environment: Environment, bot: Bot) => Promise<string>>>;
}
