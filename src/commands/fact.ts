import { UserError } from '../errors.ts';
import { composeAnswer } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';

export const fact = defineCommand({
  name: 'fact',
  description: 'Show one fact with its sources, by its id or title.',
  options: {
    fact: { type: 'text', description: 'Id or title of the fact', required: true, suggest: 'facts' },
  },
  run: ({ fact: wanted }, _invocation, { knowledge }) => {
    const { fact, nearest } = knowledge.findFact(wanted);
    const answer = fact && knowledge.answerWith(fact.id);
    if (answer !== undefined) return composeAnswer(answer, knowledge);
    const ids = nearest.map(({ id }) => id);
    throw new UserError('There is no fact with this id or title.', {
      nextStep: ids.length > 0 ? `Perhaps you mean ${ids.join(', ')}.` : 'Use topics to see what is covered.',
    });
  },
});
