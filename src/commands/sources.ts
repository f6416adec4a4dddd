import { type CountedNoun, countNoun, type Language, type Localized } from '../bot/language.ts';
import { UserError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Source } from '../knowledge/schema.ts';
import { toSourceLine } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';
import { cutPage, pageOption } from './pages.ts';

const linesPerPage = 15;

export const sources = defineCommand({
  name: 'sources',
  description: {
    en: 'Show whose reports the answers rest on, or the reports of one publisher.',
    uk: 'Показати, на чиї публікації спираються відповіді, або публікації одного видавця.',
  },
  options: {
    publisher: {
      type: 'text',
      description: { en: 'A publisher, to see its reports', uk: 'Видавець, щоб побачити його публікації' },
      suggest: 'publishers',
    },
    page: pageOption,
  },
  run: ({ publisher, page = 1 }, { language }, { knowledge }) => {
    const publishers = citedPublishers(knowledge);
    const cut = <T>(items: readonly T[], publisher?: string) =>
      cutPage(items, page, { size: linesPerPage, command: 'sources', arguments: { publisher }, language });

    if (publisher === undefined) {
      const { items, suffix, turning } = cut(publishers);
      return {
        visibility: 'shareable',
        blocks: [
          { type: 'heading', text: `${headingOfAll(publishers)[language]}${suffix}` },
          {
            type: 'list',
            items: items.map(({ name, reports }) => ({
              label: name,
              text: countNoun(reports.length, reportNoun)[language],
            })),
          },
          ...turning,
        ],
      };
    }
    const found = findPublisher(publisher, publishers, language);
    const { items, start, suffix, turning } = cut(found.reports, found.name);
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `${headingOf(found)[language]}${suffix}` },
        {
          type: 'sources',
          sources: items.map((source, index) =>
            toSourceLine({ number: start + index + 1, source }, language),
          ),
        },
        ...turning,
      ],
    };
  },
});

interface Publisher {
  readonly name: string;
  readonly reports: readonly Source[];
}

/** Everyone that a fact cites, the most cited first. */
export function citedPublishers(knowledge: Knowledge): Publisher[] {
  const cited = new Set([...knowledge.facts.values()].flatMap(({ sources }) => sources));
  return [...Map.groupBy(cited, ({ publisher }) => publisher)]
    .map(([name, reports]) => ({ name, reports }))
    .sort((a, b) => b.reports.length - a.reports.length || a.name.localeCompare(b.name));
}

function findPublisher(wanted: string, publishers: readonly Publisher[], language: Language): Publisher {
  const plain = (text: string) => text.toLowerCase().replace(/^the /, '');
  const found =
    publishers.find(({ name }) => plain(name) === plain(wanted)) ??
    publishers.find(({ name }) => plain(name).startsWith(plain(wanted)));
  if (found !== undefined) return found;
  const some = publishers.slice(0, 5).map(({ name }) => name);
  throw new UserError(noPublisher(wanted.slice(0, 60))[language], {
    nextStep: mostCited(some.join(', '))[language],
  });
}

const reportNoun: CountedNoun = {
  en: ['report', 'reports'],
  uk: ['публікація', 'публікації', 'публікацій'],
};

/** In Ukrainian after "від". */
const publisherNoun: CountedNoun = {
  en: ['publisher', 'publishers'],
  uk: ['видавця', 'видавців', 'видавців'],
};

function headingOfAll(publishers: readonly Publisher[]): Localized {
  const total = publishers.reduce((sum, { reports }) => sum + reports.length, 0);
  const reports = countNoun(total, reportNoun);
  const by = countNoun(publishers.length, publisherNoun);
  return { en: `Sources: ${reports.en} by ${by.en}`, uk: `Джерела: ${reports.uk} від ${by.uk}` };
}

function headingOf({ name, reports }: Publisher): Localized {
  const count = countNoun(reports.length, reportNoun);
  return { en: `Sources: ${count.en} by ${name}`, uk: `Джерела: ${name}, ${count.uk}` };
}

const noPublisher = (wanted: string): Localized => ({
  en: `No answer rests on a publisher called "${wanted}".`,
  uk: `Жодна відповідь не спирається на видавця з назвою «${wanted}».`,
});

const mostCited = (names: string): Localized => ({
  en: `The most cited are ${names}.`,
  uk: `Найчастіше цитовано: ${names}.`,
});
