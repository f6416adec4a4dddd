import { once } from 'node:events';
import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  ContainerBuilder,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
  Routes,
  SectionBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { customIdsOf, textOf } from './components.ts';
import { autocomplete, button, messageCommand, modalSubmit, select, slash } from './interactions.ts';
import { createMessage } from './messages.ts';
import type { DiscordServerOptions } from './options.ts';
import { createDiscordServer, type DiscordServer } from './server.ts';

let server: DiscordServer;
let client: Client;

beforeEach(async () => {
  [server, client] = await start();
  await client.login(server.token);
  if (!client.isReady()) await once(client, Events.ClientReady);
});

async function start(options: DiscordServerOptions = {}): Promise<[DiscordServer, Client]> {
  const discord = await createDiscordServer(options);
  const bot = new Client({ intents: [], rest: { api: discord.apiUrl } });
  onTestFinished(async () => {
    await bot.destroy();
    await discord.close();
  });
  return [discord, bot];
}

/** Everything the bot says to interactions of one kind. */
function answer<T extends Interaction>(
  isKind: (interaction: Interaction) => interaction is T,
  run: (interaction: T) => Promise<unknown>,
): unknown[] {
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (isKind(interaction)) run(interaction).catch((error: unknown) => errors.push(error));
  });
  return errors;
}

const isChat = (interaction: Interaction): interaction is ChatInputCommandInteraction =>
  interaction.isChatInputCommand();
const isButton = (interaction: Interaction): interaction is ButtonInteraction => interaction.isButton();

function card(text: string): ContainerBuilder {
  const more = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary);
  const link = new ButtonBuilder()
    .setURL('https://example.org/')
    .setLabel('Source')
    .setStyle(ButtonStyle.Link);
  return new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('A section'))
        .setButtonAccessory(more),
    )
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(link));
}

const inV2 = (text: string) => ({ components: [card(text)], flags: MessageFlags.IsComponentsV2 as const });

afterEach(() => expect(server.rejected.filter(({ status }) => status === 500)).toEqual([]));

describe('the connection', () => {
  it('lets a client in that has the token', () => {
    expect(client.user?.id).toBe(server.applicationId);
    expect([server.identifies, server.identified[0]?.intents]).toEqual([1, 0]);
  });

  it('refuses a wrong token', async () => {
    const stranger = new Client({ intents: [], rest: { api: server.apiUrl } });
    await expect(stranger.login('wrong.token.here')).rejects.toThrow('An invalid token was provided');
    expect(server.rejected).toMatchObject([{ path: '/gateway/bot', status: 401 }]);
  });

  it('closes with 4014 when an intent is not allowed', async () => {
    const [strict, bot] = await start({ disallowedIntents: [1 << 15] });
    bot.options.intents = bot.options.intents.add(1 << 15);
    await expect(bot.login(strict.token)).rejects.toThrow('Used disallowed intents');
  });

  it.each([
    ['a broken line', () => server.dropConnections()],
    ['a closed connection', () => server.dropConnections(4000)],
    ['a request to reconnect', () => server.sendReconnect()],
  ])('resumes after %s and replays what was missed', async (_, interrupt) => {
    answer(isChat, (interaction) => interaction.reply('still here'));
    interrupt();
    const { response } = await server.interact(slash('ping'));
    expect(response?.data.content).toBe('still here');
    await expect.poll(() => [server.resumes, server.identifies], { timeout: 5_000 }).toEqual([1, 1]);
  });

  it('makes a client identify anew when its session is forgotten', async () => {
    server.forgetSessions();
    server.dropConnections();
    const isBack = once(client, Events.ShardReady);
    await expect.poll(() => server.identifies, { timeout: 40_000 }).toBe(2);
    expect(server.resumes).toBe(0);
    await isBack;
  });

  it('hears heartbeats and presences', async () => {
    const [quick, bot] = await start({ heartbeatIntervalMs: 50 });
    await bot.login(quick.token);
    bot.user?.setPresence({ status: 'idle' });
    await expect.poll(() => quick.heartbeats).toBeGreaterThan(2);
    expect(quick.presences.at(-1)?.status).toBe('idle');
  });
});

