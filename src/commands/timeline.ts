import type { Language, Localized } from '../bot/language.ts';
import type { ListItem } from '../bot/reply.ts';
import { UserError } from '../errors.ts';
import type { CorpusTopic, Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { compareDates, formatDate } from '../knowledge/partial-date.ts';
import { factChoice } from './compose-answer.ts';
import { aboutOf, textOf, titleOf } from './corpus-text.ts';
import { defineCommand } from './define-command.ts';
import { lineOf } from './fact-line.ts';
import { findTitled } from './find-titled.ts';
import { cutPage, pageOption } from './pages.ts';
import { composeTimelinePicture } from './timeline-picture.ts';

const factsPerPage = 10;

export const timeline = defineCommand({
  name: 'timeline',
  description: {
    en: 'Show what happened in order, for a topic or a period.',
    uk: 'Показати перебіг подій за темою або періодом.',
  },
  options: {
    topic: {
      type: 'text',
      description: {
        en: 'A topic, as the command topics lists them',
        uk: 'Тема з переліку, який показує команда topics',
      },
      suggest: 'topics',
    },
    from: {
      type: 'date',
      description: {
        en: 'First day, month or year: 2025-04-30, 2025-04 or 2025',
        uk: 'Перший день, місяць або рік: 2025-04-30, 2025-04 або 2025',
      },
    },
    to: {
      type: 'date',
      description: { en: 'Last day, month or year', uk: 'Останній день, місяць або рік' },
    },
    page: pageOption,
  },
  run: ({ topic, from, to, page = 1 }, { language }, { knowledge }) => {
    if (from !== undefined && to !== undefined && compareDates(from, to) > 0) {
      throw new UserError(reversed(from, to)[language], { nextStep: swapDates[language] });
    }
    const found = topic === undefined ? undefined : findTopic(topic, knowledge, language);
    const dated = knowledge.timeline({ topic: found?.id, from, to });
    // What a word means did not happen; it is told only of the topic that was asked for.
    const facts = found === undefined ? dated.filter(({ kind }) => kind !== 'definition') : dated;
    const { items, suffix, turning } = cutPage(facts, page, {
      size: factsPerPage,
      command: 'timeline',
      arguments: { topic: found?.id, from, to },
      language,
    });
    const about = found === undefined ? aboutOf(knowledge.about, language).name : titleOf(found, language);
    const subject = [about, describePeriod(from, to)[language]].filter(Boolean).join(', ');
    const title = `${heading[language]}: ${subject}`;
    // One picture of the whole stands before its first page.
    const picture =
      page === 1
        ? composeTimelinePicture(facts, { title, milestones: knowledge.milestones, language })
        : undefined;
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `${title}${suffix}` },
        ...(picture === undefined ? [] : [picture]),
        facts.length === 0
          ? { type: 'text', text: nothingFound[language] }
          : { type: 'list', items: items.map((fact) => toItem(fact, language)) },
        ...turning,
      ],
    };
  },
});

function toItem(fact: Fact, language: Language): ListItem {
  const choice = factChoice(fact.id, textOf(fact, language).title);
  return { label: formatDate(fact.asOf, language), text: lineOf(fact, language), choice };
}

function findTopic(wanted: string, { topics }: Knowledge, language: Language): CorpusTopic {
  const topic = findTitled(wanted, topics);
  if (topic !== undefined) return topic;
  const ids = topics.map(({ id }) => id).join(', ');
  throw new UserError(noTopic(wanted.slice(0, 40))[language], { nextStep: theTopics(ids)[language] });
}

function describePeriod(from: string | undefined, to: string | undefined): Localized {
  const start = from === undefined ? '' : formatDate(from, 'uk', 'genitive');
  const end = to === undefined ? '' : formatDate(to, 'uk', 'genitive');
  if (from !== undefined && to !== undefined) {
    return from === to
      ? { en: formatDate(from, 'en'), uk: formatDate(from, 'uk') }
      : { en: `${formatDate(from, 'en')} to ${formatDate(to, 'en')}`, uk: `з ${start} до ${end}` };
  }
  if (from !== undefined) return { en: `from ${formatDate(from, 'en')}`, uk: `з ${start}` };
  return to === undefined ? { en: '', uk: '' } : { en: `up to ${formatDate(to, 'en')}`, uk: `до ${end}` };
}

const heading: Localized = { en: 'Timeline', uk: 'Хронологія' };

const nothingFound: Localized = {
  en: 'I have no sourced fact for this. Try a longer period, or leave out the topic.',
  uk: 'У мене немає підтвердженого джерелами факту для цього. Спробуйте довший період або не вказуйте теми.',
};

const reversed = (from: string, to: string): Localized => ({
  en: `from (${formatDate(from, 'en')}) is later than to (${formatDate(to, 'en')}).`,
  uk: `from (${formatDate(from, 'uk')}) пізніше, ніж to (${formatDate(to, 'uk')}).`,
});

const swapDates: Localized = { en: 'Swap the two dates.', uk: 'Поміняйте дати місцями.' };

const noTopic = (wanted: string): Localized => ({
  en: `There is no topic "${wanted}".`,
  uk: `Теми «${wanted}» немає.`,
});

const theTopics = (ids: string): Localized => ({ en: `The topics are ${ids}.`, uk: `Є такі теми: ${ids}.` });
