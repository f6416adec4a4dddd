import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/knowledge/read-corpus.ts';
import { findStale } from '../../src/maintenance/stale-facts.ts';
import { renderTable } from '../../src/maintenance/table.ts';
import { tasks } from '../../src/maintenance/tasks/index.ts';
import { type CorpusCopy, copyBridge } from '../support/corpus-copy.ts';

const execute = promisify(execFile);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run corpus` with arguments, on a corpus. */
async function run(corpus: Pick<CorpusCopy, 'directory'>, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, CORPUS_DIR: corpus.directory, NO_COLOR: '1' };
  const command = ['src/maintenance/main.ts', ...args];
  try {
    return { code: 0, ...(await execute('node_modules/.bin/node', command, { env })) };
  } catch (error) {
    return error as Outcome;
  }
}

const fixture = { directory: 'test/fixtures/bridge' };

describe('the command line of the corpus', () => {
  it('lists every task when it is given none, and for help', async () => {
    const [bare, help] = await Promise.all([run(fixture), run(fixture, '--help')]);
    expect([bare.code, help.code]).toEqual([2, 0]);
    expect(bare.stderr).toBe(help.stdout);
    expect(help.stdout.match(/^ {2}[a-z]+/gm)?.map((one) => one.trim())).toEqual(
      expect.arrayContaining(['check', 'add', 'why', 'diff', 'links', 'stale', 'schema']),
    );
    expect(tasks.length).toBeGreaterThan(6);
  });

  it.each([
    [['chek'], "unknown command 'chek'\n(Did you mean check?)"],
    [['why'], "missing required argument 'question'"],
    [['check', 'this'], "too many arguments for 'check'"],
    [['links', '--days', 'few'], 'It has to be a whole number.'],
    [
      ['why', 'is it free', '--after', 'toll'],
      'There is no fact "toll" that could have led the answer before.',
    ],
  ])('explains %j', async (args, message) => {
    const { code, stderr } = await run(fixture, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('why', () => {
  it('shows how a question was read, ranked and judged', async () => {
    const { code, stdout } = await run(fixture, 'why', 'when did the bridge opne?');
    expect(code).toBe(0);
    for (const part of [
      /is answered \(confidence [01]\.\d\d\) with\n {2}lead +bridge-opened/,
      /kind: time/,
      /corrected: "opne" was taken for "open"/,
      /words +term +weight/,
      /#1 +0\.\d{3} +bridge-opened +The bridge opened to traffic/,
      /phrase +0\.\d{3} +\d\.\d\d → \d\.\d{3}/,
      /signal +value +weight +product/,
      /The threshold is 0\.\d+: it is sure enough\./,
    ]) {
      expect(stdout).toMatch(part);
    }
  });

  it('shows which part of a long text was taken for the question', async () => {
    const { stdout } = await run(
      fixture,
      'why',
      'my uncle lives beyond the hills and grows apples, when did the bridge open?',
    );
    expect(stdout).toContain('taken for the question: "when did the bridge open"');
    expect(stdout).toMatch(/× 0\.\d\d, as it is a part of what was asked/);
  });

  it('shows what a question leans on after an answer', async () => {
    const { stdout } = await run(fixture, 'why', 'is that what it cost?', '--after', 'mayor-cost-claim');
    expect(stdout).toMatch(/cost +cost .*[\s\S]*the mayor +stone .*said before/);
  });

  it('says why a question is refused', async () => {
    const { stdout } = await run(fixture, 'why', 'zebra');
    expect(stdout).toContain('is not answered (confidence 0.00, no match).');
    expect(stdout).toContain('No fact shares a word with the question.');
  });
});

describe('stale', () => {
  it('lists facts past their review date, those that wait longest first', async () => {
    const { code, stdout } = await run(fixture, 'stale');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^fact +due since +where\nmayor-cost-claim +2021-08-01 +test\/fixtures\/bridge\/bridge\.yaml:\d+\ntoll-dropped +2022-05-01 +\S+:\d+\n/,
    );
  });

  it('puts the most used first, and leaves out what is not due', async () => {
    const { located } = await readCorpus(fixture.directory);
    const usage = (id: string) => (id === 'toll-dropped' ? 7 : 2);
    const due = (today: string) => findStale(located, { today, usage }).map(({ id, used }) => [id, used]);
    expect(due('2026-01-01')).toEqual([
      ['toll-dropped', 7],
      ['mayor-cost-claim', 2],
    ]);
    expect(due('2021-08-02')).toEqual([['mayor-cost-claim', 2]]);
    expect(due('2021-08-01')).toEqual([]);
  });
});

describe('links', () => {
  it('says so when there is no network, and judges nothing', async () => {
    const corpus = await copyBridge();
    // Names below .invalid have no address anywhere: RFC 2606.
    await corpus.edit('bridge.yaml', (text) =>
      text.replaceAll('https://example.org', 'https://example.invalid'),
    );
    const state = join(corpus.root, 'links.jsonl');
    const { code, stdout } = await run(corpus, 'links', '--state', state, '--pause', '0');
    expect(code).toBe(3);
    expect(stdout).toBe('No host can be reached: there seems to be no network. Nothing was judged.\n');
  });
});

describe('diff', () => {
  const golden = [
    '{ ask: is the bridge free, expect: [toll-dropped], because: plain }',
    '{ ask: who lit the bridge, expect: [lamps], because: new }',
    '{ ask: which toll was planned, expect: [toll-planned, toll-dropped], because: plain }',
  ];

  async function commitBridge(): Promise<CorpusCopy> {
    const corpus = await copyBridge();
    await writeFile(corpus.goldenPath, `questions:\n${golden.map((one) => `  - ${one}\n`).join('')}`);
    const git = (...args: readonly string[]) => execute('git', ['-C', corpus.root, ...args]);
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '.');
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    await git(...author, 'commit', '--quiet', '--message=before');
    return corpus;
  }

  it('says that nothing is different when nothing is', async () => {
    const { code, stdout } = await run(await commitBridge(), 'diff', 'main');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^What changed since main \([0-9a-f]{7,}\)\n\n5 facts, 3 golden questions asked of both\.\n\nNo fact and no golden/,
    );
  });

  it('says in plain words what a change adds, alters, withdraws and loses', async () => {
    const corpus = await commitBridge();
    await corpus.edit('bridge.yaml', (text) =>
      text
        .replace('$12 million.', '$13 million.')
        .replace('asOf: 2021-01\n', 'asOf: 2021-01-15\n')
        .replace('bridge opening day]', 'bridge opening day, opening of the bridge]')
        .replace(
          'citations: [{ source: town-herald }]',
          'citations: [{ source: town-herald }, { source: river-post }]',
        )
        .replace(/ {2}- id: toll-planned[\s\S]*?(?= {2}- id: toll-dropped)/, '')
        .replace(
          'withdrawn:\n',
          `  - id: lamps
    kind: event
    title: Lamps *everywhere* @all
    statement: Forty lamps <b>light</b> the bridge, wrote @everyone in issue #7.
    asOf: 2021-01
    addedOn: 2021-02-03
    questions: [who lit the bridge, when were the lamps put up, forty lamps]
    citations: [{ source: town-herald }]