describe('interactions', () => {
  it('shows a Components V2 reply, its edit and its follow-up', async () => {
    answer(isChat, async (interaction) => {
      const { resource } = await interaction.reply({ ...inV2('first'), withResponse: true });
      expect(resource?.message?.components).toHaveLength(1);
      await interaction.editReply(inV2('second'));
      await interaction.followUp({ content: 'third', flags: MessageFlags.Ephemeral });
    });
    const recorded = await server.interact(slash('ask', 'deal terms', { question: 'when' }));
    expect(textOf(recorded.response?.data ?? {})).toBe('first\nA section');
    expect(recorded.acknowledgedAfterMs).toBeLessThan(1_000);
    await expect.poll(() => recorded.followUps[0]?.message.content).toBe('third');
    expect(textOf(recorded.edits[0]?.message ?? {})).toBe('second\nA section');
    expect(customIdsOf(recorded.message ?? {})).toEqual(['more']);
    expect(server.rejected).toEqual([]);
  });

  it('reads back what was asked, where and by whom', async () => {
    answer(isChat, (interaction) => {
      const { options, context, memberPermissions, user } = interaction;
      const names = [options.getSubcommandGroup(), options.getSubcommand(), options.getString('question')];
      return interaction.reply({ content: JSON.stringify([...names, context, memberPermissions, user.id]) });
    });
    const extra = { place: 'private-channel', userId: '123456789012345678' } as const;
    const { response } = await server.interact(slash('ask', 'deal terms', { question: 'when' }, extra));
    expect(response?.data.content).toBe('["deal","terms","when",2,null,"123456789012345678"]');
  });

  it('takes a deferred reply, with a file', async () => {
    answer(isChat, async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({
        content: 'here',
        files: [{ attachment: Buffer.from('a'), name: 'a.txt' }],
      });
    });
    const recorded = await server.interact(slash('export', undefined, {}, { place: 'bot-dm' }));
    expect(recorded.response?.type).toBe(5);
    await expect.poll(() => recorded.message?.content).toBe('here');
    expect(recorded.message).toMatchObject({ flags: 0, attachments: [{ filename: 'a.txt', size: 1 }] });
  });

  it('updates the message of a component, chosen or pressed', async () => {
    answer(isButton, (interaction) => interaction.update({ content: `pressed ${interaction.customId}` }));
    answer(
      (interaction) => interaction.isStringSelectMenu(),
      (interaction) => interaction.update({ content: `chose ${interaction.values}` }),
    );
    const message = createMessage({ content: 'before' });
    expect((await server.interact(button('more', message))).message).toMatchObject({
      id: message.id,
      content: 'pressed more',
    });
    expect((await server.interact(select('topic', ['a', 'b'], message))).message?.content).toBe('chose a,b');
  });

  it('serves autocomplete, message commands and modals', async () => {
    answer(
      (interaction) => interaction.isAutocomplete(),
      (interaction) => interaction.respond([{ name: interaction.options.getFocused(), value: 'x' }]),
    );
    answer(
      (interaction) => interaction.isMessageContextMenuCommand(),
      (interaction) => interaction.reply(interaction.targetMessage.content.toUpperCase()),
    );
    answer(
      (interaction) => interaction.isModalSubmit(),
      (interaction) => interaction.reply(interaction.fields.getTextInputValue('question')),
    );
    const typed = await server.interact(autocomplete('ask', undefined, { question: 'wh' }, 'question'));
    expect(typed.response?.data.choices).toEqual([{ name: 'wh', value: 'x' }]);
    const checked = await server.interact(messageCommand('Check', createMessage({ content: 'a claim' })));
    expect(checked.response?.data.content).toBe('A CLAIM');
    const sent = await server.interact(modalSubmit('ask', { question: 'why' }));
    expect(sent.response?.data.content).toBe('why');
  });

  it('refuses a second response, and one that comes too late', async () => {
    const callback = (id: string, token: string) =>
      client.rest.post(Routes.interactionCallback(id, token), {
        auth: false,
        body: { type: 4, data: { content: 'late' } },
      });
    answer(isChat, (interaction) => interaction.reply('on time'));
    const { id, token } = await server.interact(slash('ping'));
    await expect(callback(id, token)).rejects.toMatchObject({ status: 400, code: 40060 });

    const [impatient, bot] = await start({ acknowledgeWithinMs: 50 });
    await bot.login(impatient.token);
    const ignored = await impatient.interact(slash('ping'));
    expect([ignored.response, ignored.acknowledgedAfterMs]).toEqual([undefined, undefined]);
    const path = Routes.interactionCallback(ignored.id, ignored.token);
    const tooLate = bot.rest.post(path, { auth: false, body: { type: 6 } });
    await expect(tooLate).rejects.toMatchObject({ status: 404, code: 10062 });
  });
});

