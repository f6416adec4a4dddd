import type { Language } from '../bot/language.ts';
import type { Content } from '../bot/reply.ts';
import type { Answer } from '../knowledge/answer.ts';
import type { Knowledge } from '../knowledge/index.ts';
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
    compose(knowledge.answer(question, { after: previousFact }), knowledge, language),
});

/** Answers that are remembered are put into words once. */
const composed = new WeakMap<Answer, Map<Language, Content>>();

function compose(answer: Answer, knowledge: Knowledge, language: Language): Content {
  const known = composed.get(answer) ?? new Map<Language, Content>();
  const content = known.get(language) ?? composeAnswer(answer, knowledge, language);
  composed.set(answer, known.set(language, content));
  return content;
}
