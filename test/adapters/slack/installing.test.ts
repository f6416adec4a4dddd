import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { parseSlackConfig } from '../../../src/adapters/slack/config.ts';
import type { OpenedBot } from '../../../src/bot-setup.ts';
import { type Json, textIn } from '../../support/json.ts';
import { collectLog, type LogEntry, unheard } from '../../support/log.ts';
import { openDeskBot } from '../../support/open-desk-bot.ts';
import { openService, type RunningService } from '../../support/service.ts';
import { asRetry, type Envelope, mention, slashCommand } from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';
import { SlackError } from '../../support/slack/validate.ts';

const key = 'ab'.repeat(32);
const hour = 3_600;

interface Replica {
  readonly bot: OpenedBot;
  readonly adapter: Adapter;
  readonly service: RunningService;
}

let folder: string;
let file: string;
let slack: SlackServer;
/** What each code is good for. */
let grants: Map<string, Json>;
let exchanges: Json[];
/** What each method of the Web API refuses with, if it does. */
let refusals: Record<string, string>;
let replicas: Replica[];
let lines: string[];
let entries: LogEntry[];

function exchange(body: Json): Json {
  exchanges.push(body);
  const granted = grants.get(textIn(body.code ?? body.refresh_token));
  if (granted === undefined) throw new SlackError('invalid_code');
  slack.botTokens.add(textIn(granted.access_token));
  return granted;
}

/** What Slack gives for a code. */
function grant(team: string, token: string, more: Json = {}): Json {
  return {
    app_id: 'A0LOOPBACK',
    authed_user: { id: 'U0PERSON' },
    scope: 'commands,chat:write',
    token_type: 'bot',
    access_token: token,
    bot_user_id: 'U0MINERALS',
    team: { id: team, name: `Team ${team}` },
    enterprise: null,
    is_enterprise_install: false,
    ...more,
  };
}

async function start(encryptionKey = key): Promise<Replica> {
  const environment = {
    DATABASE_FILE: file,
    ENCRYPTION_KEY: encryptionKey,
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'the client secret',
    SLACK_STATE_SECRET: 'a long random text',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_PUBLIC_URL: 'https://desk.example',
    PORT: '0',
  };
  const bot = await openDeskBot(environment, lines);
  const config = parseSlackConfig(environment);
  if (config === undefined) throw new Error('Slack is off');
  const adapter = createSlackAdapter(bot, { ...config, ...unheard, log: collectLog(lines, entries) });
  const service = await openService([adapter]);
  await adapter.start();
  const replica = { bot, adapter, service };
  replicas.push(replica);
  return replica;
}

async function stop({ bot, adapter, service }: Replica): Promise<void> {
  await service.close();
  await adapter.stop();
  await bot.close();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installing-'));
  file = join(folder, 'desk.db');
  grants = new Map();
  exchanges = [];
  replicas = [];
  lines = [];
  entries = [];
  refusals = {};
  slack = await createSlackServer({ exchange, refusals, users: { U0ADMIN: { is_admin: true } } });
});

afterEach(async () => {
  for (const replica of replicas) await stop(replica);
  await slack.close();
  await rm(folder, { recursive: true });
});

/** Begins in a browser: where it is sent, and the cookie that it is to bring back. */
async function begin({ service }: Replica): Promise<{ url: URL; state: string; cookie: string }> {
  const response = await fetch(`${service.origin}/slack/install`, { redirect: 'manual' });
  const url = new URL(response.headers.get('location') ?? '');
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { url, state: url.searchParams.get('state') ?? '', cookie };
}

async function comeBackWith(
  { service }: Replica,
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; page: string }> {
  const address = `${service.origin}/slack/oauth_redirect?${new URLSearchParams(query)}`;
  const response = await fetch(address, { headers });
  return { status: response.status, page: await response.text() };
}

function comeBack(
  replica: Replica,
  { code, state, cookie }: { readonly code: string; readonly state: string; readonly cookie: string },
  language = 'en',
): Promise<{ status: number; page: string }> {
  return comeBackWith(replica, { code, state }, { cookie, 'accept-language': language });
}

