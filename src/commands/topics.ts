import { formatDate } from '../knowledge/partial-date.ts';
import { defineCommand } from './define-command.ts';

export const topics = defineCommand({
  name: 'topics',
  description: 'Show what is covered, and how many facts there are on each topic.',
  options: {},
  run: (_arguments, _invocation, { knowledge }) => {
    const facts = [...knowledge.facts.values()];
    const items = knowledge.topics.flatMap(({ id, title }) => {
      const count = facts.filter(({ subject }) => subject === id).length;
      const text = count === 1 ? '1 fact' : `${count} facts`;
      return count === 0
        ? []
        : [{ label: title, text, choice: { label: title, command: 'timeline', arguments: { topic: id } } }];
    });
    const { name, scope, outOfScope, reviewedOn } = knowledge.about;
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `What I know of ${name}` },
        { type: 'text', text: scope },
        { type: 'list', items },
        ...(outOfScope.length === 0
          ? []
          : [{ type: 'text' as const, text: `Not covered: ${outOfScope.join('; ')}.` }]),
        { type: 'text', text: lastReview(facts.length, reviewedOn) },
      ],
    };
  },
});

function lastReview(count: number, reviewedOn: string | undefined): string {
  const total = `${count} ${count === 1 ? 'fact' : 'facts'} in all`;
  return reviewedOn === undefined ? `${total}.` : `${total}, last reviewed on ${formatDate(reviewedOn)}.`;
}
