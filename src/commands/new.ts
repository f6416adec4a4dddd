import type { Language, Localized } from '../bot/language.ts';
import type { ListItem } from '../bot/reply.ts';
import { UserError } from '../errors.ts';
import type { Change, Changes, Correction } from '../knowledge/changes.ts';
import { compareDates, formatDate } from '../knowledge/partial-date.ts';
import { factChoice } from './compose-answer.ts';
import { textOf } from './corpus-text.ts';
import { defineCommand } from './define-command.ts';
import { cutPage, pageOption } from './pages.ts';

/** Each may quote a whole statement, and all of a page have to fit into a message. */
const itemsPerPage = 8;
const defaultDays = 30;

export const whatIsNew = defineCommand({
  name: 'new',
  description: {
    en: 'Show which facts were added, overtaken, withdrawn or corrected.',
    uk: 'Показати, які факти додано, вилучено, виправлено або вже неактуальні.',
  },
  options: {
    since: {
      type: 'date',
      description: {
        en: `First day, month or year; without it, the last ${defaultDays} days`,
        uk: `Перший день, місяць або рік; якщо не вказано, останні ${defaultDays} днів`,
      },
    },
    page: pageOption,
  },
  run: ({ since: given, page = 1 }, { language }, { knowledge }) => {
    const today = Temporal.Now.plainDateISO('UTC');
    const since = given ?? today.subtract({ days: defaultDays }).toString();
    if (compareDates(since, today.toString()) > 0) {
      throw new UserError(isAhead(since)[language], { nextStep: givePast[language] });
    }
    const found = knowledge.changesSince(since);
    const { items, suffix, turning } = cutPage(toItems(found, language), page, {
      size: itemsPerPage,
      command: 'new',
      arguments: { since },
      language,
    });
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `${heading(since)[language]}${suffix}` },
        { type: 'text', text: items.length === 0 ? nothing[language] : summarise(found)[language] },
        ...(items.length === 0 ? [] : [{ type: 'list' as const, items }]),
        ...turning,
      ],
    };
  },
});

/** Corrections first: somebody may have relied on what was wrong. */
function toItems({ changes, corrections }: Changes, language: Language): ListItem[] {
  return [
    ...corrections.map((one) => toCorrectionItem(one, language)),
    ...changes.map((one) => toChangeItem(one, language)),
  ];
}

function toCorrectionItem({ on, fact, was, uk }: Correction, language: Language): ListItem {
  const { title } = textOf(fact, language);
  const before = language === 'uk' ? (uk?.was ?? was) : was;
  return {
    label: correctedOn(on)[language],
    text: saidBefore(title, before)[language],
    choice: factChoice(fact.id, title),
  };
}

function toChangeItem(change: Change, language: Language): ListItem {
  const label = formatDate(change.on, language);
  if (change.type === 'withdrawn') {
    const { title, because } = language === 'uk' ? { ...change.fact, ...change.fact.uk } : change.fact;
    return { label, text: `${what.withdrawn[language]}: ${title}. ${because}` };
  }
  const { title } = textOf(change.fact, language);
  return {
    label,
    text: `${what[change.type][language]}: ${title}`,
    choice: factChoice(change.fact.id, title),
  };
}

const what: Readonly<Record<Change['type'], Localized>> = {
  added: { en: 'Added', uk: 'Додано' },
  overtaken: { en: 'Overtaken', uk: 'Уже неактуально' },
  withdrawn: { en: 'Withdrawn', uk: 'Вилучено' },
};

function summarise({ changes, corrections }: Changes): Localized {
  const count = (type: Change['type']) => changes.filter((one) => one.type === type).length;
  const parts: readonly (readonly [number, string, string])[] = [
    [corrections.length, 'corrected', 'виправлено'],
    [count('added'), 'added', 'додано'],
    [count('overtaken'), 'overtaken', 'уже неактуально'],
    [count('withdrawn'), 'withdrawn', 'вилучено'],
  ];
  const told = parts.filter(([number]) => number > 0);
  return {
    en: `Facts: ${told.map(([number, word]) => `${number} ${word}`).join(', ')}.`,
    uk: `Факти: ${told.map(([number, , word]) => `${word} ${number}`).join(', ')}.`,
  };
}

const heading = (since: string): Localized => ({
  en: `New since ${formatDate(since, 'en')}`,
  uk: `Нове з ${formatDate(since, 'uk', 'genitive')}`,
});

const nothing: Localized = {
  en: 'Nothing has changed since then. Give an earlier date with since.',
  uk: 'Відтоді нічого не змінилося. Вкажіть ранішу дату в since.',
};

const correctedOn = (day: string): Localized => ({
  en: `Corrected on ${formatDate(day, 'en')}`,
  uk: `Виправлено ${formatDate(day, 'uk')}`,
});

const saidBefore = (title: string, was: string): Localized => ({
  en: `${title}. Said before: “${was}”`,
  uk: `${title}. Раніше було: «${was}»`,
});

const isAhead = (since: string): Localized => ({
  en: `since (${formatDate(since, 'en')}) is ahead of us.`,
  uk: `since (${formatDate(since, 'uk')}) ще не настало.`,
});

const givePast: Localized = { en: 'Give a date in the past.', uk: 'Вкажіть дату в минулому.' };