async function install(replica: Replica, code: string): Promise<{ status: number; page: string }> {
  return comeBack(replica, { code, ...(await begin(replica)) });
}

const post = ({ service }: Replica, envelope: Envelope) =>
  slack.post(`${service.origin}/slack/events`, envelope);
const inTeam = (team: string) => ({ team_id: team });
const posted = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
const ofTeam = (envelope: Envelope, team: string, more: Json = {}): Envelope => ({
  ...envelope,
  payload: { ...envelope.payload, team_id: team, authorizations: [{ team_id: team, ...more }], ...more },
});
const leave = (team: string, event: Json): Envelope =>
  ofTeam({ ...mention('x'), payload: { ...mention('x').payload, event } }, team);

describe('a workspace', () => {
  it('is sent to Slack with the scopes of the manifest, and is told how to ask when it comes back', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    const { url, ...back } = await begin(replica);
    expect(url.origin + url.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(url.searchParams.get('redirect_uri')).toBe('https://desk.example/slack/oauth_redirect');
    expect(url.searchParams.get('scope')).toBe('commands,chat:write,app_mentions:read,im:history,users:read');
    const { status, page } = await comeBack(replica, { code: 'one', ...back });
    expect(status).toBe(200);
    expect(page).toContain('is installed in Team T1');
    expect(page).toContain('/minerals');
    expect(exchanges).toMatchObject([{ client_id: '1.2', code: 'one' }]);
  });

  it('reads the pages in its language', async () => {
    grants.set('one', grant('T1', 'xoxb-one', { team: { id: 'T1', name: '<b>Команда</b>' } }));
    const replica = await start();
    const back = await begin(replica);
    const { page } = await comeBack(replica, { code: 'one', ...back }, 'uk-UA,uk;q=0.9');
    expect(page).toContain('встановлено: &lt;b&gt;Команда&lt;/b&gt;');
    expect(page).toContain('lang="uk"');
  });

  it('is answered with its own token, beside others, after a restart, and with nothing readable on the disk', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    grants.set('two', grant('T2', 'xoxb-two'));
    const first = await start();
    await install(first, 'one');
    await install(first, 'two');
    replicas = [];
    await stop(first);
    const bytes = await readFile(file, 'latin1');
    expect(bytes).not.toContain('xoxb-one');
    const replica = await start();
    await post(replica, ofTeam(mention('when did the bridge open'), 'T2'));
    await post(replica, ofTeam(mention('when did the bridge open'), 'T1'));
    expect(posted().map(({ token }) => token)).toEqual(['xoxb-two', 'xoxb-one']);
    const answered = await post(replica, slashCommand('when did the bridge open', inTeam('T1')));
    expect(JSON.stringify(answered.responses)).toContain('opened to traffic');
  });

  it('is kept without the person who installed the bot', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    await install(replica, 'one');
    expect(await kept(replica)).toMatchObject({ bot: { token: 'xoxb-one' }, team: { id: 'T1' } });
    expect(JSON.stringify(await kept(replica))).not.toContain('U0PERSON');
  });

  it('that never installed the bot gets nothing, and the operator learns why', async () => {
    const replica = await start();
    await post(replica, ofTeam(mention('when did the bridge open'), 'T9'));
    expect(posted()).toEqual([]);
    expect(lines.join('\n')).toContain('the bot is not installed in this workspace');
  });

  it('goes on after the key was changed, as long as the old one is still there', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const first = await start();
    await install(first, 'one');
    const next = await start(`${'cd'.repeat(32)},${key}`);
    await post(next, ofTeam(mention('when did the bridge open'), 'T1'));
    expect(posted()).toHaveLength(1);
    const wrong = await start('cd'.repeat(32));
    await post(wrong, ofTeam(mention('when did the bridge open'), 'T1'));
    expect(lines.join('\n')).toMatch(/sealed with a key that is no longer in ENCRYPTION_KEY/);
  });
});

const troubles = () => entries.filter(({ level }) => level !== 'info');

