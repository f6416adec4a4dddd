import type { APIApplication, APIUser } from 'discord-api-types/v10';

const discordEpochMs = 1_420_070_400_000;
let lastId = 0n;

/** A new snowflake: the time in it is now, and it is larger than every one before. */
export function newId(): string {
  const now = BigInt(Date.now() - discordEpochMs) << 22n;
  lastId = now > lastId ? now : lastId + 1n;
  return String(lastId);
}

/** A person, or a bot with `bot: true`. */
export function createUser(fields: Partial<APIUser> = {}): APIUser {
  return {
    id: newId(),
    username: 'reader',
    discriminator: '0',
    global_name: 'A Reader',
    avatar: null,
    ...fields,
  };
}

/** The application as its owner sees it. Its flags are a bit field, which the library's type does not say. */
export type Application = Omit<APIApplication, 'flags'> & { readonly flags: number };

export function createApplication(bot: APIUser): Application {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: 0,
    flags_new: '0',
    bot,
  };
}
