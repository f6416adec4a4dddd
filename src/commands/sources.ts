import { UserError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Source } from '../knowledge/schema.ts';
import { toSourceLine } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';
import { cutPage } from './pages.ts';

const linesPerPage = 15;

export const sources = defineCommand({
  name: 'sources',
  description: 'Show whose reports the answers rest on, or the reports of one publisher.',
  options: {
    publisher: { type: 'text', description: 'A publisher, to see its reports', suggest: 'publishers' },
    page: { type: 'count', description: 'Which page, from 1' },
  },
  run: ({ publisher, page = 1 }, _invocation, { knowledge }) => {
    const publishers = citedPublishers(knowledge);
    const cut = <T>(items: readonly T[], publisher?: string) =>
      cutPage(items, page, { size: linesPerPage, command: 'sources', arguments: { publisher } });

    if (publisher === undefined) {
      const { items, suffix, turning } = cut(publishers);
      const total = publishers.reduce((sum, { reports }) => sum + reports.length, 0);
      return {
        visibility: 'shareable',
        blocks: [
          { type: 'heading', text: `Sources: ${total} reports by ${publishers.length} publishers${suffix}` },
          {
            type: 'list',
            items: items.map(({ name, reports }) => ({ label: name, text: count(reports.length) })),
          },
          ...turning,
        ],
      };
    }
    const { name, reports } = findPublisher(publisher, publishers);
    const { items, start, suffix, turning } = cut(reports, name);
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `Sources: ${count(reports.length)} by ${name}${suffix}` },
        {
          type: 'sources',
          sources: items.map((source, index) => toSourceLine({ number: start + index + 1, source })),
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

function findPublisher(wanted: string, publishers: readonly Publisher[]): Publisher {
  const plain = (text: string) => text.toLowerCase().replace(/^the /, '');
  const found =
    publishers.find(({ name }) => plain(name) === plain(wanted)) ??
    publishers.find(({ name }) => plain(name).startsWith(plain(wanted)));
  if (found !== undefined) return found;
  const some = publishers.slice(0, 5).map(({ name }) => name);
  throw new UserError(`No answer rests on a publisher called "${wanted.slice(0, 60)}".`, {
    nextStep: `The most cited are ${some.join(', ')}.`,
  });
}

function count(reports: number): string {
  return reports === 1 ? '1 report' : `${reports} reports`;
}
