import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/web/browser.ts';
import { openTestDesk, type RunningDesk } from '../../support/web/desk.ts';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

let desk: RunningDesk;
let browser: Browser;
/** What went wrong in a page without anybody asking: errors, refusals of the policy, requests to elsewhere. */
let strays: string[];

beforeAll(async () => {
  [desk, browser] = await Promise.all([openTestDesk(undefined), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});
beforeEach(() => {
  strays = [];
});
afterEach(() => {
  expect(strays).toEqual([]);
});

async function open(path: string, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: desktop, locale: 'en-GB', ...options });
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) strays.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => strays.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 404')) strays.push(message.text());
  });
  await page.goto(new URL(path, desk.url).href);
  return page;
}

/** All rules; in the dark, where nothing but colours differs, those about colours. */
const rules = {
  light: { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] },
  dark: { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] },
};

/** What axe-core finds, and what sticks out of the page sideways. */
async function check(page: Page, colorScheme: keyof typeof rules): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const run = `axe.run(${JSON.stringify(rules[colorScheme])})`;
  const results = await page.evaluate<axe.AxeResults>(run);
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [
    ...results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
    ),
    ...(wider > 0 ? [`${wider} pixels wider than the screen`] : []),
  ];
}

describe('every page, in light and dark, on a phone and a desktop', () => {
  it.each([
    '/',
    '/?question=how+much+aid+did+the+us+give',
    '/?command=timeline&topic=fund',
    '/?lang=uk&question=коли+підписали+угоду',
    '/facts?text=lithium&from=soon',
    '/facts/kiel-to-feb-2025?lang=uk',
    '/facts/trump-350bn-claim',
    '/facts/no-such-fact',
    '/timeline',
    '/figures',
    '/status',
    '/gaps',
    '/feedback',
  ])('%s is accessible and asks nobody else', async (path) => {
    const page = await open(path);
    await page.evaluate(axe.source);
    const found: string[] = [];
    for (const [device, size] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        found.push(
          ...(await check(page, colorScheme)).map((problem) => `${device}, ${colorScheme}: ${problem}`),
        );
      }
    }
    expect(found).toEqual([]);
    await page.close();
  });
});

describe('without script', () => {
  it('asks, follows a related question, filters facts and opens one', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByLabel('Your question, in your own words').first().fill('when was the deal signed');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await page.locator('.reply').innerText()).toContain('30 April 2025');
    await page.locator('.reply .choices a').first().click();
    expect(await page.locator('.reply .statement').count()).toBeGreaterThan(0);

    await page.getByRole('link', { name: 'Facts', exact: true }).click();
    await page.getByLabel('Words to look for').fill('titanium');
    await page.getByLabel('Standing').selectOption('disputed');
    await page.getByRole('button', { name: 'Show' }).click();
    const title = await page.locator('.card h3').first().innerText();
    await page.locator('.card h3 a').first().click();
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await page.locator('.note .standing').first().innerText()).toBe('Figures or accounts differ');
    await page.close();
  });

  it('reaches every event of the timeline with Tab, and shows its name', async () => {
    const page = await open('/timeline?topic=ratification', { javaScriptEnabled: false });
    const marks = await page.locator('svg.timeline a').count();
    expect(marks).toBeGreaterThan(10);
    await page.locator('.picture').focus();
    for (let step = 0; step < marks; step += 1) await page.keyboard.press('Tab');
    const last = page.locator('svg.timeline a').last();
    expect(await last.evaluate((mark) => mark === mark.ownerDocument.activeElement)).toBe(true);
    expect(await last.locator('.name').isVisible()).toBe(true);
    await page.close();
  });
});

describe('without a mouse', () => {
  it('skips to the content, asks and walks the timeline with arrow keys', async () => {
    const page = await open('/');
    const focused = () =>
      page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? document.activeElement.id');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('content');
    await page.keyboard.press('Tab');
    await page.keyboard.type('is the deal ratified');
    await page.keyboard.press('Enter');
    await page.waitForURL(/question=/);
    expect(await page.locator('.reply').innerText()).toContain('8 May 2025');

    await page.goto(new URL('/timeline', desk.url).href);
    await page.locator('.picture').focus();
    await page.keyboard.press('Tab');
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    await page.keyboard.press('ArrowDown');
    const below = await focused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    expect(await focused()).toBe(first);
    expect(new Set([first, second, below]).size).toBe(3);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("svg") === null')).toBe(true);
    await page.close();
  });
});

describe('with script', () => {
  it('finds facts while somebody types, and keeps the address', async () => {
    const page = await open('/facts');
    await page.getByLabel('Words to look for').pressSequentially('titan');
    await page.waitForURL(/text=titan/);
    await page.getByLabel('Kind').selectOption('event');
    await page.waitForURL(/kind=event/);
    const count = await page.locator('.count').innerText();
    await page.reload();
    expect(await page.locator('.count').innerText()).toBe(count);
    expect(await page.getByLabel('Words to look for').inputValue()).toBe('titan');
    await page.close();
  });

  it('proposes questions that go with what is typed', async () => {
    const page = await open('/');
    await page.locator('#question').pressSequentially('when did the fund');
    const proposed = () =>
      page
        .locator('#question-proposals option')
        .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    await expect.poll(async () => (await proposed()).every((one) => /fund/i.test(one))).toBe(true);
    expect((await proposed()).length).toBeGreaterThan(3);
    await page.close();
  });
});
