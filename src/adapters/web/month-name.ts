import type { Language } from '../../bot/language.ts';

/** The first three letters of a month's name, for "2025-04": "Apr", "кві". */
export function monthName(month: string, language: Language): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(date);
  return name.slice(0, 3);
}
