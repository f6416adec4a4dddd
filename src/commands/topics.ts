import { type CountedNoun, countNoun, type Localized } from '../bot/language.ts';
import type { Block, ListItem } from '../bot/reply.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import type { Topic } from '../knowledge/schema.ts';
import { aboutOf, titleOf } from './corpus-text.ts';
import { defineCommand } from './define-command.ts';

export const topics = defineCommand({
  name: 'topics',
  description: {
    en: 'Show what is covered, and how many facts there are on each topic.',
    uk: 'Показати, які теми охоплено і скільки фактів є з кожної.',
  },
  options: {},
  run: (_arguments, { language }, { knowledge }) => {
    const facts = [...knowledge.facts.values()];
    const about = aboutOf(knowledge.about, language);
    const items = knowledge.topics.flatMap((topic): ListItem[] => {
      const { id } = topic;
      const count = facts.filter(({ subject }) => subject === id).length;
      const label = titleOf(topic, language);
      const choice = { label, command: 'timeline', arguments: { topic: id } };
      return count === 0 ? [] : [{ label, text: countNoun(count, factNoun)[language], choice }];
    });
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: heading(about)[language] },
        ...(language === 'uk' && about.uk === undefined ? [text(scopeInEnglish)] : []),
        text(about.scope),
        { type: 'list', items },
        ...(about.outOfScope.length === 0 ? [] : [text(notCovered(about)[language])]),
        text(lastReview(facts.length, about)[language]),
      ],
    };
  },
});

const text = (text: string): Block => ({ type: 'text', text });

const factNoun: CountedNoun = { en: ['fact', 'facts'], uk: ['факт', 'факти', 'фактів'] };

const heading = ({ name }: Topic): Localized => ({
  en: `What I know of ${name}`,
  uk: `Що я знаю на тему: ${name}`,
});

/** Where the corpus describes its scope in English only. */
const scopeInEnglish = 'Опис теми наразі лише англійською:';

const notCovered = ({ outOfScope }: Topic): Localized => ({
  en: `Not covered: ${outOfScope.join('; ')}.`,
  uk: `Не охоплено: ${outOfScope.join('; ')}.`,
});

function lastReview(count: number, { reviewedOn }: Topic): Localized {
  const total = countNoun(count, factNoun);
  if (reviewedOn === undefined) return { en: `${total.en} in all.`, uk: `Усього ${total.uk}.` };
  return {
    en: `${total.en} in all, last reviewed on ${formatDate(reviewedOn, 'en')}.`,
    uk: `Усього ${total.uk}, остання перевірка: ${formatDate(reviewedOn, 'uk')}.`,
  };
}
