import { DiscordAPIError, type REST, RESTEvents } from 'discord.js';
import type { Report } from '../../bot/log.ts';
import type { Telemetry } from '../../bot/monitor.ts';

/** Tells the operator of an error, with what to do about it. */
export function createReport({ log }: Pick<Telemetry, 'log'>): Report {
  return (error, fields) =>
    log.error(`Discord: ${describe(error)}`, { ...fields, ...(isFromDiscord(error) ? {} : { error }) });
}

/** Tells the operator when Discord has the bot wait. */
export function watchRateLimits(rest: REST, { log, monitor }: Telemetry): void {
  rest.on(RESTEvents.RateLimited, ({ timeToReset, route }) => {
    monitor.rateLimited('discord');
    log.warn(
      `Discord: rate limited on ${route.split('/').slice(0, 2).join('/')}; waiting ${Math.ceil(timeToReset / 1000)} s, nothing to do.`,
    );
  });
}

/** Refused by Discord, which is no bug whose place would matter. */
function isFromDiscord(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError;
}

/** One line for the log, with what to do where that is known; never a token or a text of a user. */
function describe(error: unknown): string {
  if (isFromDiscord(error)) {
    const advice: Readonly<Record<number, string>> = {
      10062:
        'the answer came after 3 seconds, or a second copy of the bot is running with the same token: stop the other one',
      40060: 'a second copy of the bot answered first: stop the other one',
      50013: 'the bot lacks a permission in that channel: check its role there',
      50001: 'the bot has no access to that channel: add it to the channel, or invite it again',
    };
    return `${error.message} (${error.code}): ${advice[Number(error.code)] ?? 'nothing was lost but this reply'}`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
}
