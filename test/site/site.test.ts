import { readFileSync } from 'node:fs';
import { IntentsBitField } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiscordAdapter } from '../../src/adapters/discord/adapter.ts';
import { platforms } from '../../src/adapters/index.ts';
import { parseManifestConfig } from '../../src/adapters/slack/config.ts';
import { createManifest } from '../../src/adapters/slack/manifest.ts';
import type { OpenedBot } from '../../src/bot-setup.ts';
import { parseOperator } from '../../src/site/config.ts';
import { openSite } from '../../src/start/open-site.ts';
import { createDiscordServer } from '../support/discord/server.ts';
import { unheard } from '../support/log.ts';
import { openDeskBot } from '../support/open-desk-bot.ts';

const environment = {
  DATABASE_FILE: ':memory:',
  SLACK_CLIENT_ID: '1.2',
  DISCORD_APPLICATION_ID: '140000000000000000',
  OPERATOR_NAME: 'The <Example> Newsroom',
  OPERATOR_CONTACT: 'desk@example.org',
};
let bot: OpenedBot;

beforeAll(async () => {
  bot = await openDeskBot(environment);
});
afterAll(() => bot.close());

async function open(
  path: string,
  { headers = {}, ...more }: { headers?: Record<string, string>; [name: string]: unknown } = {},
): Promise<{ status: number; page: string; headers: Headers }> {
  const site = await openSite({ ...environment, ...(more as Record<string, string>) }, bot);
  const response = await site.request(path, { headers });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

describe('the landing page', () => {
  it('says what the bot is, shows an answer with its sources, and adds it to both platforms', async () => {
    const { page } = await open('/');
    expect(page).toContain(bot.subject);
    expect(page).toMatch(/opened to traffic[\s\S]*\[1\][\s\S]*<ol><li value="1">/);
    expect(page).toContain('href="/slack/install"');
    expect(page).toContain('href="https://discord.com/oauth2/authorize?client_id=140000000000000000');
  });

  it('says so where it can not be added from here', async () => {
    const { page } = await open('/', { SLACK_CLIENT_ID: '', DISCORD_APPLICATION_ID: '' });
    expect(page).not.toContain('class="button"');
    expect(page).toContain('Slack: it can&#39;t be added from here.');
  });

  it('is in the language of the reader, or the one that is chosen', async () => {
    const { page } = await open('/', { headers: { 'accept-language': 'uk-UA,uk' } });
    expect(page).toContain('<html lang="uk">');
    const chosen = await open('/?lang=en', { headers: { 'accept-language': 'uk' } });
    expect(chosen.page).toContain('<html lang="en">');
    expect(chosen.page).toContain('href="/privacy?lang=en"');
  });

  it('is not sent again as long as it stays the same', async () => {
    const { headers } = await open('/');
    const again = await open('/', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect([again.status, again.page]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).toContain('max-age');
    expect(again.headers.get('vary')).toBe('accept-language');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe.each(['/', '/privacy', '/permissions', '/site.css', '/icon.svg', '/robots.txt'])('%s', (path) => {
  it('is known again by a tag that a compressing proxy made weak, and among others', async () => {
    const { headers } = await open(path);
    const tag = headers.get('etag') ?? '';
    expect(headers.get('cache-control')).toContain('public');
    for (const tags of [`W/${tag}`, `"other", ${tag}`]) {
      expect((await open(path, { headers: { 'if-none-match': tags } })).status).toBe(304);
    }
    expect((await open(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });
});

describe('who runs it', () => {
  it('is said on the privacy page and in the terms', async () => {
    for (const path of ['/privacy', '/terms']) {
      const { page } = await open(path);
      expect(page).toContain('run by The &lt;Example&gt; Newsroom');
      expect(page).toContain('href="mailto:desk@example.org"');
    }
  });

  it.each(['https://example.org/contact', 'https://mastodon.example/@desk'])(
    'is linked as it is when it is a page: %s',
    async (address) => {
      const { page } = await open('/privacy', { OPERATOR_CONTACT: address });
      expect(page).toContain(`<a href="${address}">${address}</a>`);
    },
  );

  it('is said not to be known otherwise', async () => {
    const { page } = await open('/privacy', { OPERATOR_NAME: '', OPERATOR_CONTACT: '' });
    expect(page).toContain('has not said who they are');
  });

  it('has an address that can be used', () => {
    expect(() => parseOperator({ OPERATOR_CONTACT: 'javascript:alert(1)' })).toThrow(/public pages/);
  });
});

describe('the permissions', () => {
  const offers = platforms.flatMap((platform) => platform.offer(environment) ?? []);
  const readme = readFileSync('README.md', 'utf8');

  it('stand on the page and in the README, each with its reason', async () => {
    const { page } = await open('/permissions');
    for (const { name, permissions } of offers) {
      for (const permission of permissions) {
        expect(page).toContain(`<code>${permission.name}</code>`);
      }
      const rows = readme.split('\n').filter((line) => line.startsWith(`| ${name} | \``));
      expect(rows).toEqual(permissions.map((one) => `| ${name} | \`${one.name}\` | ${one.reason.en} |`));
    }
    expect(page.match(/<code>/g)).toHaveLength(offers.flatMap(({ permissions }) => permissions).length);
  });

  it('are those that the manifest asks for', () => {
    const manifest = createManifest(parseManifestConfig(environment), 'x', []);
    const slack = offers.find(({ name }) => name === 'Slack')?.permissions.map(({ name }) => name);
    expect(manifest).toMatchObject({ oauth_config: { scopes: { bot: slack } } });
  });

  it('are those that the invitation to Discord and its gateway ask for', async () => {
    const { installUrl = '', permissions = [] } = offers.find(({ name }) => name === 'Discord') ?? {};
    const discord = await createDiscordServer();
    const adapter = createDiscordAdapter(bot, { token: discord.token, apiUrl: discord.apiUrl, ...unheard });
    await adapter.start();
    const [identified] = discord.identified;
    await adapter.stop();
    await discord.close();

    const { searchParams } = new URL(installUrl);
    const intents = new IntentsBitField(Number(identified?.intents)).toArray();
    expect(searchParams.get('permissions')).toBe('0');
    expect(permissions.map(({ name }) => name).sort()).toEqual(
      [...(searchParams.get('scope') ?? '').split(' '), ...intents.map((name) => name.toUpperCase())].sort(),
    );
  });
});
