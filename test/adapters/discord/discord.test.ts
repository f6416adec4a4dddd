import {
  type APIMessageTopLevelComponent,
  ComponentType,
  GatewayIntentBits,
  MessageFlags,
  REST,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter, Bot } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { describeCommands, registerCommands } from '../../../src/adapters/discord/registration.ts';
import type { Invocation } from '../../../src/bot/command.ts';
import { openBot } from '../../../src/bot-setup.ts';
import {
  autocomplete,
  button,
  messageCommand,
  type Setting,
  select,
  slash,
} from '../../support/discord/interactions.ts';
import { createMessage, type Message } from '../../support/discord/messages.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { collectLog, unheard } from '../../support/log.ts';

let server: DiscordServer;
let bot: Bot;
let adapter: Adapter;
let lines: string[];
/** What reached the bot, in order. */
let heard: Invocation[];

async function connect(): Promise<void> {
  const listening: Bot = {
    ...bot,
    dispatch: (invocation) => {
      heard.push(invocation);
      return bot.dispatch(invocation);
    },
  };
  adapter = createDiscordAdapter(listening, {
    token: server.token,
    apiUrl: server.apiUrl,
    ...unheard,
    log: collectLog(lines),
  });
  await adapter.start();
}

beforeEach(async () => {
  lines = [];
  heard = [];
  server = await createDiscordServer();
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
  await connect();
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
});

type Recorded = Awaited<ReturnType<DiscordServer['interact']>>;

interface Sent {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions?: unknown;
}

const sent = (recorded: Recorded) => recorded.response?.data as unknown as Sent;

function flatten(components: readonly object[]): Record<string, unknown>[] {
  return components.flatMap((one) => [
    one as Record<string, unknown>,
    ...('components' in one ? flatten(one.components as object[]) : []),
  ]);
}

const textOf = (recorded: Recorded) =>
  flatten(sent(recorded).components)
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => content)
    .join('\n');
const buttonsOf = (recorded: Recorded) =>
  flatten(sent(recorded).components).filter(({ type }) => type === ComponentType.Button);
const isPrivate = (recorded: Recorded) => (sent(recorded).flags & MessageFlags.Ephemeral) !== 0;
const choicesOf = (recorded: Recorded) =>
  (recorded.response as unknown as { data: { choices: { name: string; value: string }[] } }).data.choices;
const menuOf = (recorded: Recorded) =>
  flatten(sent(recorded).components).find(({ type }) => type === ComponentType.StringSelect) as unknown as {
    custom_id: string;
    options: { value: string }[];
  };
const labelled = (recorded: Recorded, label: string) =>
  String(buttonsOf(recorded).find((one) => one.label === label)?.custom_id);
const messageOf = (recorded: Recorded) => recorded.message as Message;

const ask = (question: string, options: Record<string, string | boolean> = {}, extra = {}) =>
  server.interact(slash('minerals', 'ask', { question, ...options }, extra));

describe('the connection', () => {
  it('asks for no privileged intent', () => {
    expect(server.identified.map(({ intents }) => intents)).toEqual([GatewayIntentBits.Guilds]);
  });

  it('resumes when it is cut, and receives what it missed', async () => {
    server.dropConnections();
    const recorded = await ask('when did the bridge open');
    expect(textOf(recorded)).toContain('opened to traffic');
    expect([server.identifies, server.resumes]).toEqual([1, 1]);
  });

  it('says in one line what to do about a refused token', async () => {
    const wrong = createDiscordAdapter(bot, { token: 'a.b.c', apiUrl: server.apiUrl, ...unheard });
    await expect(wrong.start()).rejects.toMatchObject({
      message: 'Discord refuses the token:',
      problems: [expect.stringMatching(/^DISCORD_TOKEN: set it to the bot token/)],
    });
  });

  it('finishes what is in flight before it stops', async () => {
    const answered = ask('when did the bridge open');
    await vi.waitFor(() => expect(server.requests.some(({ path }) => path.includes('/callback'))).toBe(true));
    await adapter.stop();
    expect(textOf(await answered)).toContain('opened to traffic');
  });
});

