import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../src/errors.ts';
import { insertEntry } from '../../src/maintenance/add/insert-entry.ts';

const fact = { id: 'new', statement: 'x', tags: ['a', 'b'], citations: [{ source: 's' }] };
const written = '  - id: new\n    statement: x\n    tags: [a, b]\n    citations:\n      - source: s\n';

describe('a new entry', () => {
  it('goes to the end of its list, and nothing else changes', () => {
    const before =
      '# head\nsources:\n  - id: a # first\n\n# about facts\nfacts: # list\n  - id:   "b"\n# end\n';
    expect(insertEntry(before, 'sources', { id: 'c' })).toBe(
      '# head\nsources:\n  - id: a # first\n  - id: c\n\n# about facts\nfacts: # list\n  - id:   "b"\n# end\n',
    );
    expect(insertEntry(before, 'facts', fact)).toBe(before.replace('# end\n', `${written}# end\n`));
  });

  it('stands apart as those before it do', () => {
    const before = 'facts:\n  - id: a\n\n  - id: b\n    questions:\n      - one\n';
    expect(insertEntry(before, 'facts', fact)).toBe(`${before}\n${written}`);
  });

  it('keeps the indentation of its list', () => {
    expect(insertEntry('facts:\n- id: a\n', 'facts', { id: 'b', tags: ['c'] })).toBe(
      'facts:\n- id: a\n- id: b\n  tags: [c]\n',
    );
  });

  it('begins a list that is not there: sources before facts, facts at the end', () => {
    expect(insertEntry('title: T\nfacts:\n  - id: a\n', 'sources', { id: 'b' })).toBe(
      'title: T\nsources:\n  - id: b\nfacts:\n  - id: a\n',
    );
    expect(insertEntry('title: T', 'facts', { id: 'a' })).toBe('title: T\nfacts:\n  - id: a\n');
  });

  it('keeps line ends of Windows, and mends a missing last one', () => {
    expect(insertEntry('facts:\r\n  - id: a\r\n', 'facts', { id: 'b', kind: 'c' })).toBe(
      'facts:\r\n  - id: a\r\n  - id: b\r\n    kind: c\r\n',
    );
    expect(insertEntry('facts:\n  - id: a', 'facts', { id: 'b' })).toBe('facts:\n  - id: a\n  - id: b\n');
  });

  it('comes after a folded text and before the list that follows', () => {
    const before = 'facts:\n  - id: a\n    statement: >-\n      long\n      text\n\nwithdrawn:\n  - id: z\n';
    expect(insertEntry(before, 'facts', { id: 'b' })).toBe(
      'facts:\n  - id: a\n    statement: >-\n      long\n      text\n  - id: b\n\nwithdrawn:\n  - id: z\n',
    );
  });

  it('is written so that it reads the same, whatever characters it holds', () => {
    const hard = {
      id: 'new',
      title: 'a: b # c',
      statement: `- "quoted" 'text' ${'that is long '.repeat(20)}end`,
      asOf: 2019,
      questions: ['yes', '@who', '2025-04-30', 'is it "so": or not?', "«так» чи ні'"],
    };
    const after = insertEntry('facts:\n  - id: a\n', 'facts', hard);
    expect(parse(after)).toEqual({ facts: [{ id: 'a' }, hard] });
  });

  it('is refused where a list is written in one line', () => {
    for (const text of ['facts: [{ id: a }]\n', 'facts: []\n', 'facts:\n']) {
      expect(() => insertEntry(text, 'facts', fact)).toThrow(UserError);
    }
  });

  it.each(
    readdirSync('data').filter(
      (name) => name.endsWith('.yaml') && !/^(charts|glossary|topic|unanswered)\./.test(name),
    ),
  )('fits into data/%s', (name) => {
    const before = readFileSync(`data/${name}`, 'utf8');
    const after = insertEntry(insertEntry(before, 'sources', { id: 'new-source' }), 'facts', fact);
    const old = before.split('\n');
    const added = after.split('\n').filter((line) => !old.includes(line));
    expect(added).toEqual(expect.arrayContaining(['  - id: new-source', '  - id: new']));
    expect(
      after.replace('  - id: new-source\n', '').replace(/\n?\n {2}- id: new\n[\s\S]*- source: s\n/, '\n'),
    ).toBe(before);
  });
});
