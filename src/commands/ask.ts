import { composeAnswer } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask a question and get a short answer with its sources.',
  options: {
    question: {
      type: 'text',
      description: 'Your question, in your own words',
      required: true,
      suggest: 'questions',
    },
  },
  run: ({ question }, _invocation, { knowledge }) => composeAnswer(knowledge.answer(question), knowledge),
});
