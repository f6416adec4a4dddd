import type { Language, Localized } from '../bot/language.ts';
import type { Fact } from '../knowledge/corpus.ts';
import { labelOf } from './compose-answer.ts';
import { textOf } from './corpus-text.ts';

/** A fact in one line: its title and, if it is not simply established, what it is. */
export function lineOf(fact: Fact, language: Language): string {
  const label = labelOf(fact, language);
  const { title } = textOf(fact, language);
  return label === undefined ? title : withLabel(title, label)[language];
}

const withLabel = (title: string, label: string): Localized => ({
  en: `${title} (${label})`,
  uk: `${title} – ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
});
