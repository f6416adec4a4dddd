import type { Bot } from './adapters/adapter.ts';
import { createDispatch } from './bot/dispatch.ts';
import { createCatalogueOpener } from './catalogue/catalogue.ts';
import { commands } from './commands/index.ts';
import { suggest } from './commands/suggest.ts';
import { corpusDirectory, type Environment } from './config.ts';
import { loadCorpus } from './knowledge/corpus.ts';
import { createKnowledge } from './knowledge/index.ts';

/**
 * The bot over the corpus that the environment names.
 * @throws StartupError when the corpus can't be used.
 */
export async function openBot(environment: Environment): Promise<Bot> {
  const knowledge = createKnowledge(await loadCorpus(corpusDirectory(environment)));
  const report = (error: unknown) => {
    console.error(error instanceof Error ? error.stack : error);
  };
  return {
    subject: knowledge.about.name,
    commands,
    openCatalogue: createCatalogueOpener(() => knowledge),
    dispatch: createDispatch(commands, { knowledge, commands }, report),
    suggest: (command, option, typed, options) => {
      const kind = commands.find(({ name }) => name === command)?.options[option]?.suggest;
      return kind === undefined ? [] : suggest(kind, typed, options, knowledge);
    },
  };
}
