import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenedBot, openBot } from '../../src/bot-setup.ts';
import { openLiveKnowledge } from '../../src/live/live-knowledge.ts';
import { collectLog } from '../support/log.ts';

/** Edits are served within a second; a busy machine may take longer. */
const within = { timeout: 10_000, interval: 10 };

let folder: string;
let directory: string;
let file: string;
let original: string;
let messages: string[];
let bot: OpenedBot;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-'));
  directory = join(folder, 'data');
  file = join(directory, 'bridge.yaml');
  await cp('test/fixtures/bridge', directory, { recursive: true });
  original = await readFile(file, 'utf8');
  messages = [];
  bot = await openBot({ CORPUS_DIR: directory }, { isLive: true, log: collectLog(messages) });
});

afterEach(async () => {
  await bot.close();
  await rm(folder, { recursive: true });
});

const withYear = (year: number) => original.replace('1 June 2020.', `1 June ${year}.`);

/** What the bot says of the day on which the bridge opened. */
async function statement(): Promise<string | undefined> {
  const reply = await bot.dispatch({
    command: 'fact',
    arguments: { fact: 'bridge-opened' },
    place: { platform: 'test' },
    language: 'en',
  });
  return reply.answer?.facts[0]?.statement;
}

const says = (text: string) => vi.waitFor(async () => expect(await statement()).toContain(text), within);

describe('an edit of the corpus', () => {
  it('changes the answer to a question that was asked before', async () => {
    const ask = async () => {
      const question = 'When did the bridge open?';
      const reply = await bot.dispatch({
        command: 'ask',
        arguments: { question },
        place: { platform: 'test' },
        language: 'en',
      });
      return reply.answer?.facts[0]?.statement;
    };
    expect(await ask()).toContain('2020');
    await writeFile(file, withYear(2024));
    await vi.waitFor(async () => expect(await ask()).toContain('2024'), within);
  });

  it('is served when it is saved, and said', async () => {
    const before = bot.corpus.status();
    await writeFile(file, withYear(2021));
    await says('1 June 2021');
    const { version, loadedAt, facts, problems } = bot.corpus.status();
    expect(version).not.toBe(before.version);
    expect(loadedAt.getTime()).toBeGreaterThan(before.loadedAt.getTime());
    expect([facts, problems]).toEqual([before.facts, []]);
    expect(messages).toEqual([`The corpus was loaded: ${facts} facts, version ${version}.`]);
  });

  it('that is broken is told with its place, and the last good corpus goes on being served', async () => {
    const { version } = bot.corpus.status();
    await writeFile(file, original.replace('kind: event', 'kind: evnt'));
    await vi.waitFor(() => expect(messages).toHaveLength(1), within);
    const line = original.split('\n').findIndex((one) => one.includes('kind: event')) + 1;
    const lines = messages[0]?.split('\n') ?? [];
    expect(lines[0]).toBe(`${file}:${line}:11 facts[0].kind ("evnt") is not right`);
    expect(lines.at(-1)).toMatch(
      new RegExp(`^The edit is not served; version ${version}, loaded at .*goes on`),
    );
    expect(bot.corpus.status()).toMatchObject({ version, problems: [expect.stringContaining('evnt')] });
    expect(await statement()).toContain('1 June 2020');

    await writeFile(file, withYear(2022));
    await says('1 June 2022');
    expect(bot.corpus.status().problems).toEqual([]);
  });

  it('that is taken back clears what was wrong with it', async () => {
    const { version } = bot.corpus.status();
    await writeFile(file, 'facts: [');
    await vi.waitFor(() => expect(bot.corpus.status().problems).not.toEqual([]), within);
    await writeFile(file, original);
    await vi.waitFor(() => expect(bot.corpus.status().problems).toEqual([]), within);
    expect(bot.corpus.status().version).toBe(version);
  });

  it('is the last of many that come fast', async () => {
    for (let year = 2000; year < 2050; year += 1) await writeFile(file, withYear(year));
    await says('1 June 2049');
    expect(messages.length).toBeLessThan(10);
  });

  it('may replace the file, as many editors do, again and again', async () => {
    for (const year of [2031, 2032, 2033]) {
      await writeFile(join(directory, '.bridge.yaml.swp'), withYear(year));
      await rename(join(directory, '.bridge.yaml.swp'), file);
      await says(`1 June ${year}`);
    }
  });

  it('may remove a file and bring it back', async () => {
    await rename(file, join(folder, 'away.yaml'));
    await vi.waitFor(() => expect(bot.corpus.status().problems[0]).toMatch(/holds no subject/), within);
    expect(await statement()).toContain('1 June 2020');
    await writeFile(file, withYear(2041));
    await says('1 June 2041');
  });

  it('may replace the whole folder, as git does', async () => {
    await rename(directory, join(folder, 'old'));
    await vi.waitFor(() => expect(bot.corpus.status().problems).not.toEqual([]), within);
    await cp(join(folder, 'old'), directory, { recursive: true });
    await vi.waitFor(() => expect(bot.corpus.status().problems).toEqual([]), within);
    await writeFile(file, withYear(2042));
    await says('1 June 2042');
  });

  it('reaches proposals and what the bot says it is about', async () => {
    await writeFile(join(directory, 'topic.yaml'), 'name: the Short Bridge\nscope: A bridge.\n');
    await vi.waitFor(() => expect(bot.subject).toBe('the Short Bridge'), within);
    await writeFile(
      file,
      original.replace('questions: [When', 'questions: [Whoever laughed at the ribbon?, When'),
    );
    const proposed = () => bot.suggest('ask', 'question', 'whoever', { most: 5, language: 'en' });
    await vi.waitFor(() => expect(proposed()[0]?.label).toBe('Whoever laughed at the ribbon?'), within);
  });

  it('is not served without being asked for', async () => {
    const still = await openBot({ CORPUS_DIR: directory });
    await writeFile(file, withYear(2021));
    await says('1 June 2021');
    expect(still.corpus.status().version).not.toBe(bot.corpus.status().version);
    await still.close();
  });
});

