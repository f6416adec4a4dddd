import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../src/maintenance/check.ts';
import { renderJsonSchemas } from '../../src/maintenance/json-schema.ts';

async function copyBridge(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  await cp('test/fixtures/bridge', join(folder, 'data'), { recursive: true });
  return join(folder, 'data');
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}

async function messagesAfter(change: (text: string) => string): Promise<string[]> {
  const data = await copyBridge();
  await edit(join(data, 'bridge.yaml'), change);
  const { problems } = await checkCorpus(data);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('the check of a corpus', () => {
  it('finds nothing wrong with a sound one', async () => {
    expect((await checkCorpus('test/fixtures/bridge')).problems).toEqual([]);
  });

  it('finds a question without an answer that a fact answers, or that stands there twice', async () => {
    const data = await copyBridge();
    await writeFile(
      join(data, 'unanswered.yaml'),
      'questions:\n  - who painted the bridge\n  - When did the bridge open\n  - Who painted the bridge?\n',
    );
    const { problems } = await checkCorpus(data);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 questions[1] is listed as unanswered, but "bridge-opened" is asked for with it',
      '4 questions[2] stands in the list twice',
    ]);
  });

  it.each([
    ['\tkind: event', 'indent with spaces, as the lines around it are'],
    ['  kind: event', 'indent this line as the lines that belong with it are'],
    ['    kind: "event', 'close what was opened above: a quotation mark or a bracket'],
    ['    kind: event\n    kind: event', 'keep one of the two lines with this key'],
    ['<<<<<<< main\n    kind: event', 'a mark of an unfinished merge goes'],
  ])('says of a slip in the YAML once, and where it is, how to mend it: %j', async (slip, advice) => {
    const data = await copyBridge();
    const file = join(data, 'bridge.yaml');
    await edit(file, (text) => text.replace('    kind: event', slip));
    const lines = (await readFile(file, 'utf8')).split('\n');
    const { problems } = await checkCorpus(data);
    const inFile = problems.filter((problem) => problem.file === file);
    expect(inFile).toEqual([expect.objectContaining({ advice: expect.stringContaining(advice) })]);
    const slipped = lines.lastIndexOf(slip.split('\n').at(slip.startsWith('<') ? 0 : -1) ?? '') + 1;
    expect(inFile[0]?.line).toBe(slipped);
  });

  it('finds a source that no fact cites', async () => {
    const messages = await messagesAfter((text) =>
      text.replace(
        'sources:\n',
        'sources:\n  - { id: idle, publisher: Idle, url: "https://example.org/idle" }\n',
      ),
    );
    expect(messages).toEqual(['4:11 sources[0] (idle) is a source that no fact cites']);
  });

  it('finds two statements that say nearly the same', async () => {
    const messages = await messagesAfter((text) =>
      text.replace(
        /statement: The town's auditors.*/,
        'statement: Mayor Ada Stone said during 2020 that the Long Bridge had cost $12 million.',
      ),
    );
    expect(messages).toEqual([
      expect.stringContaining('says nearly the same as "mayor-cost-claim"'),
      expect.stringContaining('is not in the statement of "audit-cost"'),
    ]);
  });

  it('finds a date that no source can bear out yet', async () => {
    const messages = await messagesAfter((text) => text.replace('asOf: 2020-06-01', 'asOf: 2020-07-01'));
    expect(messages).toEqual([
      '23:11 facts[0] (bridge-opened) has asOf 1 July 2020, later than its latest source (2 June 2020)',
    ]);
  });

  it('finds a question that two facts have', async () => {
    const messages = await messagesAfter((text) =>
      text.replace('was the toll dropped', 'bridge opening day?'),
    );
    expect(messages).toEqual([expect.stringContaining('asks what "bridge-opened" asks already')]);
  });

  it('finds two sources with one address', async () => {
    const messages = await messagesAfter((text) =>
      text.replace('https://example.org/costs', 'https://example.org/bridge-opens/'),
    );
    expect(messages).toEqual([expect.stringContaining('has the address of "river-post"')]);
  });

  it('finds an alias that stands for two terms', async () => {
    const data = await copyBridge();
    await edit(join(data, 'glossary.yaml'), (text) => text.replace('viaduct', 'the Mayor'));
    const { problems } = await checkCorpus(data);
    expect(problems.map(({ message }) => message)).toEqual([
      '"the Mayor" stands in the glossary twice: for "Stone" and for "bridge"',
    ]);
  });

  it('finds a golden question that no longer finds its fact, and one that names no fact', async () => {
    const data = await copyBridge();
    const test = join(data, '..', 'test');
    await mkdir(test);
    const golden = [
      '  - { ask: when did the bridge open, expect: [bridge-opened], because: plain }',
      '  - { ask: when did the bridge open, expect: unanswered, because: wrong }',
      '  - { ask: is the bridge free, expect: [no-such-fact], because: dangling }',
      '  - { ask: is the bridge free, expect: [toll-dropped], because: found after all, knownMiss: true }',
    ];
    await writeFile(join(test, 'questions.yaml'), `questions:\n${golden.join('\n')}\n`);
    const { problems } = await checkCorpus(data);
    const lines = problems.map(({ line, message }) => `${line} ${message}`);
    expect(lines).toEqual([
      expect.stringMatching(
        /^3 questions\[1\] "when did the bridge open" should get no answer, but gets bridge-opened/,
      ),
      expect.stringMatching(/^4 questions\[2\] "is the bridge free" should get "no-such-fact"/),
      expect.stringMatching(/^4 questions\[2\] expects a fact that does not exist: "no-such-fact"/),
      expect.stringMatching(/^5 questions\[3\] is marked knownMiss, but gets what it expects/),
    ]);
  });
});

describe('the JSON Schemas for editors', () => {
  it('are those that the schemas give: run "npm run corpus -- schema" after a change', () => {
    for (const [name, text] of renderJsonSchemas()) {
      expect(readFileSync(`data/schema/${name}`, 'utf8')).toBe(text);
    }
  });
});
