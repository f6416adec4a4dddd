import type { App } from '@slack/bolt';
import type { Report } from '../../bot/log.ts';
import type { Bot } from '../adapter.ts';

/** Something is not done that Slack is to ask for again. */
export class NotDone extends Error {}

/**
 * Deletes all that is kept of a workspace or organisation once the bot is removed there, also by its organisation. What
 * can't be deleted is told to `report`, and the listener throws `NotDone`.
 */
export function addLeavingHandlers(
  app: App,
  { installations, forgetPlace }: Pick<Bot, 'installations' | 'forgetPlace'>,
  report: Report,
): void {
  const leave = async (tenants: readonly (string | undefined)[]): Promise<void> => {
    const places = tenants.flatMap((tenant) => (tenant === undefined ? [] : [{ platform: 'slack', tenant }]));
    const work = places.flatMap((place) => [installations?.delete(place), forgetPlace(place)]);
    const outcomes = await Promise.allSettled(work);
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of failed) report(reason);
    if (failed.length > 0) throw new NotDone('what is kept of a place that left is not deleted yet');
  };

  app.event('app_uninstalled', ({ body, context }) => leave(tenantsOf(body, context.isEnterpriseInstall)));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    // Tokens of single persons are none of ours.
    if ((event.tokens.bot ?? []).length === 0) return;
    await leave(tenantsOf(body, context.isEnterpriseInstall));
  });
  // An organisation took the bot from some of its workspaces; its own token stays.
  app.event('team_access_revoked', ({ event }) => leave(event.team_ids));
}

function tenantsOf(
  { team_id, enterprise_id }: { readonly team_id?: string; readonly enterprise_id?: string },
  isEnterpriseInstall: boolean,
): readonly (string | undefined)[] {
  return isEnterpriseInstall ? [enterprise_id, team_id] : [team_id];
}
