import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Installations, InstalledAt } from '../../bot/installations.ts';
import type { Marks } from '../../bot/marks.ts';

/** Bolt refreshes a token that is good for less than two hours, in seconds. */
const refreshedBefore = 2 * 60 * 60;
/** How long one process has to refresh a token before another tries. */
const refreshWithinMs = 10_000;
const lookAgainMs = 200;

type AnyInstallation = Installation<'v1' | 'v2', boolean>;

/**
 * Where Bolt's installer keeps the tokens of workspaces and, when the bot was installed for all of an organisation at
 * once, of the organisation; without whoever installed it. Of several processes that find a token about to expire, one
 * refreshes it.
 */
export function createInstallationStore(
  installations: Installations,
  marks: Marks,
): Required<InstallationStore> {
  const find = async (query: InstallationQuery<boolean>): Promise<AnyInstallation | undefined> => {
    for (const place of placesOf(query)) {
      const found = await installations.find(place);
      if (isInstallation(found)) return found;
    }
    return undefined;
  };

  /** The installation as Bolt is to see it: without what would have it refresh the token when another process does. */
  const settle = async (
    found: AnyInstallation,
    query: InstallationQuery<boolean>,
  ): Promise<AnyInstallation | undefined> => {
    const { refreshToken, expiresAt = 0 } = found.bot ?? {};
    if (refreshToken === undefined || expiresAt - now() > refreshedBefore) return found;
    const name = createHash('sha256').update(refreshToken).digest('base64url');
    if (await marks.claim(`slack:refresh:${name}`, { ttlMs: refreshWithinMs })) return found;
    if (expiresAt > now()) return withoutRefresh(found);
    for (let waited = 0; waited < refreshWithinMs; waited += lookAgainMs) {
      await delay(lookAgainMs);
      const again = await find(query);
      if (again?.bot?.refreshToken !== refreshToken) return again;
    }
    return found;
  };

  return {
    storeInstallation: (installation) =>
      installations.save(placeOf(installation), withoutPerson(installation)),
    fetchInstallation: async (query) => {
      const found = await find(query);
      const settled = found && (await settle(found, query));
      if (settled === undefined) throw new Error('the bot is not installed in this workspace');
      // The interface has the caller's types; what was stored is what the installer gave.
      return settled as Installation<'v1' | 'v2', false>;
    },
    deleteInstallation: async (query) => {
      const [place] = placesOf(query);
      if (place !== undefined) await installations.delete(place);
    },
  };
}

function placeOf({ isEnterpriseInstall, enterprise, team }: AnyInstallation): InstalledAt {
  const tenant = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (tenant === undefined) throw new Error('Slack did not say where the bot was installed');
  return { platform: 'slack', tenant };
}

/** Where an installation may be, the likeliest first: in the organisation when it was installed there at once. */
function placesOf({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): InstalledAt[] {
  const tenants = isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId];
  return tenants.flatMap((tenant) => (tenant === undefined ? [] : [{ platform: 'slack', tenant }]));
}

/** Who installed the bot is nobody's business, and the bot acts with no token of theirs. */
function withoutPerson(installation: AnyInstallation): AnyInstallation {
  return { ...installation, user: { id: '', token: undefined, scopes: undefined } };
}

function withoutRefresh(installation: AnyInstallation): AnyInstallation {
  const { bot } = installation;
  if (bot === undefined) return installation;
  const { refreshToken: _, expiresAt: __, ...rest } = bot;
  return { ...installation, bot: rest };
}

function isInstallation(value: unknown): value is AnyInstallation {
  return typeof value === 'object' && value !== null && 'bot' in value;
}

/** In seconds, as Slack counts. */
function now(): number {
  return Math.floor(Date.now() / 1_000);
}
