import { html } from 'hono/html';
import type { Choice, Reply } from '../../../bot/reply.ts';
import type { Html, PageContext } from '../page.ts';
import type { Previews } from '../previews.ts';
import { askWords } from '../wording.ts';
import { renderLookalike } from './frame.ts';

type Call = Pick<Choice, 'command' | 'arguments'>;

/**
 * How Discord and Slack show a reply. The platforms' libraries are loaded when the first reply is shown. What fails to
 * draw takes nothing else with it.
 */
export async function drawPreviews(
  { reply, call }: { readonly reply: Reply; readonly call: Call },
  previews: Previews,
  { context, report }: { readonly context: PageContext; readonly report: (error: unknown) => void },
): Promise<Html> {
  const { say } = context;
  const draw = async (message: Promise<Html>): Promise<Html> => {
    try {
      return await message;
    } catch (error) {
      report(error);
      return html`<p>${say(askWords.noPreview)}</p>`;
    }
  };
  const [discord, slack] = await Promise.all([
    draw(drawDiscordMessage(reply, call, previews)),
    draw(drawSlackMessage(reply, call, previews)),
  ]);
  return html`${renderLookalike({ name: 'discord', title: say(askWords.asDiscord) }, discord, context)}
${renderLookalike({ name: 'slack', title: say(askWords.asSlack) }, slack, context)}`;
}

async function drawDiscordMessage(reply: Reply, call: Call, previews: Previews): Promise<Html> {
  const { drawDiscord } = await import('./discord.ts');
  return drawDiscord(await previews.discord(reply, call));
}

async function drawSlackMessage(reply: Reply, call: Call, previews: Previews): Promise<Html> {
  const { drawSlack } = await import('./slack.ts');
  return drawSlack(await previews.slack(reply, call));
}
