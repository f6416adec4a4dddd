import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { type OpenedBot, openBot } from '../../../src/bot-setup.ts';
import { parseDeskConfig } from '../../../src/desk/config.ts';
import { openDesk } from '../../../src/desk/desk.ts';
import { openSqlite } from '../../../src/storage/sqlite.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { type Json, recordOf, recordsOf, textIn } from '../../support/json.ts';
import { unheard } from '../../support/log.ts';
import {
  buttonPress,
  type Envelope,
  mention,
  type Pressed,
  slashCommand,
  viewSubmission,
} from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

let server: SlackServer;
let storage: Storage;
let bot: OpenedBot;
let adapter: Adapter;

beforeEach(async () => {
  server = await createSlackServer();
  storage = await openSqlite(':memory:');
  const desk = await openDesk(storage, { ...parseDeskConfig({}), report: () => {} });
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' }, { desk });
  const { botToken, apiUrl, appToken } = server;
  adapter = createSlackAdapter(bot, { botToken, apiUrl, mode: { type: 'socket', appToken }, ...unheard });
  await adapter.start();
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
  await bot.close();
});

async function answerTo(envelope: Envelope): Promise<Json> {
  const sent = await server.send(envelope);
  await vi.waitFor(() => expect(sent.responses.length).toBeGreaterThan(0));
  return recordOf(sent.responses[0]);
}

/** The body of the next call of a method. */
async function callAfter(method: string, envelope: Envelope): Promise<Json> {
  const calls = () => server.calls.filter((call) => call.method === method);
  const before = calls().length;
  await server.send(envelope);
  await vi.waitFor(() => expect(calls().length).toBeGreaterThan(before));
  return recordOf(calls()[before]?.body);
}

const buttonsOf = (message: Json) =>
  recordsOf(message.blocks)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => recordsOf(elements));
const labelsOf = (message: Json) => buttonsOf(message).map(({ text }) => recordOf(text).text);
const press = (message: Json, label: string, pressed: Pressed = { ephemeral: true }) => {
  const { action_id, value, text } =
    buttonsOf(message).find((one) => recordOf(one.text).text === label) ?? {};
  return buttonPress({ action_id, value, text }, pressed);
};
const thanks = 'Thank you. This goes to the people who keep the facts, without your name.';

describe('an answer in Slack', () => {
  it('can be called useful', async () => {
    const answer = await answerTo(slashCommand('when did the bridge open'));
    expect(labelsOf(answer).slice(-3)).toEqual(['Share with channel', 'Useful', 'Wrong or outdated']);
    const reply = await answerTo(press(answer, 'Useful'));
    expect(reply).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: thanks });
    const [feedback] = await storage.remarks.all();
    expect(feedback).toMatchObject({ verdict: 'useful', note: undefined });
    expect(feedback?.factIds[0]).toBe('bridge-opened');
    expect(JSON.stringify(feedback)).not.toMatch(new RegExp(`${server.teamId}|U0|C0`));
    expect(server.rejected).toEqual([]);
  });

  it('can be called wrong, with a note if one likes', async () => {
    const answer = await answerTo(slashCommand('when did the bridge open'));
    const { view } = await callAfter('views.open', press(answer, 'Wrong or outdated'));
    const { callback_id, private_metadata } = recordOf(view);
    const submit = async (value: string | null) => {
      const state = { note: { note: { type: 'plain_text_input', value } } };
      return server.send(viewSubmission(textIn(callback_id), state, textIn(private_metadata)));
    };
    const { ack } = await submit('Since 2 June: https://example.org/new <@U123>');
    expect(recordOf(ack).response_action).toBe('update');
    expect(JSON.stringify(ack)).toContain(thanks);
    await submit(null);
    expect(await storage.remarks.all()).toMatchObject([
      { verdict: 'wrong', note: 'Since 2 June: https://example.org/new' },
      { verdict: 'wrong', note: undefined },
    ]);
    expect(server.rejected).toEqual([]);
  });

  it('can be judged where all read it, in its language', async () => {
    const shared = await answerTo(slashCommand('when did the bridge open --public'));
    expect(labelsOf(shared).slice(-2)).toEqual(['Useful', 'Wrong or outdated']);
    const posted = await callAfter('chat.postMessage', mention('when did the bridge open'));
    expect(labelsOf(posted).slice(-2)).toEqual(['Useful', 'Wrong or outdated']);
    expect(await answerTo(press(posted, 'Useful', {}))).toMatchObject({ response_type: 'ephemeral' });
    expect(await storage.remarks.all()).toHaveLength(1);
  });

  it('can be judged on the Home tab, which has no message to answer', async () => {
    const answer = await answerTo(slashCommand('when did the bridge open'));
    const container = { type: 'view', view_id: 'V1' };
    const extra = { view: { id: 'V1', type: 'home' } };
    const { view } = await callAfter('views.open', press(answer, 'Useful', { container, extra }));
    expect(JSON.stringify(view)).toContain(thanks);
    expect(await storage.remarks.all()).toHaveLength(1);
    expect(server.rejected).toEqual([]);
  });

  it('has no such buttons when it is a refusal', async () => {
    expect(labelsOf(await answerTo(slashCommand('who sells umbrellas')))).not.toContain('Useful');
  });

  it('keeps the window open when the note could not be kept', async () => {
    const answer = await answerTo(slashCommand('when did the bridge open'));
    const { view } = await callAfter('views.open', press(answer, 'Wrong or outdated'));
    await storage.close();
    const state = { note: { note: { type: 'plain_text_input', value: 'x' } } };
    const { ack } = await server.send(
      viewSubmission('note.1', state, textIn(recordOf(view).private_metadata)),
    );
    expect(ack).toEqual({
      response_action: 'errors',
      errors: { note: expect.stringMatching(/^Please try once more in a minute\. .*: \w{3}-\w{3}\.$/) },
    });
    storage = await openSqlite(':memory:');
  });

  it('explains a button of another version', async () => {
    const reply = await answerTo(buttonPress({ action_id: 'useful.0', value: 'en::x' }, { ephemeral: true }));
    expect(reply.text).toContain('no longer works');
  });
});
