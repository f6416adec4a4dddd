import { GatewayDispatchEvents } from 'discord.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Adapter, Bot } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { parseDiscordConfig } from '../../../src/adapters/discord/config.ts';
import type { ForgettingLimits } from '../../../src/adapters/discord/forgetting.ts';
import type { Place } from '../../../src/bot/command.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { slash } from '../../support/discord/interactions.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { collectLog, type LogEntry, unheard } from '../../support/log.ts';

let server: DiscordServer;
let adapter: Adapter;
let forgotten: Place[];
/** How often the database, asked to forget, is away. */
let failures: number;
let entries: LogEntry[];

async function connect(
  shards: number,
  environment: Readonly<Record<string, string>> = {},
  limits: ForgettingLimits = {},
): Promise<void> {
  server = await createDiscordServer({ shards });
  const { token, apiUrl } = server;
  forgotten = [];
  failures = 0;
  entries = [];
  const bot: Bot = {
    ...(await openBot({ CORPUS_DIR: 'test/fixtures/bridge' })),
    forgetPlace: async (place) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the database is away');
      forgotten.push(place);
    },
  };
  const { sharding } = parseDiscordConfig(environment);
  const log = collectLog([], entries);
  adapter = createDiscordAdapter(bot, { token, apiUrl, sharding, ...unheard, log, ...limits });
  await adapter.start();
}

afterEach(async () => {
  await adapter.stop();
  await server.close();
});

/** The id of a guild whose events go to this one of three shards. */
const guildOf = (shard: number) => String((300n + BigInt(shard)) << 22n);
const askIn = (shard: number) =>
  server.interact(
    slash('minerals', 'ask', { question: 'when did the bridge open' }, { guildId: guildOf(shard) }),
  );

describe('several shards', () => {
  it('are as many as Discord recommends, and each answers for its servers', async () => {
    await connect(3);
    expect(server.identified.map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [0, 3],
        [1, 3],
        [2, 3],
      ]),
    );
    const answered = await Promise.all([0, 1, 2].map(askIn));
    expect(answered.map(({ response }) => response?.type)).toEqual([4, 4, 4]);
    expect(adapter.status()).toEqual({ isReady: true, detail: 'connected with 3 shards' });
  });

  it('go on while one is lost, which resumes with what it missed', async () => {
    await connect(3);
    server.dropConnections(undefined, 1);
    const [other, lost] = await Promise.all([askIn(2), askIn(1)]);
    expect([other.response?.type, lost.response?.type]).toEqual([4, 4]);
    expect(server.resumes).toBe(1);
  });

  it('may be spread over processes', async () => {
    await connect(1, { DISCORD_SHARDS: '3', DISCORD_SHARD_IDS: '1-2' });
    expect(server.identified.map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [1, 3],
        [2, 3],
      ]),
    );
    expect(server.identified).toHaveLength(2);
  });
});

describe('a server that the bot was removed from', () => {
  const id = guildOf(0);
  const join = () => {
    const lists = {
      channels: [],
      members: [],
      roles: [],
      emojis: [],
      stickers: [],
      threads: [],
      presences: [],
    };
    const more = { voice_states: [], stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [] };
    server.dispatch(GatewayDispatchEvents.GuildCreate, { id, name: 'x', ...lists, ...more });
  };

  it('is forgotten', async () => {
    await connect(1);
    join();
    server.dispatch(GatewayDispatchEvents.GuildDelete, { id });
    await vi.waitFor(() => expect(forgotten).toEqual([{ platform: 'discord', tenant: id }]));
  });

  it('is not, when it is only unavailable', async () => {
    await connect(1);
    join();
    server.dispatch(GatewayDispatchEvents.GuildDelete, { id, unavailable: true });
    // What comes later is answered, so that what came before has been seen.
    await askIn(0);
    expect(forgotten).toEqual([]);
  });

  const leave = (timesAway: number) => {
    failures = timesAway;
    join();
    server.dispatch(GatewayDispatchEvents.GuildDelete, { id });
  };
  const messagesAt = (level: LogEntry['level']) =>
    entries.filter((entry) => entry.level === level).map(({ message }) => message);
  const notDeleted = `Discord: what is kept of server ${id}, which removed the bot, was not deleted (the database is away): have the bot invited there and removed again. Until then its settings stay; questions and feedback go after 90 days.`;

  it('is forgotten later, when the database is away for a moment', async () => {
    await connect(1, {}, { forgettingPausesMs: [1, 2, 3] });
    leave(3);
    await vi.waitFor(() => expect(forgotten).toEqual([{ platform: 'discord', tenant: id }]));
    expect(messagesAt('warn')).toEqual(
      [1, 2, 3].map(
        (pauseMs) =>
          `Discord: what is kept of a server that removed the bot can't be deleted (the database is away); trying again in ${pauseMs / 1_000} s.`,
      ),
    );
    expect(messagesAt('error')).toEqual([]);
  });

  it('is told to the operator with what to do, when the database stays away', async () => {
    await connect(1, {}, { forgettingPausesMs: [1, 1] });
    leave(3);
    await vi.waitFor(() => expect(messagesAt('error')).toEqual([notDeleted]));
    expect(failures).toBe(0);
  });

  it('is told to the operator at once, when the bot stops before it is forgotten', async () => {
    await connect(1, {}, { forgettingPausesMs: [3_600_000] });
    leave(1);
    await vi.waitFor(() => expect(messagesAt('warn')).toHaveLength(1));
    await adapter.stop();
    expect(messagesAt('error')).toEqual([notDeleted]);
    expect(forgotten).toEqual([]);
  });

  it('is not forgotten any more, when it has invited the bot again meanwhile', async () => {
    await connect(1, {}, { forgettingPausesMs: [300] });
    leave(1);
    join();
    await vi.waitFor(() => expect(messagesAt('info').at(-1)).toContain('is back in that server'));
    expect(forgotten).toEqual([]);
  });
});

describe('settings of shards that make no sense', () => {
  it.each([
    [{ DISCORD_SHARD_IDS: '0-1' }, /DISCORD_SHARDS must be the number of all shards/],
    [
      { DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '0-2' },
      /DISCORD_SHARD_IDS must be below DISCORD_SHARDS, from 0 to 1/,
    ],
    [
      { DISCORD_SHARDS: '4', DISCORD_SHARD_IDS: '3-1' },
      /DISCORD_SHARD_IDS has a range that runs backwards: put its lower shard first, such as 1-3/,
    ],
    [
      { DISCORD_SHARDS: '4', DISCORD_SHARD_IDS: '0,3-1' },
      /DISCORD_SHARD_IDS has a range that runs backwards/,
    ],
    [{ DISCORD_SHARDS: 'many' }, /DISCORD_SHARDS must be auto or a number from 1/],
    [{ DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: 'first' }, /DISCORD_SHARD_IDS must be shards such as/],
    [{ DISCORD_PUBLIC_KEY: 'abc' }, /DISCORD_PUBLIC_KEY must be the 64 hexadecimal digits/],
  ])('are explained: %j', (environment, message) => {
    expect(() => parseDiscordConfig(environment)).toThrow(
      expect.objectContaining({ problems: [expect.stringMatching(message)] }),
    );
  });
});