/** What anybody can cause must not fill the log of errors. */
function expectOneLine(): void {
  expect(troubles()).toEqual([]);
  const told = lines.filter((line) => line.includes('did not come through installing'));
  expect(told).toEqual([expect.stringMatching(/^Slack: .* \(\w+\)\.$/)]);
}

describe('somebody who comes back from elsewhere', () => {
  it.each(['a state of nobody', ''])('is refused with the state "%s"', async (state) => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    const { cookie } = await begin(replica);
    const { status, page } = await comeBack(replica, { code: 'one', state, cookie });
    expect([status, exchanges]).toEqual([400, []]);
    expect(page).toContain('was not installed');
    expectOneLine();
  });

  it('is refused without the cookie of the browser that began', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    const { state } = await begin(replica);
    const { status } = await comeBack(replica, { code: 'one', state, cookie: '' });
    expect([status, exchanges]).toEqual([400, []]);
    expectOneLine();
  });

  it('is refused later than ten minutes after', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    const begun = await begin(replica);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    const { status } = await comeBack(replica, { code: 'one', ...begun }).finally(() => vi.useRealTimers());
    expect([status, exchanges]).toEqual([400, []]);
    expectOneLine();
  });

  it('is refused with a code that Slack does not know', async () => {
    const { status } = await install(await start(), 'wrong');
    expect(status).toBe(400);
    expectOneLine();
  });

  it('is refused when they come to a host whose name is none', async () => {
    const { service } = await start();
    const request = get(`${service.origin}/slack/oauth_redirect`, { headers: { host: 'no host' } });
    const [response] = await once(request, 'response');
    response.resume();
    expect(response.statusCode).toBe(400);
    expectOneLine();
  });

  it('is told so when they said no to Slack', async () => {
    const replica = await start();
    const { status, page } = await comeBackWith(replica, { error: 'access_denied' });
    expect(status).toBe(400);
    expect(page).toContain('Slack was told no');
    expectOneLine();
  });
});

describe('an installation that fails here', () => {
  it('is no fault of whoever installs, and has a reference that finds its line in the log', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    const database = new DatabaseSync(file);
    database.exec('alter table installation rename to away');
    const { status, page } = await install(replica, 'one');
    database.close();
    expect(status).toBe(500);
    expect(page).toContain('could not be completed on my side. Please try once more');
    expect(page).not.toContain('told no');
    const [, reference = ''] = /reference: (\w{3}-\w{3})\./.exec(page) ?? [];
    expect(troubles()).toMatchObject([{ level: 'error', reference, error: expect.any(Error) }]);
  });

  it('is told in the language of whoever installs', async () => {
    refusals['auth.test'] = 'fatal_error';
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    const { status, page } = await comeBack(replica, { code: 'one', ...(await begin(replica)) }, 'uk');
    expect(status).toBe(500);
    expect(page).toMatch(/з мого боку.*вкажіть код: \w{3}-\w{3}\./);
  });
});

describe('an organisation', () => {
  const organisation = { enterprise: { id: 'E1', name: 'Org' }, is_enterprise_install: true, team: null };

  it('installs the bot for all its workspaces at once', async () => {
    grants.set('org', grant('', 'xoxb-org', organisation));
    const replica = await start();
    const { page } = await install(replica, 'org');
    expect(page).toContain('is installed in Org');
    const more = { enterprise_id: 'E1', is_enterprise_install: true };
    await post(replica, ofTeam(mention('when did the bridge open'), 'T5', more));
    expect(posted().map(({ token }) => token)).toEqual(['xoxb-org']);
  });

  it('takes it from one workspace, and only that one is forgotten', async () => {
    grants.set('org', grant('', 'xoxb-org', organisation));
    const replica = await start();
    await install(replica, 'org');
    const ofOrganisation = { enterprise_id: 'E1', is_enterprise_install: true };
    for (const team of ['T5', 'T6']) {
      const where = { ...inTeam(team), ...ofOrganisation, user_id: 'U0ADMIN' };
      await post(replica, slashCommand('settings language:uk', where));
    }
    const database = new DatabaseSync(file);
    const rows = (table: string) => database.prepare(`select * from ${table}`).all().length;
    expect([rows('installation'), rows('place_setting')]).toEqual([1, 2]);
    const event = { type: 'team_access_revoked', team_ids: ['T5'] };
    expect((await post(replica, ofTeam(leave('T5', event), 'T5', ofOrganisation))).status).toBe(200);
    expect([rows('installation'), rows('place_setting')]).toEqual([1, 1]);
    database.close();
  });
});

