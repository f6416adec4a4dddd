import { randomInt } from 'node:crypto';
import type { Localized } from './language.ts';

/** Without letters and digits that look or sound alike. */
const letters = '23456789CDFGHJKMNPQRTVWXY';

/** A short name for one error, such as `K7Q-2MF`, that the asker is told and the log has as field `reference`. */
export function createReference(): string {
  const pick = () => letters[randomInt(letters.length)] ?? '';
  return `${Array.from({ length: 3 }, pick).join('')}-${Array.from({ length: 3 }, pick).join('')}`;
}

/** What the asker is told of it. */
export function tellReference(reference: string): Localized {
  return {
    en: `If you report it, give this reference: ${reference}.`,
    uk: `Якщо повідомлятимете про це, вкажіть код: ${reference}.`,
  };
}