it('reaches npm run chat while somebody is in it', async () => {
  const child = spawn(process.execPath, ['--import', './src/node-guard.js', 'src/main.ts', 'chat'], {
    env: { ...process.env, CORPUS_DIR: directory },
  });
  const closed = once(child, 'close');
  const seen = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (data: Buffer) => {
      seen[name] += data.toString();
    });
  }
  const shows = (name: 'stdout' | 'stderr', text: string) =>
    vi.waitFor(() => expect(seen[name]).toContain(text), within);

  await shows('stdout', 'Ask about');
  await writeFile(file, original.replace('kind: event', 'kind: evnt'));
  await shows('stderr', 'facts[0].kind ("evnt") is not right');
  child.stdin.write('when did the bridge open\n');
  await shows('stdout', 'opened to traffic on 1 June 2020');
  await writeFile(file, withYear(2055));
  await shows('stderr', 'The corpus was loaded');
  child.stdin.write('when did the bridge open\n');
  await shows('stdout', 'opened to traffic on 1 June 2055');
  child.stdin.end('/quit\n');
  await closed;
  expect(child.exitCode).toBe(0);
});

describe('a reload', () => {
  it('is one for all who ask while another goes on, and reads what they wrote', async () => {
    const live = await openLiveKnowledge(directory);
    const seen: string[] = [];
    const unsubscribe = live.subscribe(({ version }) => seen.push(version));
    const first = live.reload();
    // In one step: read half-written, it would be a version of its own.
    await writeFile(`${file}.new`, withYear(2021));
    await rename(`${file}.new`, file);
    await Promise.all([first, ...Array.from({ length: 20 }, () => live.reload())]);
    expect(live.current().facts.get('bridge-opened')?.statement).toContain('2021');
    expect(seen).toHaveLength(1);
    unsubscribe();
    await writeFile(file, withYear(2022));
    await live.reload();
    expect(seen).toHaveLength(1);
  });

  it('leaves whoever is answering with the knowledge that they began with', async () => {
    const live = await openLiveKnowledge(directory);
    const before = live.current();
    await writeFile(file, withYear(2021));
    await live.reload();
    expect(before.facts.get('bridge-opened')?.statement).toContain('2020');
    expect(live.current().facts.get('bridge-opened')?.statement).toContain('2021');
  });
});
