import { formatProblem, type Place } from '../../knowledge/problem.ts';
import { nearPath } from '../near-path.ts';
import type { Verdict } from './check-page.ts';

/** An address, where it stands in the corpus, and what became of its page. */
export interface CheckedLink {
  readonly url: string;
  readonly place: Place;
  readonly verdict: Verdict;
}

/** What was found, the worst first, each with its place and what to do. */
export function renderLinks(links: readonly CheckedLink[]): string {
  const groups = Map.groupBy(links, ({ verdict }) => verdict.outcome);
  const count = (outcome: Verdict['outcome']) => groups.get(outcome)?.length ?? 0;
  const summary = `${links.length} addresses: ${count('fine')} fine, ${count('dead')} dead, ${count('moved')} moved, ${count('unsure')} could not be told.`;
  const found = (['dead', 'moved', 'unsure'] as const).flatMap((outcome) =>
    (groups.get(outcome) ?? []).map(renderLink),
  );
  return [...found, summary].join('\n');
}

function renderLink({ url, place, verdict }: CheckedLink): string {
  const [message, advice] = explain(url, verdict);
  return formatProblem({ ...place, file: nearPath(place.file), message, advice });
}

function explain(url: string, verdict: Verdict): readonly [message: string, advice: string] {
  switch (verdict.outcome) {
    case 'fine':
      return [`${url} is fine`, 'nothing to do'];
    case 'moved':
      return [`${url} has moved`, `write ${verdict.to}`];
    case 'dead':
      return [
        `${url} is dead: ${verdict.reason}`,
        'find its new address or a copy in an archive, or cite another source',
      ];
    case 'unsure':
      return [
        `${url} could not be told: ${verdict.reason}`,
        'nothing to mend: it is tried again next time; or open it yourself',
      ];
  }
}
