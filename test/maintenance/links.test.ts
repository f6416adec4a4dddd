import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { checkLinks } from '../../src/maintenance/links/check-links.ts';
import type { Verdict } from '../../src/maintenance/links/check-page.ts';
import { openLinkState } from '../../src/maintenance/links/link-state.ts';
import { createProgram } from '../../src/maintenance/program.ts';
import { type CorpusCopy, copyBridge } from '../support/corpus-copy.ts';
import { answering, type LoopbackWeb, startLoopbackWeb } from '../support/loopback-web.ts';

let web: LoopbackWeb;
afterEach(() => web.close());

const check = (urls: readonly string[], onChecked?: (url: string, verdict: Verdict) => void) =>
  checkLinks(urls, {
    fetch: web.fetch,
    timeoutMs: 300,
    pauseMs: 10,
    ...(onChecked === undefined ? {} : { onChecked }),
  });
const verdictOf = async (url: string) => (await check([url])).verdicts.get(url);

describe('the check of links', () => {
  it('asks for no more than the head of a page that is there', async () => {
    web = await startLoopbackWeb({ 'a.example/page': answering(200) });
    expect(await verdictOf('https://a.example/page')).toEqual({ outcome: 'fine' });
    expect(web.requests).toEqual(['HEAD a.example/page']);
  });

  it('asks for the page when a server does not know its head', async () => {
    web = await startLoopbackWeb({
      'a.example/page': (request, response) =>
        response.writeHead(request.method === 'HEAD' ? 404 : 200).end(),
    });
    expect(await verdictOf('https://a.example/page')).toEqual({ outcome: 'fine' });
  });

  it.each([404, 410])('calls a page with status %i dead', async (status) => {
    web = await startLoopbackWeb({ 'a.example/page': answering(status) });
    expect(await verdictOf('https://a.example/page')).toEqual({
      outcome: 'dead',
      reason: `status ${status}`,
    });
  });

  it.each([401, 403, 429, 500, 503])('can not tell from status %i', async (status) => {
    web = await startLoopbackWeb({ 'a.example/page': answering(status) });
    expect(await verdictOf('https://a.example/page')).toEqual({
      outcome: 'unsure',
      reason: `status ${status}`,
    });
  });

  it.each([301, 308])('tells where a page has moved for good with status %i', async (status) => {
    web = await startLoopbackWeb({
      'a.example/old': answering(status, { location: '/new' }),
      'a.example/new': answering(status, { location: 'https://b.example/newest' }),
      'b.example/newest': answering(200),
    });
    expect(await verdictOf('https://a.example/old')).toEqual({
      outcome: 'moved',
      to: 'https://b.example/newest',
    });
  });

  it.each([302, 303, 307])('follows a detour with status %i without calling it a move', async (status) => {
    web = await startLoopbackWeb({
      'a.example/page': answering(status, { location: '/today' }),
      'a.example/today': answering(200),
    });
    expect(await verdictOf('https://a.example/page')).toEqual({ outcome: 'fine' });
  });

  it('calls a page dead that has moved to where nothing is', async () => {
    web = await startLoopbackWeb({ 'a.example/old': answering(301, { location: '/gone' }) });
    expect(await verdictOf('https://a.example/old')).toEqual({ outcome: 'dead', reason: 'status 404' });
  });

  it('can not tell from redirects in a circle, to nowhere or to another protocol', async () => {
    web = await startLoopbackWeb({
      'a.example/circle': answering(302, { location: '/circle' }),
      'a.example/nowhere': answering(301),
      'a.example/file': answering(301, { location: 'file:///etc/hosts' }),
    });
    const pages = ['circle', 'nowhere', 'file'].map((page) => `https://a.example/${page}`);
    const { verdicts } = await check(pages);
    expect(pages.map((page) => verdicts.get(page))).toEqual([
      { outcome: 'unsure', reason: 'too many redirects' },
      { outcome: 'unsure', reason: 'status 301' },
      { outcome: 'unsure', reason: 'status 301' },
    ]);
  });

  it('can not tell when no answer comes in time, or the connection breaks', async () => {
    web = await startLoopbackWeb({
      'a.example/silent': () => {},
      'b.example/broken': (_request, response) => response.destroy(),
    });
    const { verdicts } = await check(['https://a.example/silent', 'https://b.example/broken']);
    expect([...verdicts.values()]).toEqual(
      expect.arrayContaining([
        { outcome: 'unsure', reason: 'no answer in time' },
        { outcome: 'unsure', reason: 'UND_ERR_SOCKET' },
      ]),
    );
  });

  it('calls a page dead when its host is gone and others answer', async () => {
    web = await startLoopbackWeb({ 'a.example/page': answering(200) }, { unknownHosts: ['gone.example'] });
    const { verdicts, hasNetwork } = await check(['https://gone.example/', 'https://a.example/page']);
    expect(hasNetwork).toBe(true);
    expect(verdicts.get('https://gone.example/')).toEqual({
      outcome: 'dead',
      reason: 'its host is not known any more',
    });
  });

  it('judges nothing without a network, and gives up early', async () => {
    web = await startLoopbackWeb({}, { unknownHosts: 'all' });
    const urls = Array.from({ length: 40 }, (_, number) => `https://host-${number}.example/`);
    const judged: string[] = [];
    const report = await check(urls, (url) => judged.push(url));
    expect(report.hasNetwork).toBe(false);
    expect([...report.verdicts, ...judged]).toEqual([]);
  });

  it('asks one host for one page at a time, with a pause between', async () => {
    let now = 0;
    let most = 0;
    const slow: Parameters<typeof startLoopbackWeb>[0][string] = (_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        response.writeHead(200).end();
      });
    };
    const names = ['1', '2', '3', '4'];
    web = await startLoopbackWeb(Object.fromEntries(names.map((name) => [`a.example/${name}`, slow])));
    // As they leave: how soon a server sees them is up to the machine.
    const starts: number[] = [];
    const fetch: typeof web.fetch = (...request) => {
      starts.push(performance.now());
      return web.fetch(...request);
    };
    await checkLinks(
      names.map((name) => `https://a.example/${name}`),
      { fetch, pauseMs: 40 },
    );
    const pauses = starts.slice(1).map((time, index) => time - (starts[index] ?? 0));
    expect(starts).toHaveLength(4);
    expect(most).toBe(1);
    expect(Math.min(...pauses)).toBeGreaterThan(30);
  });

  it('leaves a host alone that asks for fewer requests', async () => {
    web = await startLoopbackWeb({ 'a.example/1': answering(429), 'b.example/1': answering(200) });
    const { verdicts } = await check(['https://a.example/1', 'https://a.example/2', 'https://b.example/1']);
    expect(web.requests.filter((request) => request.includes('a.example'))).toEqual(['HEAD a.example/1']);
    expect(verdicts.get('https://a.example/2')).toEqual({
      outcome: 'unsure',
      reason: 'its host asked for fewer requests',
    });
  });
});

