import { Command } from '@commander-js/extra-typings';
import { readCorpus } from '../../knowledge/read-corpus.ts';
import type { Environment } from '../../settings.ts';
import { openStorage } from '../../storage/index.ts';
import { nearPath } from '../near-path.ts';
import { findStale } from '../stale-facts.ts';
import { renderTable } from '../table.ts';
import type { Task } from '../task.ts';

/** Uses are counted for so many days back. */
const usesOfDays = 90;

export const stale: Task = ({ directory, environment, print }) =>
  new Command('stale').description('list the facts that are past their review date').action(async () => {
    const { located } = await readCorpus(directory);
    const withDate = located.facts.filter(({ entry }) => entry.reviewBy !== '').length;
    const uses = await readUses(environment);
    const usage = uses.size === 0 ? undefined : (id: string) => uses.get(id) ?? 0;
    const found = findStale(located, { today: Temporal.Now.plainDateISO().toString(), usage });
    if (found.length === 0) {
      print(
        `No fact is past its review date; ${withDate} of ${located.facts.length} facts have one (reviewBy).`,
      );
      return;
    }
    const rows = found.map(({ id, reviewBy, used, place }) => [
      id,
      reviewBy,
      ...(usage === undefined ? [] : [String(used)]),
      `${nearPath(place.file)}:${place.line}`,
    ]);
    print(
      renderTable(
        [
          { title: 'fact' },
          { title: 'due since' },
          ...(usage === undefined ? [] : [{ title: 'answers', align: 'right' } as const]),
          { title: 'where' },
        ],
        rows,
      ),
    );
    print('\nLook each one up in its sources; then give it a new reviewBy, or mend it.');
  });

/** How often each fact led an answer of late; nothing where nothing was counted. */
async function readUses(environment: Environment): Promise<ReadonlyMap<string, number>> {
  const storage = await openStorage(environment);
  const since = Temporal.Now.plainDateISO().subtract({ days: usesOfDays }).toString();
  return storage.notes.factUses(since).finally(() => storage.close());
}
