import { beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/adapters/adapter.ts';
import { previews } from '../../../src/adapters/index.ts';
import { drawDiscord } from '../../../src/adapters/web/lookalike/discord.ts';
import { drawSlack } from '../../../src/adapters/web/lookalike/slack.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { openBot } from '../../../src/bot-setup.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await openBot({});
});

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a reader sees of HTML; the zero-width spaces that part names for Discord are not seen. */
const readable = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll('\u200b', '');

async function draw(reply: Reply) {
  const call = { command: 'fact', arguments: {} };
  const discord = await drawDiscord(await previews.discord(reply, call));
  const slack = await drawSlack(await previews.slack(reply, call));
  return { discord: String(discord), slack: String(slack) };
}

describe('the look-alikes of Discord and Slack', () => {
  it('show every statement of the corpus letter for letter, in both languages', async () => {
    const { facets } = bot.openCatalogue().browse({}, 1, 'en');
    const facts = facets.topic.flatMap(({ id }) => {
      const first = bot.openCatalogue().browse({ topic: id }, 1, 'en');
      return Array.from({ length: first.pages }, (_, index) =>
        bot.openCatalogue().browse({ topic: id }, index + 1, 'en'),
      ).flatMap((page) => page.facts);
    });
    expect(facts.length).toBeGreaterThan(500);
    for (const { id } of facts) {
      for (const language of ['en', 'uk'] as const) {
        const statement = bot.openCatalogue().record(id, language)?.fact.statement;
        const blocks = [
          { type: 'fact' as const, factId: id, statement: statement ?? '?', marks: [1], note: 'n' },
        ];
        const { discord, slack } = await draw({ visibility: 'shareable', language, blocks });
        expect(readable(discord)).toContain(`${statement} [1]`);
        expect(readable(slack)).toContain(`${statement} [1]`);
      }
    }
  });

  it.each([
    '*bold* _italic_ ~struck~ `code` **strong** __under__ ||spoiler||',
    '<@123> <#1> <!here> @everyone @here <https://example.com|x> [a](<https://example.com>)',
    '# heading\n-# small\n- list\n1. one\n> quote',
    'a \\ backslash \\* and & < > " \' marks',
  ])('show %j as it is', async (text) => {
    const { discord, slack } = await draw({
      visibility: 'shareable',
      language: 'en',
      blocks: [{ type: 'text', text }],
    });
    expect(readable(discord)).toBe(`${text.replaceAll('\n', '')}Share in channel`);
    expect(readable(slack)).toBe(`${text}Share with channel`);
    expect(discord + slack).not.toMatch(/<a |<strong>/);
  });
});
