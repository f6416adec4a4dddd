import { webApi } from '@slack/bolt';
import { detectLanguage, type Language, languageOf, questionOf } from '../../bot/language.ts';
import type { Log } from '../../bot/log.ts';
import type { Call } from './calls.ts';

/**
 * Asks Slack which language a person reads it in; undefined when that can't be told. Never throws.
 * @param token Of the bot in that workspace.
 */
export type LookUpLanguage = (user: string, token: string | undefined) => Promise<Language | undefined>;

/** An answer waits no longer for it: it is a courtesy. */
const timeoutMs = 2_000;

export interface LookUpOptions {
  /** Where the Web API is, and how it is fetched. */
  readonly clientOptions: Pick<webApi.WebClientOptions, 'slackApiUrl' | 'fetch'>;
  readonly log: Log;
  /** For the client; it should say nothing, as what goes wrong is told to `log`. */
  readonly logger: NonNullable<webApi.WebClientOptions['logger']>;
}

/**
 * A look-up by users.info, which needs the scope users:read. Nothing is kept: every call asks anew, once and without
 * waiting out rate limits. What goes wrong is logged once for each reason.
 */
export function createLanguageLookUp({ clientOptions, log, logger }: LookUpOptions): LookUpLanguage {
  const client = new webApi.WebClient(undefined, {
    ...clientOptions,
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const told = new Set<string>();
  return async (user, token) => {
    try {
      const { user: found } = await client.users.info({
        user,
        include_locale: true,
        ...(token === undefined ? {} : { token }),
      });
      return found?.locale === undefined ? undefined : languageOf(found.locale);
    } catch (error) {
      const reason = reasonOf(error);
      if (!told.has(reason)) log.warn(explain(reason));
      told.add(reason);
      return undefined;
    }
  };
}

/** Whether the asker's own words show a language: a question does, and so does anything in Ukrainian; ids do not. */
export function saysLanguage(call: Call): boolean {
  return (
    detectLanguage(questionOf(call) ?? '') !== undefined ||
    detectLanguage(Object.values(call.arguments).join(' ')) === 'uk'
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof webApi.WebAPIRateLimitedError ? 'ratelimited' : 'no answer';
}

function explain(reason: string): string {
  const nextStep =
    reason === 'missing_scope'
      ? ' Add the scope users:read (npm run slack:manifest, with SLACK_USER_LOCALE=on) and install the app again, or set SLACK_USER_LOCALE=off.'
      : '';
  return `Slack: can't look up the language that people have set (${reason}): where no text says it, the answer is in English.${nextStep}`;
}