describe('a question', () => {
  it('is answered privately, with standing, date, linked sources, related questions and a button to share', async () => {
    const recorded = await ask('when did the bridge open');
    expect(isPrivate(recorded)).toBe(true);
    expect(textOf(recorded)).toContain(
      'The Long Bridge over the river opened to traffic on 1 June 2020. \\[1\\]\\[2\\]',
    );
    expect(textOf(recorded)).toContain('-# Established fact, as of 1 June 2020');
    expect(textOf(recorded)).toContain(
      'River Post, reporting Wire Service, “Bridge opens at last”, 2 June 2020',
    );
    expect(buttonsOf(recorded).map(({ label, url }) => url ?? label)).toEqual([
      'https://example.org/bridge-opens',
      'What did the mayor say the bridge cost?',
      'How much did the bridge cost according to the auditors?',
      'Do I have to pay a toll?',
      'Share in channel',
    ]);
    expect(server.rejected).toEqual([]);
  });

  it('is answered for all when the asker says so', async () => {
    const recorded = await ask('when did the bridge open', { public: true });
    expect(isPrivate(recorded)).toBe(false);
    expect(buttonsOf(recorded).at(-1)?.label).toBe('Remove');
    expect(textOf(recorded)).toContain('Asked: when did the bridge open');
  });

  it('can neither ping nor bring markup in', async () => {
    const recorded = await ask(
      '@everyone <@123> **when** did the [bridge](https://evil.example) open <@&5> # x',
      {
        public: true,
      },
    );
    const text = textOf(recorded);
    expect(text).not.toMatch(/@everyone|<@|(?<!\\)\*\*when|(?<!\\)\[[^\]]*\]\(https:\/\/evil/);
    expect(sent(recorded).allowed_mentions).toEqual({ parse: [] });
  });

  it('may be 6,000 characters long', async () => {
    const recorded = await ask('when did the bridge open '.repeat(240));
    expect(textOf(recorded)).toContain('opened to traffic');
    expect(server.rejected).toEqual([]);
  });

  it('is refused in words when no fact answers it', async () => {
    const recorded = await ask('who sells umbrellas on the bridge');
    expect(textOf(recorded)).toContain('I have no sourced fact on that.');
  });

  it.each([{ place: 'bot-dm' as const }, { place: 'private-channel' as const }])(
    'is answered in %o',
    async (extra) => {
      expect(textOf(await ask('when did the bridge open', {}, extra))).toContain('opened to traffic');
    },
  );

  it('is proposed while it is typed, 25 at most', async () => {
    const recorded = await server.interact(
      autocomplete('minerals', 'ask', { question: 'is the br' }, 'question'),
    );
    const choices = choicesOf(recorded);
    expect(choices[0]).toEqual({ name: 'is the bridge free', value: 'is the bridge free' });
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  it('is answered in time when two hundred come at once, none lost', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => ask('when did the bridge open')));
    for (const recorded of all) expect(recorded.acknowledgedAfterMs).toBeLessThan(3_000);
    expect(server.rejected).toEqual([]);
  });
});

describe('the other commands', () => {
  it.each([
    ['fact', { fact: 'audit-cost' }, '19 million'],
    ['timeline', { from: '2019', page: 1 }, 'Timeline'],
    ['topics', {}, 'The bridge'],
    ['sources', {}, '3 reports by 3 publishers'],
    ['help', {}, 'Answers about the Long Bridge'],
    ['check', { message: 'The bridge cost 12 million dollars.' }, 'Checked against the facts'],
  ])('%s answers', async (name, options, expected) => {
    const recorded = await server.interact(
      slash('minerals', name, options as Record<string, string | number>),
    );
    expect(textOf(recorded)).toContain(expected);
    expect(server.rejected).toEqual([]);
  });

  it('let a topic be chosen from a menu', async () => {
    const topics = await server.interact(slash('minerals', 'topics'));
    const { custom_id, options } = menuOf(topics);
    const chosen = await server.interact(select(custom_id, [String(options[0]?.value)], messageOf(topics)));
    expect(textOf(chosen)).toContain('Timeline: The bridge');
  });

  it('explain wrong arguments privately', async () => {
    const recorded = await server.interact(slash('minerals', 'timeline', { from: 'yesterday' }));
    expect(isPrivate(recorded)).toBe(true);
    expect(textOf(recorded)).toContain('from is not a date');
    expect(buttonsOf(recorded)).toEqual([]);
  });
});

