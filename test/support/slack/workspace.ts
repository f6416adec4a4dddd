import { randomBytes } from 'node:crypto';

/** The ids everybody here goes by, unless a test says otherwise. They are nobody's. */
export const WORKSPACE = {
  teamId: 'T0LOOPBACK',
  teamDomain: 'loopback',
  appId: 'A0LOOPBACK',
  botId: 'B0LOOPBACK',
  botUserId: 'U0MINERALS',
  /** The person who types commands and presses buttons. */
  userId: 'U0PERSON',
  userName: 'person',
  channelId: 'C0GENERAL',
  channelName: 'general',
  /** Where that person and the bot talk directly. */
  dmChannelId: 'D0PERSON',
} as const;

let messages = 0;

/** A new message's ts, which no other message has. */
export function newTs(): string {
  messages += 1;
  return `${Math.floor(Date.now() / 1000)}.${String(messages).padStart(6, '0')}`;
}

/** A new id such as `V4F1A…`. */
export function newId(prefix: string): string {
  return `${prefix}${randomBytes(5).toString('hex').toUpperCase()}`;
}