describe('limits', () => {
  it('keep a message that is too long from being sent', async () => {
    const errors = answer(isChat, (interaction) => interaction.reply('x'.repeat(2_001)));
    const waiting = server.interact(slash('ask'));
    await expect
      .poll(() => server.rejected)
      .toMatchObject([{ code: 50035, problems: ['data.content: Must be 2000 or fewer in length.'] }]);
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
    expect(errors[0]).toBeInstanceOf(DiscordAPIError);
    expect(String(errors[0])).toContain('data.content[BASE_TYPE_MAX_LENGTH]');
    expect((await waiting).response).toBeUndefined();
  });

  const text = { type: ComponentType.TextDisplay, content: 'text' };
  const press = { type: ComponentType.Button, style: 1, label: 'Press', custom_id: 'press' };
  const link = { type: ComponentType.Button, style: 5, label: 'Open', url: 'https://example.org/' };
  const menu = { type: ComponentType.StringSelect, custom_id: 'menu', options: [{ label: 'A', value: 'a' }] };
  const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
  const box = (...components: object[]) => ({ type: ComponentType.Container, components });
  const section = (accessory?: object) => ({ type: ComponentType.Section, components: [text], accessory });
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ ...press, custom_id: `${id}` }));

  it.each([
    ['41 components', [...Array(40).fill(text), text], '41 components of at most 40'],
    ['too much text', [text, { ...text, content: 'x'.repeat(3_999) }], '4003 of 4000'],
    ['six buttons in a row', [row(...buttons(6))], 'components.0.components: Must be between 1 and 5'],
    ['a select beside a button', [row(menu, press)], 'components.0.components: Must be between 1 and 1'],
    ['a container in a container', [box(box(text))], 'components.0.components.0.type: 17'],
    ['a section without accessory', [section()], 'components.0.accessory: This field is required'],
    ['one custom id twice', [row(press), section(press)], 'cannot be duplicated: press'],
    ['a long label', [row({ ...press, label: 'x'.repeat(81) })], 'label: Must be between 1 and 80'],
    [
      'a long link',
      [row({ ...link, url: `https://a/${'x'.repeat(512)}` })],
      'url: Must be between 1 and 512',
    ],
    ['a strange link', [row({ ...link, url: 'ftp://example.org' })], 'Scheme "ftp:"'],
    ['a link with custom id', [row({ ...link, custom_id: 'a' })], 'either a custom id or a url'],
    ['an empty select', [row({ ...menu, options: [] })], 'options: Must be between 1 and 25'],
  ])('refuse %s', async (_, components, expected) => {
    await post({ flags: MessageFlags.IsComponentsV2, components });
    expect(server.rejected.flatMap(({ problems }) => problems).join('\n')).toContain(expected);
  });

  it.each([
    ['content beside Components V2', { content: 'a', flags: 1 << 15, components: [text] }, 'content: The'],
    ['new components without the flag', { components: [text] }, 'components.0.type: 10'],
    ['unknown mentions', { content: 'a', allowed_mentions: { parse: ['all'] } }, 'parse.0: all'],
  ])('refuse %s', async (_, body, expected) => {
    await post(body);
    expect(server.rejected[0]?.problems[0]).toContain(expected);
  });

  const post = (body: object) =>
    expect(client.rest.post(Routes.channelMessages('123456789012345678'), { body })).rejects.toThrow(
      'Invalid',
    );
});

describe('commands', () => {
  const register = (...body: object[]) =>
    client.rest.put(Routes.applicationCommands(server.applicationId), { body });
  const ask = { name: 'ask', description: 'Ask about the deal.' };
  const option = { type: 3, name: 'question', description: 'Your question.' };

  it('are registered and keep their ids', async () => {
    await register(ask, { name: 'Check this', type: 3 });
    const [before] = server.commands();
    await register({ ...ask, options: [{ ...option, required: true }] });
    expect(server.commands()).toMatchObject([{ id: before?.id, name: 'ask', options: [option] }]);
    answer(isChat, (interaction) => interaction.reply(interaction.commandId));
    expect((await server.interact(slash('ask'))).response?.data.content).toBe(before?.id);
  });

  it('are added, changed and removed one by one', async () => {
    const { application } = client;
    const guildId = '123456789012345678';
    const command = await application?.commands.create(ask, guildId);
    await application?.commands.edit(command?.id ?? '', { description: 'Ask.' }, guildId);
    expect(server.commands(guildId)).toMatchObject([{ name: 'ask', description: 'Ask.' }]);
    await application?.commands.delete(command?.id ?? '', guildId);
    expect(server.commands(guildId)).toEqual([]);
  });

  it.each([
    ['an upper-case name', { ...ask, name: 'Ask' }, '0.name: Command name is invalid: "Ask"'],
    ['no description', { name: 'ask' }, '0.description: This field is required'],
    ['a described message command', { ...ask, type: 3 }, '0.description: Must be 0 or fewer'],
    [
      'a required option after another',
      { ...ask, options: [option, { ...option, name: 'b', required: true }] },
      '0.options.1.required: Required options come first.',
    ],
    [
      'too much text',
      {
        ...ask,
        options: Array.from({ length: 25 }, (_, id) => ({
          ...option,
          name: `o${id}`,
          choices: longChoices(),
        })),
      },
      'of 8000 characters',
    ],
  ])('are refused with %s', async (_, command, expected) => {
    await expect(register(command)).rejects.toMatchObject({ code: 50035 });
    expect(server.rejected[0]?.problems.join()).toContain(expected);
  });

  it('are refused when there are too many', async () => {
    const menus = Array.from({ length: 16 }, (_, id) => ({ name: `Check ${id}`, type: 3 }));
    await expect(register(...menus)).rejects.toMatchObject({ code: 30032 });
  });
});

it('limits a rate once, and the client waits it out', async () => {
  server.limitNext('POST', '/channels/:id/messages', 0.2);
  const startedAt = performance.now();
  await client.rest.post(Routes.channelMessages('123456789012345678'), { body: { content: 'hello' } });
  expect(performance.now() - startedAt).toBeGreaterThan(200);
  expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  expect(server.rejected).toEqual([]);
});

function longChoices() {
  return Array.from({ length: 25 }, (_, id) => ({ name: `c${id}`, value: 'x'.repeat(100) }));
}
