import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

interface Run {
  readonly output: string;
  readonly errors: string;
  readonly code: number;
}

/** Runs the program as a user's shell does. */
async function run(
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Run> {
  const child = spawn(process.execPath, ['--import', './src/node-guard.js', 'src/main.ts', ...args], {
    env: { ...process.env, CORPUS_DIR: 'test/fixtures/bridge', ...environment },
  });
  child.stdin.end(input);
  const [output, errors] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'close'),
  ]);
  return { output, errors, code: child.exitCode ?? -1 };
}

const parseLines = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ask --json', () => {
  it('writes one object a line, in order, with exactly the fields of the contract', async () => {
    const { output, code } = await run(['ask', '--json'], 'when did the bridge open\n\nwhat is love\n');
    const [opened, empty, love] = parseLines(output);
    expect(code).toBe(0);
    expect(Object.keys(opened)).toEqual([
      'question',
      'status',
      'facts',
      'text',
      'citations',
      'confidence',
      'related',
    ]);
    expect(opened).toMatchObject({
      question: 'when did the bridge open',
      status: 'answered',
      facts: [
        { id: 'bridge-opened', kind: 'event', title: 'The bridge opened to traffic', asOf: '2020-06-01' },
      ],
      citations: [
        {
          publisher: 'River Post',
          title: 'Bridge opens at last',
          url: 'https://example.org/bridge-opens',
          publishedOn: '2020-06-02',
          reportedBy: 'Wire Service',
        },
        { publisher: 'Old Almanac', url: null, publishedOn: '2019' },
      ],
    });
    expect(opened.text).toContain(opened.facts[0].statement);
    expect(empty).toMatchObject({ question: '', status: 'no_answer', facts: [], citations: [] });
    expect(love).toMatchObject({ question: 'what is love', status: 'no_answer', facts: [] });
    for (const { confidence } of [opened, empty, love]) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('gives the speaker of a claim', async () => {
    const { output } = await run(['ask', '--json'], 'what did the mayor say the bridge cost');
    expect(parseLines(output)[0].facts[0]).toMatchObject({ kind: 'claim', speaker: 'Ada Stone' });
  });

  it('takes only a line feed for the end of a question and lets no control character out', async () => {
    const question = 'when did\u2028the \u001b[31mbridge\u009b0m\ropen\u202e';
    const { output } = await run(['ask', '--json'], `${question}\r\n`);
    expect(parseLines(output).map((line) => line.question)).toEqual([question]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  });
});

describe('ask', () => {
  it('answers the question in its arguments without colours when it is not a terminal', async () => {
    const { output, code } = await run(['ask', 'when', 'did', 'the', 'bridge', 'open?']);
    expect(code).toBe(0);
    expect(output).toMatch(/^The Long Bridge over the river opened to traffic on 1 June 2020\. \[1\]\[2\]\n/);
    expect(output).not.toContain('\u001b');
  });

  it('runs commands too', async () => {
    expect((await run(['ask', '/timeline bridge'])).output).toMatch(/^Timeline: The bridge\n/);
  });

  it('explains an option that it does not know', async () => {
    const { errors, code } = await run(['ask', '--jsno']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^Unknown option '--jsno'\nUsage: npm run ask/);
  });

  it('lists every problem of a broken corpus and stops, without a stack trace', async () => {
    const { errors, output, code } = await run(['ask', 'hello'], '', { CORPUS_DIR: 'test/fixtures/broken' });
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(errors).toMatch(/can't be used:\n/);
    expect(errors.match(/\n {2}->/g)?.length).toBeGreaterThanOrEqual(8);
    expect(errors).not.toMatch(/\n\s+at /);
  });
});

describe('the language of an answer', () => {
  it('is that of the question', async () => {
    const { output } = await run(['ask', '--json'], 'коли відкрили міст?\nwhen did the bridge open\n');
    const [ukrainian, english] = parseLines(output);
    expect(ukrainian.text).toContain('Довгий міст через річку відкрили для руху 1 червня 2020 року.');
    expect(english.text).toContain('Established fact');
  });

  it('is the one that --lang names', async () => {
    const lang = (language: string) => ['ask', '--lang', language];
    const inUkrainian = await run([...lang('uk'), 'when did the bridge open'], '');
    expect(inUkrainian.output).toContain('Установлений факт, станом на 1 червня 2020 року');
    const inEnglish = await run([...lang('en'), 'коли відкрили міст?'], '');
    expect(inEnglish.output).toContain('opened to traffic on 1 June 2020');
    const [line] = parseLines((await run([...lang('uk'), '--json'], 'when did the bridge open\n')).output);
    expect(line.text).toContain('Джерела');
    expect((await run([...lang('uk'), '--help'])).output).toMatch(/^Використання:/);
  });

  it('is explained when there is none such', async () => {
    const { errors, code } = await run(['chat', '--lang', 'fr']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^--lang takes en or uk, not "fr"\.\nUsage: /);
  });
});

describe('start with no platform configured', () => {
  it('says so and opens the chat, where numbers follow proposals', async () => {
    const { output, errors, code } = await run([], 'when did the bridge open\n3\n/topics\n/quit\n');
    expect(code).toBe(0);
    expect(errors).toContain('No chat platform is configured');
    expect(output).toContain('opened to traffic on 1 June 2020');
    expect(output).toContain('The council dropped the toll in May 2020');
    expect(output).toContain('What I know of the Long Bridge');
  });
});
