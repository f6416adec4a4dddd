import type { Invocation } from '../bot/command.ts';
import type { Localized } from '../bot/language.ts';
import { UserError } from '../errors.ts';

/** Who may change the settings of a place, and wipe it. */
export const admins: Localized = {
  en: 'those who may manage the server (Discord) or are admins or owners of the workspace (Slack)',
  uk: 'ті, хто має право керувати сервером (Discord) або є адміністратором чи власником робочого простору (Slack)',
};

/** @throws UserError unless the asker may configure the place, which is looked up anew. */
export async function requirePermission({ mayConfigure, language }: Invocation): Promise<void> {
  const permission = (await mayConfigure?.()) ?? 'unknown';
  if (permission === 'granted') return;
  if (permission === 'denied') throw new UserError(denied[language], { nextStep: askThem[language] });
  throw new UserError(unknown[language], { nextStep: whyUnknown[language] });
}

const denied: Localized = {
  en: 'You may not do this here, and nothing was changed.',
  uk: 'Тут ви цього робити не можете, тож нічого не змінено.',
};

const askThem: Localized = {
  en: `Only ${admins.en} may. Ask one of them.`,
  uk: `Це можуть лише ${admins.uk}. Попросіть когось із них.`,
};

const unknown: Localized = {
  en: 'I could not look up whether you may do this, and nothing was changed.',
  uk: 'Не вдалося з’ясувати, чи можна вам це робити, тож нічого не змінено.',
};

const whyUnknown: Localized = {
  en: 'On Slack I need the scope users:read for it. If I have it, try again in a minute. If not, whoever runs me sets SLACK_USER_LOCALE=on, takes the manifest anew (npm run slack:manifest) and installs the app again.',
  uk: 'У Slack для цього потрібен дозвіл users:read. Якщо він уже є, спробуйте через хвилину. Якщо ні, той, хто тримає цього бота, має задати SLACK_USER_LOCALE=on, заново взяти маніфест (npm run slack:manifest) і ще раз встановити застосунок.',
};
