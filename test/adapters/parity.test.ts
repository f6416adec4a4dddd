import { beforeAll, expect, it } from 'vitest';
import type { Bot } from '../../src/adapters/adapter.ts';
import { escapeText as escapeDiscord } from '../../src/adapters/discord/escape.ts';
import { renderReply as renderDiscord } from '../../src/adapters/discord/render.ts';
import { escapeText as escapeSlack } from '../../src/adapters/slack/escape.ts';
import { renderReply as renderSlack } from '../../src/adapters/slack/render.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { openBot } from '../../src/bot-setup.ts';
import { readGolden } from '../../src/maintenance/golden.ts';

let bot: Bot;
const place = { platform: 'test' };

beforeAll(async () => {
  bot = await openBot({});
});

/** All texts and addresses in a message, however deep. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Which facts a message shows, by their statements, and which addresses of sources. */
function contentOf(message: object, reply: Reply, escaped: (text: string) => string) {
  const text = stringsOf(message).join('\n');
  return {
    facts: reply.blocks.flatMap((block) =>
      block.type === 'fact' && text.includes(escaped(block.statement)) ? [block.factId] : [],
    ),
    urls: reply.blocks.flatMap((block) =>
      block.type === 'sources'
        ? block.sources.flatMap(({ url }) =>
            url !== undefined && (text.includes(url) || text.includes(url.replaceAll('&', '&amp;')))
              ? [url]
              : [],
          )
        : [],
    ),
  };
}

// Thousands of questions: on a busy machine it takes minutes.
it('gives the same facts and sources on Discord and on Slack, for all golden questions', async () => {
  const golden = await readGolden('test/questions.yaml');
  expect(golden?.questions.length).toBeGreaterThan(160);
  for (const { ask } of golden?.questions ?? []) {
    const reply = await bot.dispatch({ command: 'ask', arguments: { question: ask }, place, language: 'en' });
    const discord = contentOf(
      renderDiscord(reply, { question: ask, control: 'share' }),
      reply,
      escapeDiscord,
    );
    const slack = contentOf(renderSlack(reply, { question: ask }), reply, escapeSlack);
    expect(discord).toEqual(slack);
    expect(slack.facts).toEqual(reply.answer?.facts.map(({ id }) => id) ?? []);
    expect(slack.urls).toEqual(reply.answer?.citations.flatMap(({ url }) => url ?? []) ?? []);
  }
}, 300_000);
