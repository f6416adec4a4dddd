import type { Localized } from '../bot/language.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { factChoice } from './compose-answer.ts';
import { textOf } from './corpus-text.ts';
import { defineCommand } from './define-command.ts';

const shown = 5;

export const latest = defineCommand({
  name: 'latest',
  description: { en: 'Show the most recent facts.', uk: 'Показати найновіші факти.' },
  options: {},
  run: (_arguments, { language }, { knowledge }) => ({
    visibility: 'shareable',
    blocks: [
      { type: 'heading', text: heading[language] },
      {
        type: 'list',
        items: knowledge
          .timeline({})
          .slice(-shown)
          .toReversed()
          .map((fact) => {
            const { title } = textOf(fact, language);
            return {
              label: formatDate(fact.asOf, language),
              text: title,
              choice: factChoice(fact.id, title),
            };
          }),
      },
    ],
  }),
});

const heading: Localized = { en: 'Latest facts', uk: 'Найновіші факти' };
