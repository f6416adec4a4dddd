import { join } from 'node:path';
import { progress } from '@clack/prompts';
import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import envPaths from 'env-paths';
import { readCorpus } from '../../knowledge/read-corpus.ts';
import { checkLinks } from '../links/check-links.ts';
import { openLinkState } from '../links/link-state.ts';
import { type CheckedLink, renderLinks } from '../links/report.ts';
import { nearPath } from '../near-path.ts';
import { EXIT, type Task, type TaskContext } from '../task.ts';

const defaultState = join(envPaths('minerals-desk', { suffix: '' }).cache, 'links.jsonl');

export const links: Task = (context) =>
  new Command('links')
    .description('find sources whose page is dead or has moved; an interrupted run goes on where it was')
    .option('--state <file>', 'where verdicts are kept', defaultState)
    .option('--days <number>', 'how long a verdict is believed; 0 asks for every page again', parseCount, 7)
    .option('--pause <ms>', 'pause between two requests to one host, in milliseconds', parseCount, 1_000)
    .action(async ({ state: path, days, pause }) => {
      const places = await locateUrls(context.directory);
      const today = Temporal.Now.plainDateISO();
      // On the day itself a verdict is still new, so 0 days reach to tomorrow.
      const since = today.subtract({ days: days - 1 }).toString();
      const state = openLinkState(path, { today: today.toString(), since });
      const open = [...places.keys()].filter((url) => state.recall(url) === undefined);
      const known = places.size - open.length;
      if (known > 0) context.print(`${known} verdicts are kept from before (${nearPath(path)}).`);

      const bar = startProgress(context, open.length);
      const { verdicts, hasNetwork } = await checkLinks(open, {
        fetch: context.fetch,
        pauseMs: pause,
        onChecked: (url, verdict) => {
          state.keep(url, verdict);
          bar.advance(new URL(url).host);
        },
      });
      bar.stop();
      if (!hasNetwork) {
        context.print('No host can be reached: there seems to be no network. Nothing was judged.');
        return context.exitWith(EXIT.noNetwork);
      }
      const checked = [...places].flatMap(([url, place]): CheckedLink[] => {
        const verdict = verdicts.get(url) ?? state.recall(url);
        return verdict === undefined ? [] : [{ url, place, verdict }];
      });
      context.print(renderLinks(checked));
      const hasDead = checked.some(({ verdict }) => verdict.outcome === 'dead');
      context.exitWith(hasDead ? EXIT.found : EXIT.ok);
    });

async function locateUrls(directory: string): Promise<Map<string, CheckedLink['place']>> {
  const { located } = await readCorpus(directory);
  const usable = located.sources.filter(({ entry }) => URL.canParse(entry.url));
  return new Map(usable.map(({ entry, problem }) => [entry.url, problem(['url'], '', '')]));
}

/** A bar where somebody watches; nothing elsewhere. */
function startProgress({ errorOutput, exitWith }: TaskContext, max: number) {
  if (!errorOutput.isTTY || max === 0) return { advance: () => {}, stop: () => {} };
  let done = 0;
  const bar = progress({
    max,
    output: errorOutput,
    cancelMessage: 'Interrupted. The next run goes on from here.',
    onCancel: () => process.exit(EXIT.interrupted),
  });
  // The bar leaves with 0 when Ctrl-C is typed.
  const interrupt = () => exitWith(EXIT.interrupted);
  process.once('exit', interrupt);
  bar.start(`Asking for ${max} pages`);
  return {
    advance: (host: string) => {
      done += 1;
      bar.advance(1, `${done} of ${max}: ${host}`);
    },
    stop: () => {
      process.off('exit', interrupt);
      bar.stop(`Asked for ${done} of ${max} pages`);
    },
  };
}

function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(text);
}
