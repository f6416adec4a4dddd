import type { Localized } from '../bot/language.ts';
import { UserError } from '../errors.ts';
import { composeAnswer } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';

export const fact = defineCommand({
  name: 'fact',
  description: {
    en: 'Show one fact with its sources, by its id or title.',
    uk: 'Показати один факт із джерелами за його id або назвою.',
  },
  options: {
    fact: {
      type: 'text',
      description: { en: 'Id or title of the fact', uk: 'Id або назва факту' },
      required: true,
      suggest: 'facts',
    },
  },
  run: ({ fact: wanted }, { language }, { knowledge }) => {
    const { fact, nearest } = knowledge.findFact(wanted);
    const answer = fact && knowledge.answerWith(fact.id);
    if (answer !== undefined) return composeAnswer(answer, knowledge, language);
    const ids = nearest.map(({ id }) => id).join(', ');
    throw new UserError(noSuchFact[language], {
      nextStep: ids === '' ? useTopics[language] : perhaps(ids)[language],
    });
  },
});

const noSuchFact: Localized = {
  en: 'There is no fact with this id or title.',
  uk: 'Немає факту з таким id або такою назвою.',
};

const perhaps = (ids: string): Localized => ({
  en: `Perhaps you mean ${ids}.`,
  uk: `Можливо, ви мали на увазі: ${ids}.`,
});

const useTopics: Localized = {
  en: 'Use topics to see what is covered.',
  uk: 'Команда topics покаже, які теми охоплено.',
};
