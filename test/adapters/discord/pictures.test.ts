import { ComponentType, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter, Bot } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { loadCorpus } from '../../../src/knowledge/read-corpus.ts';
import { allComponents, textOf } from '../../support/discord/components.ts';
import { button, slash } from '../../support/discord/interactions.ts';
import { type Json, recordOf, recordsOf, textIn } from '../../support/discord/json.ts';
import type { Message } from '../../support/discord/messages.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { collectLog, unheard } from '../../support/log.ts';
import { noLimits } from '../../support/no-limits.ts';

let server: DiscordServer;
let bot: Bot;
let adapter: Adapter;
let lines: string[];

async function connect(changed: Partial<Bot> = {}): Promise<void> {
  const { token, apiUrl } = server;
  adapter = createDiscordAdapter(
    { ...bot, ...changed },
    { token, apiUrl, ...unheard, log: collectLog(lines) },
  );
  await adapter.start();
}

beforeEach(async () => {
  lines = [];
  server = await createDiscordServer();
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
});

type Recorded = Awaited<ReturnType<DiscordServer['interact']>>;

const messageOf = ({ message }: Recorded): Message => {
  if (message === undefined) throw new Error('no message');
  return message;
};
const itemsOf = (message: Json) =>
  allComponents(message)
    .filter(({ type }) => type === ComponentType.MediaGallery)
    .flatMap(({ items }) => recordsOf(items));
const bytesOf = async (item: Json | undefined) =>
  Buffer.from(await (await fetch(textIn(recordOf(item?.media).url))).arrayBuffer());
const isPrivate = ({ flags }: Message) => (flags & MessageFlags.Ephemeral) !== 0;
const buttonLabelled = (message: Json, label: string) =>
  textIn(allComponents(message).find((one) => one.label === label)?.custom_id);
const chart = (options: Record<string, string | boolean> = {}) =>
  server.interact(slash('minerals', 'chart', { of: 'cost', ...options }));
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('a chart', () => {
  it.each([true, false])(
    'is attached to an answer, with all that it says as its description; public: %s',
    async (isPublic) => {
      await connect();
      const message = messageOf(await chart({ public: isPublic }));
      const [item, ...others] = itemsOf(message);
      expect(others).toEqual([]);
      expect(item?.description).toBe(
        'Bar chart: What the bridge cost (million dollars). The auditors (January 2021): 19; The mayor (claim, 2020): 12. Not everybody counts the access roads. Sources: Town Herald, 2021; River Post, 2020.',
      );
      const bytes = await bytesOf(item);
      expect(bytes.subarray(0, 4)).toEqual(png);
      expect(bytes.length).toBeLessThan(200_000);
      expect(message.attachments).toMatchObject([
        { filename: 'chart-cost-en.png', content_type: 'image/png' },
      ]);
      expect(isPrivate(message)).toBe(!isPublic);
      expect(textOf(message)).toContain('counted costs of $19 million');
      expect(server.rejected).toEqual([]);
    },
  );

  it('is there within the three seconds that Discord waits, also the first time', async () => {
    await connect();
    expect((await chart()).acknowledgedAfterMs).toBeLessThan(3_000);
  });

  it('is shared with its picture, which others could not see where it was', async () => {
    await connect();
    const answer = messageOf(await chart());
    const shared = messageOf(
      await server.interact(button(buttonLabelled(answer, 'Share in channel'), answer)),
    );
    expect(isPrivate(shared)).toBe(false);
    const [before] = itemsOf(answer);
    const [after] = itemsOf(shared);
    expect(recordOf(after?.media).url).not.toBe(recordOf(before?.media).url);
    expect(await bytesOf(after)).toEqual(await bytesOf(before));
    expect(after?.description).toBe(before?.description);
    expect(textOf(shared)).toBe(textOf(answer));
    expect(server.rejected).toEqual([]);
  });

  it('is shared without its picture when that is gone, and the log says so', async () => {
    await connect();
    const answer = structuredClone(messageOf(await chart()));
    for (const item of itemsOf(answer))
      Object.assign(recordOf(item.media), { url: `${new URL(server.apiUrl).origin}/attachments/gone/x.png` });
    const shared = messageOf(
      await server.interact(button(buttonLabelled(answer, 'Share in channel'), answer)),
    );
    expect(itemsOf(shared)).toEqual([]);
    expect(textOf(shared)).toContain('counted costs of $19 million');
    expect(lines.join('\n')).toContain('a shared picture could not be fetched: 404');
    expect(server.rejected).toEqual([]);
  });

  it('gives way with its picture to what is asked next', async () => {
    await connect();
    const answer = messageOf(await chart());
    const next = messageOf(await server.interact(button(buttonLabelled(answer, 'All charts'), answer)));
    expect(next.id).toBe(answer.id);
    expect([itemsOf(next), next.attachments]).toEqual([[], []]);
    expect(server.rejected).toEqual([]);
  });

  it('is told in words when it can not be drawn', async () => {
    await connect({
      dispatch: async (invocation) => {
        const reply = await bot.dispatch(invocation);
        const render = () => Promise.reject(new Error('no memory'));
        const blocks = reply.blocks.map((block) => (block.type === 'picture' ? { ...block, render } : block));
        return { ...reply, blocks };
      },
    });
    const message = messageOf(await chart());
    expect([itemsOf(message), message.attachments]).toEqual([[], []]);
    expect(textOf(message)).toContain('The auditors (January 2021): 19\nThe mayor (claim, 2020): 12');
    expect(lines.at(-1)).toBe("Discord: Error: the picture chart-cost-en can't be drawn: no memory");
  });

  it('is registered with proposals', async () => {
    await connect();
    const { options } = bot.commands.find(({ name }) => name === 'chart') ?? {};
    expect(options?.of?.suggest).toBe('charts');
    expect(bot.suggest('chart', 'of', 'скільки', { most: 5, language: 'en' })).toEqual([
      { label: 'Скільки коштував міст', value: 'cost' },
    ]);
  });
});

describe('a timeline', () => {
  it('is attached to its first page', async () => {
    await connect();
    const message = messageOf(await server.interact(slash('minerals', 'timeline', { from: '2020-05' })));
    const [item] = itemsOf(message);
    expect(item?.description).toContain('1 June 2020: The bridge opened to traffic');
    expect((await bytesOf(item)).subarray(0, 4)).toEqual(png);
    expect(server.rejected).toEqual([]);
  });
});

describe('every chart of the corpus', () => {
  it('is a message that Discord accepts, in both languages', async () => {
    bot = await openBot(noLimits);
    await connect();
    const { charts } = await loadCorpus('data');
    for (const { id } of charts) {
      for (const locale of ['en-GB', 'uk'] as const) {
        const recorded = await server.interact(slash('minerals', 'chart', { of: id }, { locale }));
        expect(itemsOf(messageOf(recorded))).toHaveLength(1);
        expect(recorded.acknowledgedAfterMs).toBeLessThan(3_000);
      }
    }
    expect(server.rejected).toEqual([]);
  });
});
