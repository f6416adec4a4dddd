import type { Gaps, LocatedGap } from '../../desk/find-gaps.ts';
import type { Outcome } from '../../storage/storage.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  unanswered: 'no answer',
  weak: 'an unsure answer',
  contested: 'somebody called the answer wrong',
};
const mostWordings = 4;

/** The gaps for a maintainer to read, the most wanted first, each under the number to call it by. */
export function renderGaps({ gaps, answered }: Gaps): string {
  const rest = answered === 0 ? [] : [`${count(answered, 'noted question')} the corpus answers well by now.`];
  if (gaps.length === 0) return ['No gap: no question is waiting for a fact.', ...rest].join('\n');
  const width = Math.max(...gaps.map(({ id }) => String(id).length));
  const next =
    'npm run corpus -- gaps stub <number> [topic] begins a fact; gaps dismiss <number> leaves one out.';
  return [...gaps.map((gap) => renderGap(gap, width)), [...rest, next].join('\n')].join('\n\n');
}

function renderGap(gap: LocatedGap, width: number): string {
  const { id, questions, outcome, times, places, firstDay, lastDay, handledOn, nearest } = gap;
  const [first, ...others] = questions;
  const days = firstDay === lastDay ? `on ${lastDay}` : `from ${firstDay} to ${lastDay}`;
  const more = others.length - mostWordings;
  const wordings = others.slice(0, mostWordings).map(({ text }) => `“${text}”`);
  const lines = [
    `asked ${count(times, 'time')} at ${count(places, 'place')} ${days}; ${outcomes[outcome]}`,
    ...(handledOn === undefined ? [] : [`handled on ${handledOn}, and asked again since`]),
    ...(wordings.length === 0 ? [] : [`also: ${wordings.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]),
    ...(nearest.length === 0 ? [] : [`near: ${nearest.map((fact) => fact.id).join(', ')}`]),
  ];
  const indent = ' '.repeat(width + 2);
  return [`${String(id).padStart(width)}  ${first.text}`, ...lines.map((line) => indent + line)].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
