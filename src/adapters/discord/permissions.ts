import type { Localized } from '../../bot/language.ts';

/** What the bot asks of Discord, by its name there, and why. */
export const permissionReasons: Readonly<Record<string, Localized>> = {
  'applications.commands': {
    en: 'scope: lets people use its commands; it is all that the bot needs',
    uk: 'область доступу: дає людям користуватися командами; більше нічого боту не треба',
  },
  bot: {
    en: 'scope: lists the bot among the members of a server and tells it when it is removed there; with permissions 0, that is none',
    uk: 'область доступу: показує бота серед учасників сервера й повідомляє йому, коли його звідти вилучено; з дозволами 0, тобто без жодного',
  },
  GUILDS: {
    en: 'intent, not privileged: tells over the gateway when the bot is removed from a server, so that it deletes what it keeps of it',
    uk: 'намір, не привілейований: через шлюз повідомляє, коли бота вилучено із сервера, щоб він стер усе, що про нього зберігає',
  },
};