withdrawn:
  - { id: toll-planned, title: A toll was planned, on: 2021-02-03, because: The almanac took it back. }
`,
        ),
    );
    const { code, stdout, stderr } = await run(corpus, 'diff', 'HEAD');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    for (const part of [
      'Facts added: 1\n--------------\n  lamps (event, Town Herald)\n      Forty lamps',
      '  mayor-cost-claim\n      statement: “Mayor Ada Stone said in 2020 that the Long Bridge had cost $12 million.” → “Mayor',
      'date: January 2021 → 15 January 2021\n      sources: + river-post',
      'questions: + “opening of the bridge”',
      'Facts withdrawn: 1\n------------------\n  toll-planned: A toll was planned\n      The almanac took it back.',
      'Golden answers gained: 1\n------------------------\n  “who lit the bridge”\n      no answer → lamps',
    ]) {
      expect(stdout).toContain(part);
    }
    const { stdout: markdown } = await run(corpus, 'diff', 'HEAD', '--md');
    expect(markdown).toContain(
      '### Facts added: 1\n\n- **lamps (event, Town Herald)**\n  - Forty lamps &lt;b',
    );
    expect(markdown).not.toMatch(/@everyone|#7|<b>/);
  });

  it('warns of facts that went without a word', async () => {
    const corpus = await commitBridge();
    await corpus.edit('bridge.yaml', (text) =>
      text
        .replace(/ {2}- id: toll-planned[\s\S]*?(?= {2}- id: toll-dropped)/, '')
        .replace(/ {2}- id: old-almanac[\s\S]*?(?=facts:)/, '')
        .replace(', { source: old-almanac }', ''),
    );
    const { stdout } = await run(corpus, 'diff', 'HEAD');
    expect(stdout).toContain('Facts removed without being listed under withdrawn: 1');
    expect(stdout).toContain('Golden answers lost: 1\n----------------------\n  “which toll was planned”');
  });

  it('explains a revision that there is not, one without a corpus, and a folder outside git', async () => {
    const corpus = await commitBridge();
    const unknown = await run(corpus, 'diff', '--', '--upload-pack=x');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('There is no revision "--upload'),
    ]);
    const elsewhere = await run({ directory: `${corpus.root}/test` }, 'diff', 'HEAD');
    expect(elsewhere.code).toBe(1);
    const outside = await copyBridge();
    const { code, stderr } = await run(outside, 'diff', 'HEAD');
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not in a git repository.')]);
  });

  it('names the places of mistakes in an older corpus by its revision', async () => {
    const corpus = await copyBridge();
    const sound = await corpus.read('bridge.yaml');
    await corpus.edit('bridge.yaml', (text) => text.replace('kind: event', 'kind: rumour'));
    const git = (...args: readonly string[]) => execute('git', ['-C', corpus.root, ...args]);
    await git('init', '--quiet');
    await git('add', '.');
    await git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message=x');
    await corpus.edit('bridge.yaml', () => sound);
    const { code, stderr } = await run(corpus, 'diff', 'HEAD');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The corpus as it was at HEAD can't be used:\n[0-9a-f]+\/bridge\.yaml:\d+:\d+ facts/,
    );
  });
});

describe('a table', () => {
  it('aligns its columns, also with letters of more than one unit', () => {
    const columns = [{ title: 'word' }, { title: 'n', align: 'right' as const }];
    expect(
      renderTable(columns, [
        ['міст', '1'],
        ['longer word', '10'],
      ]),
    ).toBe('word          n\nміст          1\nlonger word  10');
    expect(renderTable(columns, [])).toBe('');
  });
});
