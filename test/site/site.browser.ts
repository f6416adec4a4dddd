import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from '../../src/start/open-site.ts';
import { openDeskBot } from '../support/open-desk-bot.ts';
import { openService, type RunningService } from '../support/service.ts';
import { launchBrowser } from '../support/web/browser.ts';

const environment = { DATABASE_FILE: ':memory:', SLACK_CLIENT_ID: '1.2' };
let browser: Browser;
let service: RunningService;

beforeAll(async () => {
  const bot = await openDeskBot(environment);
  service = await openService([], { pages: await openSite(environment, bot) });
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

describe.each([
  ['a phone in the dark', { width: 390, height: 844 }, 'dark'],
  ['a desktop', { width: 1280, height: 900 }, 'light'],
] as const)('on %s', (_name, viewport, colorScheme) => {
  it.each(['/', '/?lang=uk', '/privacy', '/terms', '/permissions?lang=uk'])(
    '%s is accessible and fits',
    async (path) => {
      const page = await browser.newPage({ viewport, colorScheme });
      const strays: string[] = [];
      page.on('console', (message) => message.type() === 'error' && strays.push(message.text()));
      page.on('request', (request) => request.url().startsWith(service.origin) || strays.push(request.url()));
      await page.goto(`${service.origin}${path}`);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(strays.filter((text) => !text.includes('favicon'))).toEqual([]);
      await page.close();
    },
  );
});
