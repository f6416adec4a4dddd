import type { Bot } from '../adapters/adapter.ts';
import { platforms } from '../adapters/index.ts';
import type { Environment } from '../settings.ts';
import { createSite } from '../site/app.ts';
import { parseOperator } from '../site/config.ts';

/**
 * The public pages of this installation.
 * @throws StartupError when a setting for them is wrong.
 */
export async function openSite(environment: Environment, bot: Bot): ReturnType<typeof createSite> {
  return createSite({
    offers: platforms.flatMap((platform) => platform.offer(environment) ?? []),
    operator: parseOperator(environment),
    summary: (language) => bot.openCatalogue().summary(language),
    corpus: () => bot.corpus.status(),
    exampleQuestion: (language) => bot.suggest('ask', 'question', '', { most: 1, language })[0]?.value,
    dispatch: bot.dispatch,
  });
}
