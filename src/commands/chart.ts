import type { Language, Localized } from '../bot/language.ts';
import type { Block, Choice, Content } from '../bot/reply.ts';
import { UserError } from '../errors.ts';
import { cite } from '../knowledge/answer.ts';
import type { Chart } from '../knowledge/charts.ts';
import type { Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { chartTextOf, composeChartPicture, describeMinorBars } from './chart-picture.ts';
import { composeAnswer } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';
import { findTitled } from './find-titled.ts';

export const chart = defineCommand({
  name: 'chart',
  description: {
    en: 'Show figures side by side as a picture, with the facts behind it.',
    uk: 'Показати цифри поруч на зображенні, з фактами, на яких воно ґрунтується.',
  },
  options: {
    of: {
      type: 'text',
      description: {
        en: 'Which chart; without it, all there are',
        uk: 'Яка діаграма; без цього – перелік усіх',
      },
      suggest: 'charts',
    },
  },
  run: ({ of: wanted }, { language }, { knowledge }) =>
    wanted === undefined
      ? listCharts(knowledge, language)
      : showChart(findChart(wanted, knowledge, language), knowledge, language),
});

function listCharts({ charts }: Knowledge, language: Language): Content {
  const items = charts.map((one) => {
    const { title, unit } = chartTextOf(one, language);
    return { label: title, text: unit, choice: chartChoice(one, language) };
  });
  return {
    visibility: 'shareable',
    blocks: [
      { type: 'heading', text: heading[language] },
      items.length === 0 ? { type: 'text', text: noCharts[language] } : { type: 'list', items },
    ],
  };
}

/** The picture first, then the facts that its numbers come from, with their standing and sources. */
function showChart(chart: Chart, knowledge: Knowledge, language: Language): Content {
  const { title, note } = chartTextOf(chart, language);
  // What the picture shows goes before what it has no room for.
  const bars = chart.bars.toSorted((a, b) => Number(a.minor === true) - Number(b.minor === true));
  const [first, ...others] = new Set(bars.map(({ fact }) => fact));
  if (first === undefined) throw new Error(`chart ${chart.id} has no facts`);
  const toCited = (fact: Fact) => ({ fact, role: 'support' as const });
  const facts = cite([toCited(first), ...others.map(toCited)]);
  const answered = { status: 'answered', facts, confidence: 1, assumption: undefined, related: [] } as const;
  const content = composeAnswer(answered, knowledge, language);
  const picture = composeChartPicture(chart, language);
  const minor = describeMinorBars(chart, language);
  const before: Block[] = [
    { type: 'heading', text: title },
    ...(picture === undefined ? [] : [picture]),
    ...[note, minor].flatMap((text) => (text === undefined ? [] : [{ type: 'text' as const, text }])),
  ];
  const after: Block = {
    type: 'choices',
    title: more[language],
    choices: [{ label: allCharts[language], command: 'chart', arguments: {} }],
  };
  return { ...content, blocks: [...before, ...content.blocks, after] };
}

function chartChoice(chart: Chart, language: Language): Choice {
  return { label: chartTextOf(chart, language).title, command: 'chart', arguments: { of: chart.id } };
}

function findChart(wanted: string, { charts }: Knowledge, language: Language): Chart {
  const found = findTitled(wanted, charts);
  if (found !== undefined) return found;
  const ids = charts.map(({ id }) => id).join(', ');
  throw new UserError(noChart(wanted.slice(0, 40))[language], {
    nextStep: ids === '' ? noCharts[language] : theCharts(ids)[language],
  });
}

const heading: Localized = { en: 'Charts', uk: 'Діаграми' };

const noCharts: Localized = { en: 'There are no charts yet.', uk: 'Діаграм ще немає.' };

const more: Localized = { en: 'More', uk: 'Далі' };

const allCharts: Localized = { en: 'All charts', uk: 'Усі діаграми' };

const noChart = (wanted: string): Localized => ({
  en: `There is no chart "${wanted}".`,
  uk: `Діаграми «${wanted}» немає.`,
});

const theCharts = (ids: string): Localized => ({
  en: `The charts are ${ids}.`,
  uk: `Є такі діаграми: ${ids}.`,
});