describe('a token that expires', () => {
  const expiring = (token: string, refresh: string, seconds: number) =>
    grant('T1', token, { refresh_token: refresh, expires_in: seconds });

  it.each([
    ['soon', hour],
    ['already', -1],
  ])('is refreshed once by several processes, and kept: %s', async (_when, seconds) => {
    grants.set('one', expiring('xoxe.xoxb-old', 'refresh-1', seconds));
    grants.set('refresh-1', expiring('xoxe.xoxb-new', 'refresh-2', 12 * hour));
    const [a, b] = [await start(), await start()];
    await install(a, 'one');
    await Promise.all(
      [a, b, a, b].map((one) => post(one, ofTeam(mention('when did the bridge open'), 'T1'))),
    );
    expect(exchanges.filter(({ grant_type }) => grant_type === 'refresh_token')).toHaveLength(1);
    expect(posted()).toHaveLength(4);
    await post(b, ofTeam(mention('when did the bridge open'), 'T1'));
    expect(posted().at(-1)?.token).toBe('xoxe.xoxb-new');
  });
});

const kept = async ({ bot }: Replica) => bot.installations?.find({ platform: 'slack', tenant: 'T1' });

describe('a workspace that leaves', () => {
  it.each([
    ['it removes the app', { type: 'app_uninstalled' }, undefined],
    [
      'the token is revoked',
      { type: 'tokens_revoked', tokens: { bot: ['U0MINERALS'], oauth: [] } },
      undefined,
    ],
    [
      'not when a person revokes theirs',
      { type: 'tokens_revoked', tokens: { oauth: ['U1'] } },
      expect.anything(),
    ],
  ])('is forgotten: %s', async (_name, event, left) => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    await install(replica, 'one');
    await post(replica, leave('T1', event));
    expect(await kept(replica)).toEqual(left);
  });

  it('leaves nothing behind, and what could not be deleted goes when Slack says it again', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const replica = await start();
    await install(replica, 'one');
    const set = slashCommand('settings language:uk', { ...inTeam('T1'), user_id: 'U0ADMIN' });
    expect(JSON.stringify(await post(replica, set))).toContain('language: Ukrainian');
    const database = new DatabaseSync(file);
    const rows = (table: string) => database.prepare(`select * from ${table}`).all().length;
    expect([rows('installation'), rows('place_setting')]).toEqual([1, 1]);
    const leaving = leave('T1', { type: 'app_uninstalled' });
    database.exec('alter table installation rename to away');
    expect((await post(replica, leaving)).status).toBe(500);
    database.exec('alter table away rename to installation');
    expect((await post(replica, asRetry(leaving))).status).toBe(200);
    expect([rows('installation'), rows('place_setting')]).toEqual([0, 0]);
    database.close();
  });
});

describe('several processes on one database', () => {
  it('answer an event once, and a command once', async () => {
    grants.set('one', grant('T1', 'xoxb-one'));
    const [a, b] = [await start(), await start()];
    await install(a, 'one');
    const event = ofTeam(mention('when did the bridge open'), 'T1');
    await Promise.all([post(a, event), post(b, asRetry(event)), post(a, asRetry(event, 2))]);
    expect(posted()).toHaveLength(1);
    const first = await post(a, slashCommand('when did the bridge open', inTeam('T1')));
    expect(first.responses).toHaveLength(1);
    const { service } = b;
    await slack.post(`${service.origin}/slack/events`, slashCommand('x'), { replayOf: first.request });
    expect(first.responses).toHaveLength(1);
  });
});
