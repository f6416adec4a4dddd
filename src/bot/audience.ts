import type { Invocation, Place } from './command.ts';
import type { Localized } from './language.ts';
import type { Content } from './reply.ts';
import type { TenantSettings } from './tenant-settings.ts';

/** Who reads a reply. */
export interface Audience {
  readonly audience: 'asker' | 'everyone';
  /** Whether the asker may show it to everyone. */
  readonly canShare: boolean;
  /** Whether the asker wanted everyone to read it, and that may not be. */
  readonly isRefused: boolean;
}

/** Whether an answer may be shown to everyone there: anywhere outside of a server or workspace, and in direct messages. */
export function isOpenTo(place: Place, { channels }: Pick<TenantSettings, 'channels'>): boolean {
  if (isDirect(place) || channels === 'everywhere') return true;
  const here = [place.channel, place.parent].filter((id) => id !== undefined);
  return channels !== 'nowhere' && here.some((id) => channels.includes(id));
}

/** Who reads a reply with this content. What concerns the asker alone is never for others. */
export function decideAudience(
  { place, wantsPublic }: Pick<Invocation, 'place' | 'wantsPublic'>,
  { visibility }: Pick<Content, 'visibility'>,
  settings: Pick<TenantSettings, 'channels' | 'answers'>,
): Audience {
  if (visibility === 'private') return { audience: 'asker', canShare: false, isRefused: false };
  const mayBePublic = isOpenTo(place, settings);
  const isPublic = wantsPublic ?? (settings.answers === 'public' && !isDirect(place));
  if (isPublic && mayBePublic) return { audience: 'everyone', canShare: false, isRefused: false };
  return { audience: 'asker', canShare: mayBePublic, isRefused: isPublic && wantsPublic === true };
}

function isDirect({ tenant, isDirect = false }: Place): boolean {
  return tenant === undefined || isDirect;
}

/** Says why a reply that was wanted for everyone is not, and who decides that. */
export function whyNotPublic({ channels }: Pick<TenantSettings, 'channels'>): Localized {
  return channels === 'nowhere' ? notHere : notInThisChannel;
}

const notHere: Localized = {
  en: 'Only you can read this: the admins here have decided that I answer nowhere in front of everyone.',
  uk: 'Це бачите лише ви: тутешні адміністратори вирішили, що я ніде не відповідаю при всіх.',
};

const notInThisChannel: Localized = {
  en: 'Only you can read this: the admins here decide in which channels I answer in front of everyone, and this is none of them.',
  uk: 'Це бачите лише ви: тутешні адміністратори визначають, у яких каналах я відповідаю при всіх, і цього каналу серед них немає.',
};

/** Said where nobody could look up whether everyone may read a reply. */
export const notKnownPublic: Localized = {
  en: 'Only you can read this: I could not look up whether I may answer here in front of everyone. Please try once more in a minute.',
  uk: 'Це бачите лише ви: не вдалося з’ясувати, чи можна мені тут відповідати при всіх. Спробуйте ще раз через хвилину.',
};

/** Said where somebody presses a button that shows an answer to everyone, and that may not be. */
export const mayNotShare: Localized = {
  en: 'This answer can not be shown to everyone here: the admins decide in which channels I answer in front of everyone.',
  uk: 'Цю відповідь не можна показати тут усім: адміністратори визначають, у яких каналах я відповідаю при всіх.',
};

/** What is left to somebody who may not show an answer to everyone. */
export const stillYours: Localized = {
  en: 'You still have it here, and you may write of it yourself.',
  uk: 'Вона лишається у вас тут, і ви можете написати про неї самі.',
};
