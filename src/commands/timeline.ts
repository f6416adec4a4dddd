import type { ListItem } from '../bot/reply.ts';
import { UserError } from '../errors.ts';
import type { CorpusTopic, Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { compareDates, formatDate } from '../knowledge/partial-date.ts';
import { factChoice, labelOf } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';
import { cutPage } from './pages.ts';

const factsPerPage = 10;

export const timeline = defineCommand({
  name: 'timeline',
  description: 'Show what happened in order, for a topic or a period.',
  options: {
    topic: { type: 'text', description: 'A topic, as the command topics lists them', suggest: 'topics' },
    from: { type: 'date', description: 'First day, month or year: 2025-04-30, 2025-04 or 2025' },
    to: { type: 'date', description: 'Last day, month or year' },
    page: { type: 'count', description: 'Which page, from 1' },
  },
  run: ({ topic, from, to, page = 1 }, _invocation, { knowledge }) => {
    if (from !== undefined && to !== undefined && compareDates(from, to) > 0) {
      throw new UserError(`from (${formatDate(from)}) is later than to (${formatDate(to)}).`, {
        nextStep: 'Swap the two dates.',
      });
    }
    const found = topic === undefined ? undefined : findTopic(topic, knowledge);
    const facts = knowledge.timeline({ topic: found?.id, from, to });
    const { items, suffix, turning } = cutPage(facts, page, {
      size: factsPerPage,
      command: 'timeline',
      arguments: { topic: found?.id, from, to },
    });
    const subject = [found?.title ?? knowledge.about.name, describePeriod(from, to)]
      .filter(Boolean)
      .join(', ');
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `Timeline: ${subject}${suffix}` },
        facts.length === 0
          ? {
              type: 'text',
              text: 'I have no sourced fact for this. Try a longer period, or leave out the topic.',
            }
          : { type: 'list', items: items.map(toItem) },
        ...turning,
      ],
    };
  },
});

function toItem(fact: Fact): ListItem {
  const label = labelOf(fact);
  const text = label === undefined ? fact.title : `${fact.title} (${label})`;
  return { label: formatDate(fact.asOf), text, choice: factChoice(fact.id, fact.title) };
}

function findTopic(wanted: string, knowledge: Knowledge): CorpusTopic {
  const text = wanted.toLowerCase();
  const topic =
    knowledge.topics.find(({ id, title }) => id === text || title.toLowerCase() === text) ??
    knowledge.topics.find(({ id, title }) => id.startsWith(text) || title.toLowerCase().includes(text));
  if (topic !== undefined) return topic;
  throw new UserError(`There is no topic "${wanted.slice(0, 40)}".`, {
    nextStep: `The topics are ${knowledge.topics.map(({ id }) => id).join(', ')}.`,
  });
}

function describePeriod(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) {
    return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
  }
  if (from !== undefined) return `from ${formatDate(from)}`;
  return to === undefined ? '' : `up to ${formatDate(to)}`;
}
