import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Language, Localized } from '../../bot/language.ts';
import { encodeControl } from './custom-id.ts';

/** share: a private answer that can be shared; remove: a shared one that the asker can take back. */
export type Control = 'share' | 'remove';

const controlLabels: Readonly<Record<Control, Localized>> = {
  share: { en: 'Share in channel', uk: 'Показати всім у каналі' },
  remove: { en: 'Remove', uk: 'Видалити' },
};

/** The buttons under an answer, in its language: what shares or removes it, then what is said of it. */
export function controlRow(
  control: Control,
  language: Language,
  feedback: readonly APIButtonComponent[],
): APIActionRowComponent<APIButtonComponent> {
  const custom_id = encodeControl(control, language);
  const label = controlLabels[control][language];
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label }, ...feedback],
  };
}
