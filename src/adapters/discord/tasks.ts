import { DiscordAPIError, REST } from 'discord.js';
import { StartupError } from '../../errors.ts';
import type { CommandShape } from '../adapter.ts';
import { applicationIdHelp, type DiscordConfig, tokenHelp } from './config.ts';
import { personalInvitation, serverInvitation } from './invitation.ts';
import { registerCommands } from './registration.ts';

const marks = { add: '+', change: '~', remove: '-' } as const;

/**
 * Registers the commands and says what it changed, a line each.
 * @throws StartupError when Discord refuses the token or the application.
 */
export async function register(
  commands: readonly CommandShape[],
  {
    token,
    applicationId,
    guildId,
    apiUrl,
  }: DiscordConfig & { readonly token: string; readonly applicationId: string },
): Promise<string> {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  const where = guildId === undefined ? 'globally' : `in guild ${guildId}`;
  try {
    const changes = await registerCommands(rest, commands, { applicationId, guildId });
    if (changes.length === 0) return `The commands are registered ${where} already; nothing to change.`;
    return [...changes.map(({ action, name }) => `${marks[action]} ${name}`), `Registered ${where}.`].join(
      '\n',
    );
  } catch (error) {
    throw explain(error);
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError)) return error;
  const problems: Readonly<Record<number, string>> = {
    401: `DISCORD_TOKEN: set it to ${tokenHelp}`,
    403: 'the bot is not in that guild, or was invited without the scope applications.commands: use npm run discord:invite',
    404: `DISCORD_APPLICATION_ID or DISCORD_GUILD_ID: there is none with this id; take ${applicationIdHelp}`,
  };
  return new StartupError(`Discord refuses the registration (${error.message}):`, [
    problems[error.status] ?? 'see the message above',
  ]);
}

/** The install links, with each scope and permission and why. */
export function describeInvitation(applicationId: string): string {
  return `Add to a server:
  ${serverInvitation(applicationId)}
Add to your own account, to use it anywhere:
  ${personalInvitation(applicationId)}

applications.commands  lets people see and run the commands
bot                    lets the server's admins see the bot as a member and give it a role
permissions=0          none: answers to commands and buttons need no permission, and nothing else is ever posted
No privileged intent is needed, and no message is read but one that somebody has checked with "Check against the facts".`;
}
