import type { CorpusStatus, ObservableCorpus } from '../bot/corpus-status.ts';
import type { Log } from '../bot/log.ts';

/** Says after each edit whether it is served or what is wrong with it. */
export function reportEdits(corpus: ObservableCorpus, log: Log): void {
  corpus.subscribe((status) => {
    const say = status.problems.length === 0 ? log.info : log.warn;
    say(describeEdit(status));
  });
}

function describeEdit({ version, facts, problems, loadedAt }: CorpusStatus): string {
  if (problems.length === 0) return `The corpus was loaded: ${facts} facts, version ${version}.`;
  const serving = `version ${version}, loaded at ${loadedAt.toLocaleTimeString('en-GB')}`;
  return [...problems, `The edit is not served; ${serving}, goes on being served.`].join('\n');
}
