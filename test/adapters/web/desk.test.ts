import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previews } from '../../../src/adapters/index.ts';
import { createApp } from '../../../src/adapters/web/app.ts';
import { loadAssets } from '../../../src/adapters/web/assets.ts';
import { silentLog } from '../../../src/bot/log.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { StartupError } from '../../../src/errors.ts';
import { collectLog, type LogEntry } from '../../support/log.ts';
import { openTestDesk, type RunningDesk, requestAs } from '../../support/web/desk.ts';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await openTestDesk('test/fixtures/bridge');
});
afterAll(() => desk.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, desk.url), { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, page: await response.text() };
};
const ask = (question: string, headers?: Record<string, string>) =>
  get(`/?${new URLSearchParams({ question })}`, headers);
const post = (
  fields: Record<string, string>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) => fetch(desk.url, { method: 'POST', body: new URLSearchParams(fields), headers });

/** How often a text stands in a page. */
const count = (page: string, text: string) => page.split(text).length - 1;

describe('the chat box', () => {
  it('answers with the reply that the platforms give, and shows how Discord and Slack draw it', async () => {
    const { page, status } = await ask('when did the bridge open');
    expect(status).toBe(200);
    expect(count(page, 'The Long Bridge over the river opened to traffic on 1 June 2020.')).toBe(3);
    expect(page).toContain('href="/facts/bridge-opened"');
    expect(count(page, 'href="https://example.org/bridge-opens"')).toBe(3);
    expect(page).toContain('Share in channel');
    expect(page).toContain('Share with channel');
  });

  it('makes related questions links that give the same as the buttons on the platforms', async () => {
    const { page } = await ask('when did the bridge open');
    const [, link = ''] = /<a href="([^"]+)">Do I have to pay a toll\?<\/a>/.exec(page) ?? [];
    const answer = await get(link.replaceAll('&amp;', '&'));
    expect(answer.page).toContain('The council dropped the toll in May 2020');
  });

  it('understands a question that leans on the answer before', async () => {
    const { page } = await ask('What did the mayor say the bridge cost?');
    const [, talk = ''] = /name="talk" value="([^"]+)"/.exec(page) ?? [];
    const after = await get(`/?${new URLSearchParams({ question: 'and who put it at that?', talk })}`);
    expect(after.page).toContain('Mayor Ada Stone said');
    expect((await ask('and who put it at that?')).page).toContain('I have no sourced fact on that.');
  });

  it('shows what somebody types as text, whatever it holds', async () => {
    const { page } = await ask('<script>alert("x")</script> **bold** [a](<https://example.com>) <@123> *x*');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('href="https://example.com"');
    expect(page).not.toContain('<strong>bold</strong>');
    expect(count(page, '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')).toBeGreaterThanOrEqual(3);
  });

  it('runs every command from a form, a long message by POST', async () => {
    const { page } = await get('/');
    for (const command of ['ask', 'check', 'fact', 'topics', 'timeline', 'latest', 'sources', 'help'])
      expect(page).toContain(`<input type="hidden" name="command" value="${command}">`);
    const message = `The bridge cost 12 million. ${'Nothing else. '.repeat(2_000)}`;
    const answer = await (await post({ command: 'check', message: message.slice(0, 20_000) })).text();
    expect(answer).toContain('Checked against the facts');
  });

  it('tells what is wrong with a command, and how to give it', async () => {
    const { page } = await get('/?command=timeline&from=yesterday');
    expect(page).toContain('from is not a date: “yesterday”'.replaceAll(/[“”]/g, '&quot;'));
    expect((await get('/?command=nonsense')).page).toContain('There is no command &quot;nonsense&quot;.');
  });

  it('proposes questions while somebody types', async () => {
    const { page } = await get('/suggest?command=ask&option=question&typed=toll');
    expect(JSON.parse(page)).toContainEqual({ label: 'was the toll dropped', value: 'was the toll dropped' });
    expect(JSON.parse((await get('/suggest?command=x&option=y')).page)).toEqual([]);
  });
});

