import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Language, Localized } from '../../bot/language.ts';
import { encodeControl } from './custom-id.ts';

/**
 * share: a private answer that can be shared; remove: a shared one that the asker can take back; none: a private one that
 * can't be shared.
 */
export type Control = 'share' | 'remove' | 'none';

const controlLabels: Readonly<Record<Exclude<Control, 'none'>, Localized>> = {
  share: { en: 'Share in channel', uk: 'Показати всім у каналі' },
  remove: { en: 'Remove', uk: 'Видалити' },
};

/** The answer that buttons stand under. */
export interface Controlled {
  readonly language: Language;
  /** As `nameShown` gives it; only what can be shared needs one. */
  readonly name?: string | undefined;
}

/** The buttons under an answer, in its language: what shares or removes it, then what is said of it. No row for none. */
export function controlRows(
  control: Control,
  answer: Controlled,
  feedback: readonly APIButtonComponent[],
): APIActionRowComponent<APIButtonComponent>[] {
  const components = [...buttonOf(control, answer), ...feedback];
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

function buttonOf(control: Control, answer: Controlled): APIButtonComponent[] {
  if (control === 'none') return [];
  const custom_id = encodeControl({ ...answer, type: control });
  const label = controlLabels[control][answer.language];
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label }];
}
