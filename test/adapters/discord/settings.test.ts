import { ComponentType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { OpenedBot } from '../../../src/bot-setup.ts';
import { allComponents, textOf } from '../../support/discord/components.ts';
import { autocomplete, button, type Setting, slash } from '../../support/discord/interactions.ts';
import { recordOf, textIn } from '../../support/discord/json.ts';
import { createMessage, type Message } from '../../support/discord/messages.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { unheard } from '../../support/log.ts';
import { openDeskBot } from '../../support/open-desk-bot.ts';

let server: DiscordServer;
let bot: OpenedBot;
let adapter: Adapter;

beforeEach(async () => {
  server = await createDiscordServer();
  bot = await openDeskBot({ DATABASE_FILE: ':memory:' });
  adapter = createDiscordAdapter(bot, { token: server.token, apiUrl: server.apiUrl, ...unheard });
  await adapter.start();
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
  await bot.close();
  expect(server.rejected).toEqual([]);
});

const manager = { memberPermissions: PermissionFlagsBits.ManageGuild };
const elsewhere = { channelId: '222222222222222222' };
const other = { userId: '333333333333333333' };
type Recorded = Awaited<ReturnType<DiscordServer['interact']>>;
const dataOf = ({ response }: Recorded) => recordOf(recordOf(response).data);
const isPrivate = (recorded: Recorded) => (Number(dataOf(recorded).flags) & MessageFlags.Ephemeral) !== 0;
const said = (recorded: Recorded) => textOf(dataOf(recorded));
const labelsOf = (recorded: Recorded) =>
  allComponents(dataOf(recorded))
    .filter(({ type }) => type === ComponentType.Button)
    .map(({ label }) => textIn(label));
const idOf = (recorded: Recorded, label: string) =>
  textIn(allComponents(dataOf(recorded)).find((one) => one.label === label)?.custom_id);

const set = (options: Readonly<Record<string, string>>, extra: Setting = manager) =>
  server.interact(slash('minerals', 'settings', options, extra));
/** A press by whoever asked, unless it is said who presses. */
const share = (answered: Recorded, extra: Setting = {}, label = 'Share in channel') =>
  server.interact(button(idOf(answered, label), messageOf(answered), extra));
const messageOf = ({ message }: Recorded): Message => {
  if (message === undefined) throw new Error('no message');
  return message;
};
const linkTo = (recorded: Recorded) => {
  const { id, channel_id } = messageOf(recorded);
  return new RegExp(`\\[To that answer\\]\\(<https://discord\\.com/channels/\\d+/${channel_id}/${id}>\\)`);
};
const ask = (options: Readonly<Record<string, string | boolean>> = {}, extra: Setting = {}) =>
  server.interact(slash('minerals', 'ask', { question: 'when did the bridge open', ...options }, extra));

describe('settings on Discord', () => {
  it('are changed by who may manage the server, with a press too', async () => {
    const shown = await set({});
    expect(isPrivate(shown)).toBe(true);
    const message = createMessage({ ...dataOf(shown), flags: MessageFlags.Ephemeral });
    const id = idOf(shown, 'language: uk');
    expect(said(await server.interact(button(id, message)))).toContain('You may not do this here');
    const pressed = await server.interact(button(id, message, manager));
    expect(said(pressed)).toContain('language: Ukrainian (was: ');
    expect(said(await ask())).toContain('Запитання');
  });

  it('are refused to anybody else', async () => {
    const refused = await set({ answers: 'public' }, {});
    expect(said(refused)).toContain('You may not do this here, and nothing was changed.');
    expect(isPrivate(refused)).toBe(true);
    expect(isPrivate(await ask())).toBe(true);
  });

  it('are proposed while somebody types', async () => {
    const recorded = await server.interact(
      autocomplete('minerals', 'settings', { channels: 'no' }, 'channels'),
    );
    expect(dataOf(recorded).choices).toEqual([{ name: 'nowhere: nowhere', value: 'nowhere' }]);
  });

  it('show answers to everyone only where that is allowed', async () => {
    const here = { channelId: '444444444444444444' };
    await set({ answers: 'public', channels: 'here' }, { ...manager, ...here });
    expect(isPrivate(await ask({}, here))).toBe(false);
    expect(isPrivate(await ask({ public: false }, here))).toBe(true);
    const refused = await ask({ public: true }, elsewhere);
    expect(isPrivate(refused)).toBe(true);
    expect(said(refused)).toContain('Only you can read this: the admins here decide');
    expect(labelsOf(refused)).not.toContain('Share in channel');
    expect(labelsOf(refused)).toContain('Useful');
    const inThread = { ...elsewhere, place: 'thread', parentId: here.channelId } as const;
    expect(isPrivate(await ask({}, inThread))).toBe(false);
    const direct = await ask({ public: true }, { place: 'bot-dm' });
    expect(said(direct)).not.toContain('Only you');
  });

  it('are asked again when somebody shares an answer', async () => {
    const answered = await ask();
    const message = createMessage({ ...dataOf(answered), flags: MessageFlags.Ephemeral });
    const id = idOf(answered, 'Share in channel');
    expect(isPrivate(await server.interact(button(id, message)))).toBe(false);
    await set({ channels: 'nowhere' });
    const refused = await server.interact(button(id, message));
    expect(isPrivate(refused)).toBe(true);
    expect(said(refused)).toContain('This answer can not be shown to everyone here');
  });

  it('hide pictures', async () => {
    const chart = () => server.interact(slash('minerals', 'chart', { of: 'cost' }));
    const hasPicture = (recorded: Recorded) =>
      allComponents(dataOf(recorded)).some(({ type }) => type === ComponentType.MediaGallery);
    expect(hasPicture(await chart())).toBe(true);
    await set({ pictures: 'off' });
    expect(hasPicture(await chart())).toBe(false);
  });
});

describe('the same answer in one channel', () => {
  it('is linked, and told to the asker alone', async () => {
    const first = await ask({ public: true });
    expect(isPrivate(first)).toBe(false);
    await vi.waitFor(async () => {
      const second = await ask({ public: true }, { userId: '333333333333333333' });
      expect(isPrivate(second)).toBe(true);
      expect(said(second)).toContain('opened to traffic');
      expect(said(second)).toMatch(
        /This was answered here less than a minute ago, so only you see it now\. \[To that answer\]\(<https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+>\)/,
      );
    });
    expect(isPrivate(await ask({ public: true }, elsewhere))).toBe(false);
  });

  it('is linked, too, when it is shared', async () => {
    const answered = await ask();
    const shared = await share(answered);
    expect(isPrivate(shared)).toBe(false);
    await vi.waitFor(async () => {
      const again = await share(await ask({}, other), other);
      expect(isPrivate(again)).toBe(true);
      expect(said(again)).toMatch(/^This was answered here less than a minute ago, so only you see it now\./);
      expect(said(again)).toMatch(linkTo(shared));
    });
    const read = { ...other, locale: 'uk' } as const;
    expect(said(await share(answered, read))).toContain('На це тут відповіли менше хвилини тому');
  });

  it('is the same, whether it is shared or asked for in front of everyone', async () => {
    const shared = await share(await ask());
    await vi.waitFor(async () => {
      const asked = await ask({ public: true }, other);
      expect(isPrivate(asked)).toBe(true);
      expect(said(asked)).toMatch(linkTo(shared));
    });
    const asked = await ask({ public: true }, elsewhere);
    await vi.waitFor(async () => {
      const again = await share(await ask({}, elsewhere), elsewhere);
      expect(said(again)).toMatch(linkTo(asked));
    });
  });

  it('is another elsewhere, in another language, or when it shows no facts', async () => {
    await share(await ask());
    expect(isPrivate(await share(await ask({}, elsewhere), elsewhere))).toBe(false);
    const translated = await ask({}, { locale: 'uk' });
    expect(isPrivate(await share(translated, {}, 'Показати всім у каналі'))).toBe(false);
    const topics = await server.interact(slash('minerals', 'topics'));
    for (const _ of [1, 2]) expect(isPrivate(await share(topics))).toBe(false);
  });
});

describe('who does too much', () => {
  let limited: OpenedBot;

  const connect = async (environment: Readonly<Record<string, string>>) => {
    limited = await openDeskBot({ DATABASE_FILE: ':memory:', ...environment });
    await adapter.stop();
    adapter = createDiscordAdapter(limited, { token: server.token, apiUrl: server.apiUrl, ...unheard });
    await adapter.start();
  };
  afterEach(() => limited.close());

  it('is told to wait before asking again', async () => {
    await connect({ LIMIT_PER_USER: '1' });
    await ask({ public: true });
    const refused = await ask({ public: true });
    expect(isPrivate(refused)).toBe(true);
    expect(said(refused)).toMatch(/Please try again in \d+ s\./);
    expect(said(await ask({}, other))).toContain('opened to traffic');
  });

  it('is told to wait before sharing an answer, which another may do', async () => {
    await connect({ LIMIT_PER_USER: '1' });
    const answered = await ask();
    const refused = await share(answered);
    expect(isPrivate(refused)).toBe(true);
    expect(said(refused)).toMatch(/^You have asked very often .*\nPlease try again in \d+ s\.$/);
    expect(isPrivate(await share(answered, other))).toBe(false);
  });

  it('is told to wait where all of a server share too much', async () => {
    await connect({ LIMIT_PER_PLACE: '1' });
    const answered = await ask();
    expect(said(await share(answered, other))).toContain('People here have asked very often');
  });
});