describe('the facts', () => {
  it('finds by an unfinished word, a publisher, a standing and a period', async () => {
    expect((await get('/facts?text=audit')).page).toContain('1 fact<');
    expect((await get('/facts?publisher=River+Post')).page).toContain('3 facts<');
    expect((await get('/facts?standing=superseded')).page).toContain('A toll of $2 was planned');
    expect((await get('/facts?from=2021')).page).toContain('1 fact<');
    expect((await get('/facts?kind=claim&to=2019')).page).toContain('No fact has all of this.');
  });

  it('counts beside each choice what it would show', async () => {
    const { page } = await get('/facts?standing=superseded');
    expect(page).toContain('>Term (1)</option>');
    expect(page).toContain('>Established (3)</option>');
  });

  it('leaves out what it does not understand, says so, and keeps the rest', async () => {
    const { page, status } = await get('/facts?from=soon&kind=claim&topic=nothing');
    expect(status).toBe(200);
    expect(page).toContain('&quot;soon&quot; is not a date');
    expect(page).toContain('There is nothing called &quot;nothing&quot; to choose here.');
    expect(page).toContain('1 fact<');
  });

  it('gives each fact a page with standing, speaker, sources, conflict and questions', async () => {
    const { page } = await get('/facts/mayor-cost-claim');
    expect(page).toContain('Claim by Ada Stone, disputed');
    expect(page).toContain('River Post, reporting Wire Service, “Bridge opens at last”, 2 June 2020');
    expect(page).toContain('href="/facts/audit-cost"');
    expect(page).toContain('The mayor left out the access roads.');
    expect(page).toContain('What did the mayor say the bridge cost?');
    expect(page).toContain('href="/figures#cost"');
  });

  it('shows on both sides what overtook what, and a correction', async () => {
    expect((await get('/facts/toll-planned')).page).toMatch(
      /What has overtaken it[\s\S]*\/facts\/toll-dropped"/,
    );
    const { page } = await get('/facts/toll-dropped');
    expect(page).toMatch(/What it has overtaken[\s\S]*\/facts\/toll-planned"/);
    expect(page).toContain('Some questions assume that drivers pay a toll.');
  });

  it('says what was wrong before, and why a fact was taken out', async () => {
    const corrected = await get('/facts/audit-cost');
    expect(corrected.page).toContain('Corrected on 10 February 2021. It said before: The town');
    expect(corrected.page).toMatch(/In the corpus since<\/dt><dd>1 February 2021/);
    const { page, status } = await get('/facts/bridge-is-longest');
    expect(status).toBe(410);
    expect(page).toContain('This was withdrawn on 5 February 2021: The almanac that was cited');
    expect((await get('/?command=new&since=2021')).page).toContain('Withdrawn: The bridge is the longest');
  });

  it('offers a search with the words of an unknown id, and the nearest facts', async () => {
    const { page, status, headers } = await get('/facts/bridge-auditors-total');
    expect(status).toBe(404);
    expect(headers.get('etag')).toBeNull();
    expect(page).toContain('value="bridge auditors total"');
    expect(page).toContain('href="/facts/audit-cost"');
  });
});

describe('pictures', () => {
  it('draws events as links with name and date, and lists them', async () => {
    const { page } = await get('/timeline');
    expect(page).toContain('aria-label="1 June 2020: The bridge opened to traffic"');
    expect(count(page, 'href="/facts/bridge-opened"')).toBe(2);
    expect((await get('/timeline?from=2021')).page).toContain('There is no event in this.');
  });

  it('sets figures of one chart side by side, with who says so, date and unit', async () => {
    const { page } = await get('/figures');
    const text = page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /What the bridge cost \(million dollars\).* 19 million dollars.* 12 million dollars/,
    );
    expect(text).toContain('The mayor 2020 12 million dollars Claim by Ada Stone, disputed');
  });

  it('says what the corpus holds', async () => {
    const { page } = await get('/status');
    expect(page).toMatch(/<dt>Facts<\/dt><dd>5<\/dd>/);
    expect(page).toContain('1 February 2021');
  });
});