describe('a message that somebody checks', () => {
  const check = (content: string) =>
    server.interact(messageCommand('Check against the facts', createMessage({ content })));

  it('is set beside the facts, privately', async () => {
    const recorded = await check('I heard the bridge cost 12 million dollars. Nice weather today.');
    expect(isPrivate(recorded)).toBe(true);
    expect(textOf(recorded)).toContain('“I heard the bridge cost 12 million dollars.”');
    expect(textOf(recorded)).toContain('Claim by Ada Stone, disputed');
    expect(textOf(recorded)).not.toContain('weather');
  });

  it('is told apart when it holds nothing to check', async () => {
    expect(textOf(await check(''))).toContain('no text that I could check');
    expect(textOf(await check('Good morning everyone'))).toContain('Nothing in this message touches');
  });
});

describe('a button', () => {
  it('answers a related question in place', async () => {
    const answer = await ask('when did the bridge open');
    const pressed = await server.interact(
      button(labelled(answer, 'Do I have to pay a toll?'), messageOf(answer)),
    );
    expect(pressed.response?.type).toBe(7);
    expect(textOf(pressed)).toContain('The council dropped the toll');
  });

  it('works after a restart', async () => {
    const answer = await ask('when did the bridge open');
    await adapter.stop();
    await connect();
    const pressed = await server.interact(
      button(labelled(answer, 'Do I have to pay a toll?'), messageOf(answer)),
    );
    expect(textOf(pressed)).toContain('The council dropped the toll');
  });

  it('answers only the presser when the answer is a shared one', async () => {
    const answer = await ask('when did the bridge open', { public: true });
    const pressed = await server.interact(
      button(labelled(answer, 'Do I have to pay a toll?'), messageOf(answer)),
    );
    expect(pressed.response?.type).toBe(4);
    expect(isPrivate(pressed)).toBe(true);
  });

  it('shares the same answer, with the question above it', async () => {
    const answer = await ask('when did the bridge open');
    const shared = await server.interact(button(labelled(answer, 'Share in channel'), messageOf(answer)));
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(answer));
    expect(textOf(shared)).toMatch(/^-# Asked: when did the bridge open\n/);
    expect(sent(shared).allowed_mentions).toEqual({ parse: [] });
  });

  it('lets the asker take a shared answer back, and nobody else', async () => {
    const answer = await ask('when did the bridge open', { public: true }, { userId: '1001' });
    const metadata = {
      interaction_metadata: {
        id: '1',
        type: 2,
        user: { id: '1001', username: 'a', discriminator: '0', avatar: null, global_name: null },
        authorizing_integration_owners: {},
      },
    };
    const message = { ...messageOf(answer), ...metadata } as unknown as Message;
    const stranger = await server.interact(button(labelled(answer, 'Remove'), message, { userId: '2002' }));
    expect(textOf(stranger)).toContain('Only the person who asked can remove this answer.');
    const asker = await server.interact(button(labelled(answer, 'Remove'), message, { userId: '1001' }));
    expect(asker.response?.type).toBe(6);
    await vi.waitFor(() => expect(asker.deletions).toHaveLength(1));
  });

  it.each(['0:ask:old', '1:run:1:fact', 'something else'])(
    'of another version is explained: %s',
    async (id) => {
      const pressed = await server.interact(button(id));
      expect(isPrivate(pressed)).toBe(true);
      expect(textOf(pressed)).toContain('no longer works');
    },
  );
});

