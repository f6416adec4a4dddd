import { composeAnswer } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';

export const ask = defineCommand({
  name: 'ask',
  description: {
    en: 'Ask a question and get a short answer with its sources.',
    uk: 'Поставити запитання й отримати коротку відповідь із джерелами.',
  },
  options: {
    question: {
      type: 'text',
      description: { en: 'Your question, in your own words', uk: 'Ваше запитання своїми словами' },
      required: true,
      suggest: 'questions',
    },
  },
  run: ({ question }, { language, previousFact }, { knowledge }) =>
    composeAnswer(knowledge.answer(question, { after: previousFact }), knowledge, language),
});
