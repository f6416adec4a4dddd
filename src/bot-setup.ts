import type { Bot } from './adapters/adapter.ts';
import { createDispatch } from './bot/dispatch.ts';
import { type Log, messageOf, type Report } from './bot/log.ts';
import { createMemoryMarks } from './bot/marks.ts';
import { type Monitor, noMonitor } from './bot/monitor.ts';
import { createPermitShare } from './bot/permit-share.ts';
import { createRuleLookUp } from './bot/place-rules.ts';
import { createCatalogueOpener } from './catalogue/catalogue.ts';
import { createHeard } from './catalogue/heard.ts';
import { commands } from './commands/index.ts';
import { suggest } from './commands/suggest.ts';
import { suggestValues } from './commands/suggest-values.ts';
import { corpusDirectory } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { parseLimitsConfig } from './limits/config.ts';
import { openLimits } from './limits/index.ts';
import { reportEdits } from './live/edit-report.ts';
import { openLiveKnowledge } from './live/live-knowledge.ts';
import { watchFolder } from './live/watch-folder.ts';
import { openPlainLog } from './logging/index.ts';
import type { Environment } from './settings.ts';
import { parseEncryptionKeys } from './storage/encryption-key.ts';
import { createSeal } from './storage/sealing.ts';

export interface BotOptions {
  /** Whether edits of the corpus are served as soon as they are saved. Default false. */
  readonly isLive?: boolean;
  /** Where questions and feedback go; without one nothing is kept, and nobody is asked for feedback. */
  readonly desk?: Desk | undefined;
  /** Default plain lines on standard error. */
  readonly log?: Log;
  /** Default none. */
  readonly monitor?: Monitor;
}

export interface OpenedBot extends Bot {
  /** Stops watching the corpus, and closes the desk. */
  close(): Promise<void>;
}

/**
 * The bot over the corpus that the environment names.
 * @throws StartupError when the corpus can't be used.
 */
export async function openBot(
  environment: Environment,
  {
    isLive = false,
    desk,
    log = openPlainLog(environment, { isTyping: false }),
    monitor = noMonitor,
  }: BotOptions = {},
): Promise<OpenedBot> {
  const directory = corpusDirectory(environment);
  const live = await openLiveKnowledge(directory);
  const report: Report = (error, fields) => log.error(`A bug: ${messageOf(error)}`, { ...fields, error });
  const watcher = isLive
    ? await watchFolder(directory, () => void live.reload().catch(report), report)
    : undefined;
  reportEdits(live, log);
  const keys = parseEncryptionKeys(environment);
  const places = desk?.places;
  const shownAnswers = desk?.shownAnswers;
  const limits = openLimits(parseLimitsConfig(environment), desk);

  return {
    get subject() {
      return live.current().about.name;
    },
    commands,
    heard: desk && createHeard(desk, live.current),
    openCatalogue: createCatalogueOpener(live.current),
    dispatch: createDispatch(commands, () => ({ knowledge: live.current(), commands, places }), {
      report,
      recorder: desk,
      monitor,
      places,
      shownAnswers,
      limits,
      log,
    }),
    suggest: (command, option, typed, options) => {
      const known = commands.find(({ name }) => name === command)?.options ?? {};
      const { suggest: kind, values } = (Object.hasOwn(known, option) && known[option]) || {};
      if (values !== undefined) return suggestValues(values, typed, options);
      return kind === undefined ? [] : suggest(kind, typed, options, live.current());
    },
    feedback: async (feedback) => {
      if (desk === undefined) throw new Error('There is no desk to keep feedback.');
      await desk.addFeedback(feedback);
    },
    permitShare: createPermitShare({ limits, lookUpRules: createRuleLookUp(places, log), shownAnswers, log }),
    forgetPlace: async (place) => {
      await places?.wipe(place);
    },
    marks: desk?.marks ?? createMemoryMarks(),
    installations: keys && desk?.sealedInstallations(createSeal(keys)),
    corpus: live,
    close: async () => {
      await watcher?.close();
      await desk?.close();
    },
  };
}
