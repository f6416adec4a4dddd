import type { Localized } from '../bot/language.ts';
import { UserError } from '../errors.ts';
import { formatDate } from '../knowledge/partial-date.ts';
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
    const gone = knowledge.withdrawn.find(({ id }) => id === wanted);
    if (gone !== undefined) {
      const { because } = language === 'uk' ? { ...gone, ...gone.uk } : gone;
      throw new UserError(withdrawnOn(gone.on, because)[language], { nextStep: useTopics[language] });
    }
    const ids = nearest.map(({ id }) => id).join(', ');
    throw new UserError(noSuchFact[language], {
      nextStep: ids === '' ? useTopics[language] : perhaps(ids)[language],
    });
  },
});

const withdrawnOn = (day: string, because: string): Localized => ({
  en: `This fact was withdrawn on ${formatDate(day, 'en')}. ${because}`,
  uk: `Цей факт вилучено ${formatDate(day, 'uk')}. ${because}`,
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
