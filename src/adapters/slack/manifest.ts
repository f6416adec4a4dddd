import { brand } from '../../bot/brand.ts';
import type { Localized } from '../../bot/language.ts';
import type { ManifestConfig } from './config.ts';

export const checkCallbackId = 'check_message';
export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

/** Each scope, and why it is asked for. */
export const scopeReasons: Readonly<Record<string, Localized>> = {
  commands: {
    en: `lets people use /${brand.command} and "${brand.checkAction}"`,
    uk: `дає людям користуватися /${brand.command} і «${brand.checkAction}»`,
  },
  'chat:write': {
    en: 'lets the bot answer where it was mentioned',
    uk: 'дає боту відповідати там, де його згадали',
  },
  'app_mentions:read': {
    en: 'lets it see messages that mention it, and no others',
    uk: 'показує йому повідомлення, у яких його згадано, і жодних інших',
  },
  'im:history': {
    en: 'lets it read direct messages to itself; left out when direct messages are off',
    uk: 'дає читати особисті повідомлення до нього самого; коли їх вимкнено, цього дозволу не просять',
  },
  'users:read': {
    en: 'tells it whether somebody is an admin, who alone may change its settings, and which language a person has set; it shows the bot all members, so it is asked for only where many workspaces install it, or with SLACK_USER_LOCALE=on',
    uk: 'каже йому, чи хтось є адміністратором (лише вони змінюють його налаштування) і яку мову людина вибрала; показує боту всіх учасників, тому його просять лише там, де бота встановлюють багато робочих просторів, або з SLACK_USER_LOCALE=on',
  },
};

/** What the app asks for, and no more. */
export function scopesOf({
  hasDirectMessages,
  asksLocale,
  isForMany,
}: Omit<ManifestConfig, 'publicUrl'>): string[] {
  const optional = new Map([
    ['im:history', hasDirectMessages],
    ['users:read', asksLocale || isForMany],
  ]);
  return Object.keys(scopeReasons).filter((scope) => optional.get(scope) ?? true);
}

/**
 * The app manifest, to paste when creating the app (schema: https://github.com/slackapi/manifest-schema).
 * @param examples Questions to propose in the app's conversation; Slack shows four.
 */
export function createManifest(config: ManifestConfig, subject: string, examples: readonly string[]): object {
  const { publicUrl, hasDirectMessages, isForMany } = config;
  const url = publicUrl === undefined ? {} : { url: `${publicUrl}/slack/events` };
  const request = publicUrl === undefined ? {} : { request_url: `${publicUrl}/slack/events` };
  const description = `Short answers about ${subject}, with their sources.`;
  return {
    display_information: {
      name: brand.name,
      description: description.slice(0, 140),
      background_color: '#2f6f4f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: hasDirectMessages,
        messages_tab_read_only_enabled: !hasDirectMessages,
      },
      bot_user: { display_name: brand.name, always_online: true },
      slash_commands: [
        {
          command: `/${brand.command}`,
          ...url,
          description: `Ask ${brand.name}: a short answer with its sources`,
          usage_hint: '<question> | timeline | chart | topics | sources | help',
          should_escape: false,
        },
      ],
      shortcuts: [
        {
          name: brand.checkAction,
          type: 'message',
          callback_id: checkCallbackId,
          description: 'Sets the facts beside what this message says',
        },
      ],
      ...(hasDirectMessages
        ? {
            agent_view: {
              agent_description: description,
              suggested_prompts: examples
                .slice(0, 4)
                .map((question) => ({ title: question, message: question })),
            },
          }
        : {}),
    },
    oauth_config: {
      ...(isForMany && publicUrl !== undefined ? { redirect_urls: [`${publicUrl}${redirectPath}`] } : {}),
      scopes: { bot: scopesOf(config) },
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: [
          'app_home_opened',
          'app_mention',
          'app_uninstalled',
          ...(hasDirectMessages ? ['message.im'] : []),
          ...(isForMany ? ['team_access_revoked'] : []),
          'tokens_revoked',
        ],
      },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: isForMany,
      socket_mode_enabled: publicUrl === undefined,
      token_rotation_enabled: isForMany,
    },
  };
}
