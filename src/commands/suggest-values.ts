import type { OptionValue, Suggestion } from '../bot/command.ts';
import type { SuggestOptions } from './suggest.ts';

/** The values of an option that begin as typed, or whose label holds what was typed. */
export function suggestValues(
  values: readonly OptionValue[],
  typed: string,
  { most, language }: SuggestOptions,
): Suggestion[] {
  const text = typed.trim().toLowerCase();
  return values
    .map(({ value, label }) => ({ label: `${value}: ${label[language]}`, value }))
    .filter(({ label }) => label.toLowerCase().includes(text))
    .slice(0, most);
}
