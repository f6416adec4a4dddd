import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDesk, type RunningDesk } from '../../support/web/desk.ts';

let folder: string;
let desk: RunningDesk;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  await cp('test/fixtures/bridge', folder, { recursive: true });
  desk = await openTestDesk(folder);
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

const get = async (path: string) => (await fetch(new URL(path, desk.url))).text();
const ask = (question: string) => get(`/?${new URLSearchParams({ question })}`);

describe('what people asked and said', () => {
  it('shows questions that found no answer, with the nearest facts and what begins a fact', async () => {
    await ask('what colour are the railings of the bridge');
    const page = await get('/gaps');
    expect(page).toContain('what colour are the railings of the bridge');
    expect(page).toContain('1 time · 1 place');
    expect(page).toContain('no answer');
    expect(page).toMatch(/npm run corpus -- gaps stub \d+/);
    expect(await get('/gaps?lang=uk')).toContain('1 раз · 1 місце');
  });

  it('takes feedback on an answer, and shows it by fact', async () => {
    const answer = await ask('when did the bridge open');
    const [, about = ''] = /name="about" value="([^"]+)"/.exec(answer) ?? [];
    const send = (fields: Record<string, string>) =>
      fetch(new URL('/feedback', desk.url), {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'sec-fetch-site': 'same-origin' },
      }).then((response) => response.text());
    expect(await send({ about, verdict: 'wrong', note: 'It was <b>May</b>.' })).toContain('Thank you.');
    expect(await send({ about, verdict: 'useful', note: '' })).toContain('Thank you.');
    expect(await send({ about: '???', verdict: 'wrong' })).toContain('from another version of the page');
    const page = await get('/feedback');
    expect(page).toContain('wrong or outdated 1 · useful 1');
    expect(page).toContain('It was &lt;b&gt;May&lt;/b&gt;.');
    expect(page).toContain('href="/facts/bridge-opened"');
  });
});

describe('an edit of the corpus', () => {
  const file = () => join(folder, 'bridge.yaml');
  const shows = (path: string, text: string) =>
    vi.waitFor(async () => expect(await get(path)).toContain(text), { timeout: 10_000, interval: 20 });

  it('is on the pages when it is saved; a broken one is told with its place, and the sound one stays', async () => {
    const text = await readFile(file(), 'utf8');
    const tag = (await fetch(new URL('/facts', desk.url))).headers.get('etag') ?? '';
    await writeFile(file(), text.replace('1 June 2020.', '1 June 2021.'));
    await shows('/facts/bridge-opened', '1 June 2021');
    const fresh = await fetch(new URL('/facts', desk.url), { headers: { 'if-none-match': tag } });
    expect(fresh.status).toBe(200);

    await writeFile(file(), text.replace('kind: event', 'kind: rumour'));
    await shows('/facts/bridge-opened', 'An edit can’t be served');
    const status = await get('/status');
    expect(status).toMatch(/bridge\.yaml:\d+:\d+ .*kind/);
    expect(await get('/facts/bridge-opened')).toContain('1 June 2021');

    await writeFile(file(), text);
    await shows('/status', 'All files are sound.');
    expect(await get('/facts/bridge-opened')).toContain('1 June 2020');
  });
});
