import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { UserError } from '../../src/errors.ts';
import { addFact } from '../../src/maintenance/add/add-fact.ts';
import { emptyDraft, readDraft } from '../../src/maintenance/add/draft.ts';
import { createLineAsker } from '../../src/maintenance/add/line-asker.ts';
import { proposeId } from '../../src/maintenance/add/propose-id.ts';
import { createTerminalAsker } from '../../src/maintenance/add/terminal-asker.ts';
import { checkCorpus } from '../../src/maintenance/check.ts';
import { type CorpusCopy, copyBridge } from '../support/corpus-copy.ts';

const url = 'https://example.org/lamps';
const source = { publisher: 'Daily Tower', title: 'Lights on', publishedOn: '2021-05-02' };
const fact = {
  kind: 'event',
  title: 'Lamps were put up',
  statement: 'The town put up forty lamps along the Long Bridge in April 2021.',
  asOf: '2021-04',
  questions: ['when were the lamps put up', 'who lit the bridge at night', 'forty lamps'],
  tags: ['lights'],
};
const answers = [
  ...['Daily Tower', 'Lights on', '2021-05-02', '', '', '', 'bridge', 'event', fact.title],
  ...[fact.statement, '2021-04', ...fact.questions, '', 'lights', '', 'y'],
];

/** Adds with answers from a pipe; gives back what was said. */
async function addFrom(corpus: CorpusCopy, lines: readonly string[], draft?: object, address = url) {
  const from = join(corpus.root, 'from.yaml');
  if (draft !== undefined) await writeFile(from, stringify(draft));
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const said: string[] = [];
  const done = await addFact({
    directory: corpus.directory,
    url: address,
    draft: draft === undefined ? emptyDraft() : await readDraft(from),
    asker: createLineAsker(input, (text) => said.push(text)),
    isSure: false,
    draftPath: join(corpus.root, 'draft.yaml'),
  });
  return [...said, done].join('\n');
}

/** What went wrong, when nothing was written. */
async function refusalOf(
  corpus: CorpusCopy,
  lines: readonly string[],
  draft?: object,
  address?: string,
): Promise<UserError> {
  const before = await corpus.read('bridge.yaml');
  const error = await addFrom(corpus, lines, draft, address).catch((reason: unknown) => reason);
  expect(await corpus.read('bridge.yaml')).toBe(before);
  if (!(error instanceof UserError)) throw error;
  return error;
}