describe('the task links', () => {
  async function run(corpus: CorpusCopy, ...args: readonly string[]) {
    const printed: string[] = [];
    let code = 0;
    const { stdin: input, stdout: output, stderr: errorOutput } = process;
    const program = createProgram({
      ...{ directory: corpus.directory, environment: {}, input, output, errorOutput, fetch: web.fetch },
      print: (text) => printed.push(text),
      exitWith: (given) => {
        code = given;
      },
    });
    const state = ['--state', join(corpus.root, 'links.jsonl'), '--pause', '0'];
    await program.parseAsync(['links', ...state, ...args], { from: 'user' });
    return { code, text: printed.join('\n') };
  }

  it('names dead and moved pages with their places, and asks again only for what is open', async () => {
    const corpus = await copyBridge();
    web = await startLoopbackWeb({
      'example.org/bridge-opens': answering(301, { location: '/opened' }),
      'example.org/opened': answering(200),
      'example.org/costs': answering(410),
    });
    const first = await run(corpus);
    expect(first.code).toBe(1);
    const place = (line: number) => `${corpus.directory}/bridge.yaml:${line}:10`;
    expect(first.text).toBe(
      [
        `${place(12)} https://example.org/costs is dead: status 410`,
        '  -> find its new address or a copy in an archive, or cite another source',
        `${place(7)} https://example.org/bridge-opens has moved`,
        '  -> write https://example.org/opened',
        '2 addresses: 0 fine, 1 dead, 1 moved, 0 could not be told.',
      ].join('\n'),
    );
    const asked = web.requests.length;
    const second = await run(corpus);
    expect(web.requests.length).toBe(asked);
    expect(second.text).toMatch(/^2 verdicts are kept from before \(.*\)\.\n/);
    expect(second.text.endsWith(first.text)).toBe(true);
    await run(corpus, '--days', '0');
    expect(web.requests.length).toBe(2 * asked);
  });

  it('finds nothing amiss when pages are there or can not be told', async () => {
    const corpus = await copyBridge();
    web = await startLoopbackWeb({
      'example.org/bridge-opens': answering(200),
      'example.org/costs': answering(403),
    });
    const { code, text } = await run(corpus);
    expect(code).toBe(0);
    expect(text).toContain('could not be told: status 403\n  -> nothing to mend');
    expect(text).toContain('2 addresses: 1 fine, 0 dead, 0 moved, 1 could not be told.');
  });
});

describe('the verdicts that are kept', () => {
  const days = { today: '2025-05-08', since: '2025-05-02' };
  const newFile = async () => join(await mkdtemp(join(tmpdir(), 'links-')), 'below', 'links.jsonl');

  it('let an interrupted run go on, and ask again for what could not be told', async () => {
    web = await startLoopbackWeb({ 'a.example/1': answering(200), 'b.example/1': answering(403) });
    const path = await newFile();
    const urls = ['https://a.example/1', 'https://b.example/1', 'https://c.example/1'];
    const { keep } = openLinkState(path, days);
    await check(urls, keep);
    await appendFile(path, '{"url":"https://d.exam');
    const { recall } = openLinkState(path, days);
    expect(urls.map((url) => recall(url)?.outcome)).toEqual(['fine', undefined, 'dead']);
  });

  it('are too old after a while', async () => {
    web = await startLoopbackWeb({});
    const path = await newFile();
    openLinkState(path, { ...days, today: '2025-05-01' }).keep('https://a.example/1', { outcome: 'fine' });
    expect(openLinkState(path, days).recall('https://a.example/1')).toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe('');
  });

  it('need a file that can be written', async () => {
    web = await startLoopbackWeb({});
    expect(() => openLinkState('/dev/null/links.jsonl', days)).toThrow(UserError);
  });
});