describe('languages', () => {
  it('follows the address, then the browser, and keeps a choice', async () => {
    expect((await get('/facts')).page).toContain('<html lang="en">');
    const { page, headers } = await get('/facts', { 'accept-language': 'uk-UA,uk;q=0.9,en;q=0.5' });
    expect(page).toContain('<html lang="uk">');
    expect(page).toContain('href="/timeline"');
    expect(headers.get('vary')).toContain('accept-language');
    const chosen = await get('/facts?lang=uk', { 'accept-language': 'en' });
    expect(chosen.page).toContain('<html lang="uk">');
    expect(chosen.page).toContain('href="/timeline?lang=uk"');
    expect((await get('/facts?lang=xx', { 'accept-language': 'uk' })).page).toContain('<html lang="uk">');
  });

  it('answers a Ukrainian question in Ukrainian on an English page', async () => {
    const { page } = await ask('що сказав мер про погоду');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<div class="reply" lang="uk">');
  });
});

describe('safety', () => {
  it('sends a policy without unsafe-inline, and pages without inline style or script', async () => {
    for (const path of [
      '/',
      '/?question=toll',
      '/facts',
      '/facts/audit-cost',
      '/timeline',
      '/figures',
      '/status',
    ]) {
      const { headers, page } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(page).not.toMatch(/ style=| on[a-z]+=|<script(?! type="module" src)|<style/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('answers only under its own names', async () => {
    for (const host of ['localhost:1', '127.0.0.1', '[::1]:80'])
      expect((await requestAs(desk, '/healthz', { host })).status).toBe(200);
    const foreign = await requestAs(desk, '/', { host: 'evil.example' });
    expect(foreign.status).toBe(421);
    expect(foreign.body).toContain('WEB_PUBLIC_URL');
  });

  it('answers and takes forms under the public address that it is told', async () => {
    const app = createApp(await openBot({ CORPUS_DIR: 'test/fixtures/bridge' }), {
      names: ['desk.example'],
      publicOrigin: 'https://desk.example',
      previews,
      assets: await loadAssets(),
      log: silentLog,
    });
    const send = (host: string, origin: string) =>
      app.request(`http://${host}/`, {
        method: 'POST',
        body: new URLSearchParams({ command: 'latest' }),
        headers: { host, origin },
      });
    expect((await send('desk.example', 'https://desk.example')).status).toBe(200);
    expect((await send('desk.example', 'https://evil.example')).status).toBe(403);
    expect((await send('other.example', 'https://desk.example')).status).toBe(421);
  });

  it('lets other sites link, but not post, fetch or embed', async () => {
    const command = { command: 'latest' };
    const from = (site: string, mode: string) =>
      requestAs(desk, '/', { host: 'localhost', 'sec-fetch-site': site, 'sec-fetch-mode': mode });
    expect((await from('cross-site', 'navigate')).status).toBe(200);
    expect((await from('cross-site', 'no-cors')).status).toBe(403);
    expect((await from('same-site', 'cors')).status).toBe(403);
    expect((await post(command, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(command, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(command, { origin: desk.url.slice(0, -1) })).status).toBe(200);
  });

  it('keeps pages until the corpus changes, and answers not at all', async () => {
    const { headers } = await get('/facts');
    const tag = headers.get('etag') ?? '';
    expect((await get('/facts', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/facts?lang=uk', { 'if-none-match': tag })).status).toBe(200);
    const answer = await ask('toll');
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a body that is too large', async () => {
    expect((await post({ command: 'check', message: 'x'.repeat(100_000) })).status).toBe(413);
  });

  it('gives a reference for a page that could not be made, which the log has too', async () => {
    const entries: LogEntry[] = [];
    const bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
    const openCatalogue = () => ({
      ...bot.openCatalogue(),
      charts: () => {
        throw new Error('no figures');
      },
    });
    const app = createApp(
      { ...bot, openCatalogue },
      { names: [], previews, assets: await loadAssets(), log: collectLog([], entries) },
    );
    const response = await app.request('http://localhost/figures', { headers: { host: 'localhost' } });
    const [, reference] = /give this reference: (\S{7})\./.exec(await response.text()) ?? [];
    expect(response.status).toBe(500);
    expect(entries).toMatchObject([{ level: 'error', reference, message: 'Desk: no figures' }]);
  });

  it('says clearly that a port is taken', async () => {
    const second = openTestDesk('test/fixtures/bridge', { port: desk.port });
    await expect(second).rejects.toThrow(StartupError);
    await expect(second).rejects.toMatchObject({ problems: [expect.stringContaining('set WEB_PORT')] });
  });
});
