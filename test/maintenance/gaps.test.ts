import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../src/desk/days.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';
import { writeStub } from '../../src/maintenance/gaps/stub.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Outcome } from '../../src/storage/storage.ts';

let folder: string;
let directory: string;
let database: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaps-'));
  directory = join(folder, 'data');
  database = join(folder, 'desk.db');
  await cp('test/fixtures/bridge', directory, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function note(text: string, places: readonly string[], outcome: Outcome = 'unanswered'): Promise<void> {
  const storage = await openSqlite(database);
  await storage.notes.record(
    places.map((place) => ({ type: 'question' as const, text, outcome, place, day: today() })),
  );
  await storage.close();
}

async function corpus(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--import', './src/node-guard.js', 'src/maintenance/main.ts', ...args],
    {
      env: { ...process.env, CORPUS_DIR: directory, DATABASE_FILE: database },
    },
  );
  const [output, errors] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'close'),
  ]);
  return { output, errors, code: child.exitCode };
}

describe('npm run corpus -- gaps', () => {
  it('says that there are none', async () => {
    expect(await corpus('gaps')).toMatchObject({
      output: 'No gap: no question is waiting for a fact.\n',
      code: 0,
    });
  });

  it('lists gaps by places, grouped, with the nearest facts, without what is answered by now', async () => {
    await note('who paints the bridge', ['a']);
    await note('who sells umbrellas at the market', ['a', 'b']);
    await note('umbrellas at the market', ['c']);
    await note('when did the bridge open', ['a', 'b', 'c']);
    await note('do i have to pay a toll', ['a'], 'contested');
    const { output } = await corpus('gaps');
    expect(output.replaceAll(today(), 'today')).toMatchInlineSnapshot(`
      "2  who sells umbrellas at the market
         asked 3 times at 3 places on today; no answer
         also: “umbrellas at the market”
         near: mayor-cost-claim, toll-dropped, bridge-opened

      1  who paints the bridge
         asked 1 time at 1 place on today; no answer
         near: bridge-opened, toll-dropped, audit-cost

      5  do i have to pay a toll
         asked 1 time at 1 place on today; somebody called the answer wrong
         near: toll-dropped, toll-planned

      1 noted question the corpus answers well by now.
      npm run corpus -- gaps stub <number> [topic] begins a fact; gaps dismiss <number> leaves one out.
      "
    `);
  });

  it('begins a fact in the nearest file, which loads as before, and lists the gap no more', async () => {
    await note('who paints the bridge', ['a']);
    const file = join(directory, 'bridge.yaml');
    const before = await readFile(file, 'utf8');
    const { output, code } = await corpus('gaps', 'stub', '1');
    expect([output, code]).toEqual([
      `Wrote a stub at the end of ${file}; it is a comment until you fill it in. Gap 1 is handled.\n`,
      0,
    ]);
    const after = await readFile(file, 'utf8');
    const withoutStub = after.replace(/^ {2}#.*\n/gm, '');
    expect(withoutStub.match(/\S.*/g)).toEqual(before.match(/\S.*/g));
    expect(after).toContain('  # - id: who-paints-the-bridge\n');
    expect(after).toContain('  #     - who paints the bridge\n');
    expect((await loadCorpus(directory)).facts.size).toBeGreaterThan(3);
    expect((await corpus('gaps')).output).toMatch(/^No gap/);
  });

  it('leaves out what is dismissed', async () => {
    await note('asdf qwer', ['a']);
    expect((await corpus('gaps', 'dismiss', '1')).output).toMatch(/^Gap 1 is handled; it comes back/);
    expect((await corpus('gaps')).output).toMatch(/^No gap/);
  });

  it.each([
    [['stub', '7'], 'There is no gap 7.\nnpm run corpus -- gaps lists them.\n'],
    [['stub', '1', 'castle'], /^There is no topic "castle"\.\nName one: .* of bridge\.\n$/],
    [['stub', 'one'], /Usage: /],
  ])('explains a mistake: %j', async (args, expected) => {
    await note('who paints the bridge', ['a']);
    const { errors, code } = await corpus('gaps', ...args);
    expect(errors).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    expect(code).toBe(2);
  });
});

describe('npm run corpus -- feedback', () => {
  it('says that there is none', async () => {
    expect((await corpus('feedback')).output).toBe('Nobody has said anything of an answer yet.\n');
  });

  it('lists by fact what was called wrong, with the notes, before what was useful', async () => {
    const storage = await openSqlite(database);
    const said = { note: undefined, questionHash: undefined, place: 'a', day: '2026-11-25' };
    await storage.remarks.add({ ...said, verdict: 'useful', factIds: ['toll-dropped', 'bridge-opened'] });
    await storage.remarks.add({ ...said, verdict: 'useful', factIds: ['bridge-opened'] });
    await storage.remarks.add({
      ...said,
      verdict: 'wrong',
      factIds: ['bridge-opened'],
      note: 'It was 2 June.',
    });
    await storage.remarks.add({ ...said, verdict: 'wrong', factIds: ['gone'] });
    await storage.close();
    expect((await corpus('feedback')).output).toBe(`bridge-opened  The bridge opened to traffic
  wrong 1 · useful 1
  2026-11-25: “It was 2 June.”

gone  is no longer in the corpus
  wrong 1 · useful 0

toll-dropped  The bridge is free of charge
  wrong 0 · useful 1
`);
  });
});

describe('a stub', () => {
  const stub = { id: 'new', questions: ['why: "so" # far', 'чому'], reason: 'Asked once.' };
  const write = async (text: string) => {
    const file = join(folder, 'subject.yaml');
    await writeFile(file, text);
    return { isWritten: await writeStub(file, stub), text: await readFile(file, 'utf8') };
  };

  it('makes a fact when its marks are taken away', async () => {
    const { text } = await write('facts:\n  - id: old # mine\n');
    const filled = text.replaceAll(/^ {2}# (?=[- ])/gm, '  ');
    expect(filled).toBe(`facts:
  - id: old # mine

  # Asked once. To fill in, take away the "# " of these lines:
  - id: new
    kind: event
    title:
    statement:
    asOf:
    questions:
      - 'why: "so" # far'
    uk:
      questions:
        - чому
    citations:
      - source:
`);
  });

  it('stands with the facts when something follows them', async () => {
    const before = 'title: "T"   # odd\nfacts:\n  - {id: old}\n\nsources:\n    - id: s\n';
    const { text, isWritten } = await write(before);
    expect(isWritten).toBe(true);
    expect(text.startsWith('title: "T"   # odd\nfacts:\n  - {id: old}\n\n  # Asked once.')).toBe(true);
    expect(text.endsWith('\n\nsources:\n    - id: s\n')).toBe(true);
  });

  it.each(['facts: []\n', 'sources: []\n', 'facts: [\n', ''])(
    'is not written where there is no list to continue: %j',
    async (before) => {
      expect(await write(before)).toEqual({ isWritten: false, text: before });
    },
  );
});
