import { webApi } from '@slack/bolt';

/** What ends an installation by the doing of whoever installs, by codes of Bolt's installer (@slack/oauth) and Node. */
const refusals: ReadonlySet<string> = new Set([
  // They said no.
  'slack_oauth_installer_authorization_error',
  'slack_oauth_missing_code',
  // They took too long, or began elsewhere.
  'slack_oauth_missing_state',
  'slack_oauth_invalid_state',
  // Their header Host is no name.
  'ERR_INVALID_URL',
]);

/** What Slack answers to a code that was made up, is too old, or was brought before. */
const wrongCodes: ReadonlySet<string> = new Set(['invalid_code', 'code_already_used']);

/**
 * A word for why an installation was refused to whoever came back, of this program or Slack and never theirs; undefined
 * when it failed by no doing of theirs.
 */
export function refusalOf(error: { readonly code: string }): string | undefined {
  if (refusals.has(error.code)) return error.code;
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  return wrongCodes.has(error.data.error) ? error.data.error : undefined;
}