describe('adding a fact', () => {
  it('writes source and fact in the form of the corpus, after a preview', async () => {
    const corpus = await copyBridge();
    const before = await corpus.read('bridge.yaml');
    const said = await addFrom(corpus, answers);
    expect(said).toContain('[1] Daily Tower, “Lights on”, 2 May 2021');
    expect(said).toContain('All of its 3 questions find it.');
    const after = await corpus.read('bridge.yaml');
    const today = Temporal.Now.plainDateISO().toString();
    expect(parse(after).sources.at(-1)).toEqual({ id: 'daily-tower-lights', url, language: 'en', ...source });
    expect(parse(after).facts.at(-1)).toEqual({
      id: 'lamps-put-up',
      addedOn: today,
      citations: [{ source: 'daily-tower-lights' }],
      ...fact,
    });
    const kept = before.split('\n').filter((line) => after.split('\n').includes(line));
    expect(kept).toEqual(before.split('\n'));
    expect((await checkCorpus(corpus.directory)).problems).toEqual([]);
  });

  it('cites a page again that is known', async () => {
    const corpus = await copyBridge();
    const known = 'https://www.example.org/costs/?utm_source=mail';
    const said = await addFrom(corpus, answers.slice(6).with(4, '2021-01'), undefined, known);
    expect(said).toContain('This page is known: Town Herald (town-herald). It is cited again.');
    const { sources, facts } = parse(await corpus.read('bridge.yaml'));
    expect(sources).toHaveLength(3);
    expect(facts.at(-1).citations).toEqual([{ source: 'town-herald' }]);
  });

  it('asks only for what a draft leaves open', async () => {
    const corpus = await copyBridge();
    const { questions, ...rest } = fact;
    const draft = { topic: 'bridge', source: { ...source, language: 'en' }, fact: { ...rest, id: 'lamps' } };
    await addFrom(corpus, ['', '', ...questions, '', 'y'], draft);
    expect(parse(await corpus.read('bridge.yaml')).facts.at(-1)).toMatchObject({ id: 'lamps', questions });
  });

  it.each([
    ['Published on', answers.with(2, 'yesterday'), /must be a day/],
    ['Topic', answers.with(6, 'castle'), /has to be one of bridge/],
    ['Title of the fact', answers.with(8, 'x'.repeat(81)), /81|80/],
    [
      'Questions',
      answers.with(11, 'Is the bridge FREE'),
      /"toll-dropped" is asked for with "Is the bridge FREE"/,
    ],
    ['Questions', answers.toSpliced(11, 1), /at least 3 are needed/],
    ['Id of the fact', answers.with(16, 'bridge-is-longest'), /it is taken/],
    ['Speaker', answers.with(7, 'claim').toSpliced(11, 0, ''), /it is needed/],
  ])('says what is wrong with the answer to %s', async (name, lines, message) => {
    const corpus = await copyBridge();
    const error = await refusalOf(corpus, lines);
    expect(error.message).toContain(`${name}: `);
    expect(error.message).toMatch(message);
  });

  it('keeps the answers when something goes wrong, and goes on from them', async () => {
    const corpus = await copyBridge();
    const error = await refusalOf(corpus, answers.slice(0, 9));
    const draftPath = join(corpus.root, 'draft.yaml');
    expect(error.message).toBe('There is no answer to "Statement".');
    expect(error.nextStep).toContain(`npm run corpus -- add "${url}" --from ${draftPath}`);
    await addFrom(corpus, ['', ...answers.slice(9)], parse(await readFile(draftPath, 'utf8')));
    expect(parse(await corpus.read('bridge.yaml')).facts.at(-1)).toMatchObject(fact);
  });

  it('writes nothing that the check refuses', async () => {
    const corpus = await copyBridge();
    const late = await refusalOf(corpus, answers.with(10, '2021-06'));
    expect(late.message).toMatch(
      /would not pass its check:\n.*bridge\.yaml:\d+:\d+ facts\[5\] \(lamps-put-up\) has asOf June 2021, later/,
    );
    const golden = '- { ask: who lit the bridge, expect: unanswered, because: no fact on it }';
    await writeFile(corpus.goldenPath, `questions:\n  ${golden}\n`);
    const lost = await refusalOf(corpus, answers);
    expect(lost.message).toContain('"who lit the bridge" should get no answer, but gets lamps-put-up');
  });

  it('asks for nothing while the corpus has problems', async () => {
    const corpus = await copyBridge();
    await corpus.edit('bridge.yaml', (text) => text.replace('asOf: 2020-06-01', 'asOf: 2020-07-01'));
    const error = await refusalOf(corpus, []);
    expect(error.message).toContain('The corpus has 1 problem');
  });

  it('writes nothing that was not confirmed, and nothing over an edit of somebody else', async () => {
    const corpus = await copyBridge();
    expect((await refusalOf(corpus, answers.with(-1, 'n'))).message).toBe('Nothing was written.');
    const input = new PassThrough();
    input.write(answers.slice(0, -1).join('\n').concat('\n'));
    const adding = addFact({
      directory: corpus.directory,
      url,
      draft: emptyDraft(),
      asker: createLineAsker(input, (text) => {
        if (!text.includes('questions find it')) return;
        void corpus.edit('bridge.yaml', (before) => `${before}# mine\n`).then(() => input.end('y\n'));
      }),
      isSure: false,
      draftPath: join(corpus.root, 'draft.yaml'),
    });
    await expect(adding).rejects.toThrow('was changed meanwhile');
    expect(await corpus.read('bridge.yaml')).toMatch(/# mine\n$/);
  });

  it.each(['http://example.org/', 'not a page', 'https://localhost/x'])(
    'refuses the address %s',
    async (bad) => {
      const corpus = await copyBridge();
      expect((await refusalOf(corpus, answers, undefined, bad)).message).toContain(bad);
    },
  );

  it('names the place of a mistake in a draft', async () => {
    const corpus = await copyBridge();
    const error = await refusalOf(corpus, [], { fact: { kind: 'rumour', titel: 'x' } });
    expect(error.message).toMatch(
      /from\.yaml:2:9 fact\.kind .*\n.*\n.*from\.yaml:3:3 fact has an unknown key "titel"/,
    );
  });

  it('works from the command line, with all answers in a file', async () => {
    const corpus = await copyBridge();
    const from = join(corpus.root, 'from.yaml');
    const ids = { source: { ...source, id: 'tower', language: 'en', reportedBy: 'Wire' }, topic: 'bridge' };
    await writeFile(from, stringify({ ...ids, fact: { ...fact, id: 'lamps' } }));
    const child = execFile(
      'node_modules/.bin/node',
      ['src/maintenance/main.ts', 'add', url, '--from', from, '--yes'],
      { env: { ...process.env, CORPUS_DIR: corpus.directory } },
    );
    child.stdin?.end();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(parse(await corpus.read('bridge.yaml')).facts.at(-1)).toMatchObject({ id: 'lamps' });
  });
});

describe('asking in a terminal', () => {
  const open = () => {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = '';
    const waiting: { text: string; resolve: () => void }[] = [];
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      for (const one of waiting) if (shown.includes(one.text)) one.resolve();
    });
    return {
      asker: createTerminalAsker({ input, output }),
      type: (keys: string) => input.write(keys),
      sees: (text: string) =>
        new Promise<void>((resolve) => {
          if (shown.includes(text)) resolve();
          else waiting.push({ text, resolve });
        }),
    };
  };
  const validate = (answer: string) => (answer === 'no' ? 'not that one' : undefined);

  it('lets a wrong answer be mended', async () => {
    const { asker, type, sees } = open();
    const asked = asker.ask({ message: 'What', validate });
    await sees('What');
    type('no\r');
    await sees('not that one');
    type('t\r');
    expect(await asked).toBe('not');
  });

  it('takes the proposal, several lines, a choice and a cancellation', async () => {
    const { asker, type, sees } = open();
    const proposed = asker.ask({ message: 'Name', proposal: 'this', validate });
    await sees('Name');
    type('\r');
    expect(await proposed).toBe('this');
    const lines = asker.askLines({ message: 'Lines', validate });
    await sees('Lines');
    type('one\r');
    type('two\r');
    type('\r');
    expect(await lines).toEqual(['one', 'two']);
    const chosen = asker.choose('Which', [
      { value: 'a', label: 'the first' },
      { value: 'b', label: 'the second' },
    ]);
    await sees('the second');
    type('\u001b[B');
    type('\r');
    expect(await chosen).toBe('b');
    const cancelled = asker.confirm('Sure').catch((error: unknown) => error);
    await sees('Sure');
    type('\u0003');
    expect(await cancelled).toBeInstanceOf(UserError);
  });
});

describe('a proposed id', () => {
  it.each([
    ['The bridge was opened to traffic', 'bridge-opened-traffic'],
    ["Stone's plan: $12 million (café)", 'stone-plan-12-million-cafe'],
    ['Міст відкрито', ''],
    ['taken', 'taken-3'],
  ])('of "%s" is "%s"', (text, id) => {
    expect(proposeId(text, new Set(['taken', 'taken-2']))).toBe(id);
  });
});
