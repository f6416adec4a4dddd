import { loadCorpus } from '../knowledge/read-corpus.ts';
import type { Remarks, StoredFeedback } from '../storage/storage.ts';

/**
 * What people said of answers, by the fact that led them, as a text to print: what was called wrong most comes first.
 * @throws StartupError when the corpus can't be used.
 */
export async function listFeedback(directory: string, remarks: Pick<Remarks, 'all'>): Promise<string> {
  const { facts } = await loadCorpus(directory);
  const byFact = Map.groupBy(await remarks.all(), ({ factIds: [lead = ''] }) => lead);
  if (byFact.size === 0) return 'Nobody has said anything of an answer yet.';
  return [...byFact]
    .map(([id, all]) => ({ id, all, wrong: all.filter(({ verdict }) => verdict === 'wrong') }))
    .sort((a, b) => b.wrong.length - a.wrong.length || b.all.length - a.all.length || (a.id < b.id ? -1 : 1))
    .map(({ id, all, wrong }) =>
      [
        `${id}  ${facts.get(id)?.title ?? 'is no longer in the corpus'}`,
        `  wrong ${wrong.length} · useful ${all.length - wrong.length}`,
        ...wrong.flatMap(renderNote),
      ].join('\n'),
    )
    .join('\n\n');
}

function renderNote({ day, note }: StoredFeedback): string[] {
  return note === undefined ? [] : [`  ${day}: “${note}”`];
}