describe('a reader of Ukrainian', () => {
  it('is answered in Ukrainian, with Ukrainian labels and buttons', async () => {
    const recorded = await ask('when did the bridge open', {}, { locale: 'uk' });
    expect(textOf(recorded)).toContain('-# Запитання: when did the bridge open');
    expect(textOf(recorded)).toContain('Довгий міст через річку відкрили');
    expect(textOf(recorded)).toContain('Установлений факт, станом на 1 червня 2020 року');
    expect(textOf(recorded)).toContain('**Джерела**');
    expect(buttonsOf(recorded).at(-1)?.label).toBe('Показати всім у каналі');
    const shared = await server.interact(
      button(labelled(recorded, 'Показати всім у каналі'), messageOf(recorded)),
    );
    expect(buttonsOf(shared).at(-1)?.label).toBe('Видалити');
    expect(server.rejected).toEqual([]);
  });

  it('need only ask in Ukrainian, and goes on in it', async () => {
    const recorded = await ask('коли відкрили міст');
    expect(textOf(recorded)).toContain('Довгий міст через річку відкрили');
    const related = buttonsOf(recorded).find(({ label }) => /\?$/.test(String(label)));
    const followed = await server.interact(button(String(related?.custom_id), messageOf(recorded)));
    expect(textOf(followed)).toContain('**Джерела**');
    expect(textOf(followed)).toContain('Текст факту наразі лише англійською.');
  });

  it('reads what went wrong in Ukrainian', async () => {
    const recorded = await server.interact(button('0:ask:old', undefined, { locale: 'uk' }));
    expect(textOf(recorded)).toContain('Ця кнопка залишилася від іншої версії бота');
  });

  it('sees descriptions of commands and options in Ukrainian', () => {
    const [described] = describeCommands(bot.commands);
    expect(described).toMatchObject({
      description_localizations: { uk: 'Запитати Minerals Desk: короткі відповіді з джерелами.' },
    });
    expect(JSON.stringify(described).match(/"description":/g)?.length).toBe(
      JSON.stringify(described).match(/"description_localizations":{"uk":"/g)?.length,
    );
  });
});

describe('a conversation', () => {
  const conversationsOf = async (...settings: readonly Setting[]) => {
    for (const setting of settings) await ask('when did the bridge open', {}, setting);
    return heard.map(({ conversation }) => conversation);
  };

  it('is a thread or direct messages', async () => {
    const thread = { place: 'thread', channelId: '7001' } as const;
    const other = { place: 'thread', channelId: '7002' } as const;
    const direct = { place: 'bot-dm', channelId: '7003' } as const;
    expect(await conversationsOf(thread, thread, other, direct, direct)).toEqual([
      'discord:7001',
      'discord:7001',
      'discord:7002',
      'discord:7003',
      'discord:7003',
    ]);
  });

  it('is neither a channel nor a group, where many people write', async () => {
    expect(await conversationsOf({ place: 'guild' }, { place: 'private-channel' })).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('goes on when a button is pressed in it', async () => {
    const thread = { place: 'thread', channelId: '7001' } as const;
    const answer = await ask('when did the bridge open', {}, thread);
    await server.interact(button(labelled(answer, 'Do I have to pay a toll?'), messageOf(answer), thread));
    expect(heard.map(({ conversation }) => conversation)).toEqual(['discord:7001', 'discord:7001']);
  });
});

describe('registration', () => {
  const register = () => {
    const rest = new REST({ api: server.apiUrl }).setToken(server.token);
    return registerCommands(rest, bot.commands, { applicationId: server.applicationId, guildId: undefined });
  };

  it('adds what is missing, and the next time changes nothing', async () => {
    expect(await register()).toEqual([
      { action: 'add', name: 'minerals' },
      { action: 'add', name: 'Check against the facts' },
    ]);
    expect(await register()).toEqual([]);
    expect(server.rejected).toEqual([]);
  });

  it('changes only what differs, removes what is gone, and waits out a rate limit', async () => {
    await register();
    const rest = new REST({ api: server.apiUrl }).setToken(server.token);
    const [first] = server.commands();
    const path = `/applications/${server.applicationId}/commands` as const;
    await rest.patch(`${path}/${first?.id}`, { body: { description: 'Something else' } });
    expect(await register()).toEqual([{ action: 'change', name: 'minerals' }]);
    await rest.patch(`${path}/${first?.id}`, { body: { description_localizations: { uk: 'Інше' } } });
    await rest.post(path, { body: { name: 'old', description: 'Gone from the list' } });
    server.limitNext('PATCH', '*', 0.2);
    expect(await register()).toEqual([
      { action: 'change', name: 'minerals' },
      { action: 'remove', name: 'old' },
    ]);
  });
});
