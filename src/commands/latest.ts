import { formatDate } from '../knowledge/partial-date.ts';
import { factChoice } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';

const shown = 5;

export const latest = defineCommand({
  name: 'latest',
  description: 'Show the most recent facts.',
  options: {},
  run: (_arguments, _invocation, { knowledge }) => ({
    visibility: 'shareable',
    blocks: [
      { type: 'heading', text: 'Latest facts' },
      {
        type: 'list',
        items: knowledge
          .timeline({})
          .slice(-shown)
          .toReversed()
          .map(({ id, asOf, title }) => ({
            label: formatDate(asOf),
            text: title,
            choice: factChoice(id, title),
          })),
      },
    ],
  }),
});
