import type { Bot } from './adapters/adapter.ts';
import { createDispatch } from './bot/dispatch.ts';
import { createCatalogueOpener } from './catalogue/catalogue.ts';
import { createHeard } from './catalogue/heard.ts';
import { commands } from './commands/index.ts';
import { suggest } from './commands/suggest.ts';
import { corpusDirectory } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { reportEdits } from './live/edit-report.ts';
import { openLiveKnowledge } from './live/live-knowledge.ts';
import { watchFolder } from './live/watch-folder.ts';
import type { Environment } from './settings.ts';

export interface BotOptions {
  /** Whether edits of the corpus are served as soon as they are saved. Default false. */
  readonly isLive?: boolean;
  /** Where questions and feedback go; without one nothing is kept, and nobody is asked for feedback. */
  readonly desk?: Desk | undefined;
  /** Takes one message at a time, for the operator. Default standard error. */
  readonly log?: (message: string) => void;
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
  { isLive = false, desk, log = console.error }: BotOptions = {},
): Promise<OpenedBot> {
  const directory = corpusDirectory(environment);
  const live = await openLiveKnowledge(directory);
  const report = (error: unknown) => log(String(error instanceof Error ? error.stack : error));
  const watcher = isLive
    ? await watchFolder(directory, () => void live.reload().catch(report), report)
    : undefined;
  reportEdits(live, log);

  return {
    get subject() {
      return live.current().about.name;
    },
    commands,
    heard: desk && createHeard(desk, live.current),
    openCatalogue: createCatalogueOpener(live.current),
    dispatch: createDispatch(commands, () => ({ knowledge: live.current(), commands }), {
      report,
      recorder: desk,
    }),
    suggest: (command, option, typed, options) => {
      const kind = commands.find(({ name }) => name === command)?.options[option]?.suggest;
      return kind === undefined ? [] : suggest(kind, typed, options, live.current());
    },
    feedback: async (feedback) => {
      if (desk === undefined) throw new Error('There is no desk to keep feedback.');
      await desk.addFeedback(feedback);
    },
    corpus: live,
    close: async () => {
      await watcher?.close();
      await desk?.close();
    },
  };
}
