import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { chartsSchema } from '../../src/knowledge/chart-schema.ts';
import { formatProblem, sortProblems } from '../../src/knowledge/problem.ts';
import { locateEntries, structuralRules } from '../../src/knowledge/rules.ts';
import { glossarySchema, subjectSchema, topicSchema, unansweredSchema } from '../../src/knowledge/schema.ts';
import { parseYamlFile, readAs } from '../../src/knowledge/yaml-file.ts';
import { anyText } from '../support/arbitraries/text.ts';

let whole: string;

beforeAll(async () => {
  whole = await readFile('test/fixtures/bridge/bridge.yaml', 'utf8');
});

const schemas: readonly z.ZodType[] = [
  subjectSchema,
  topicSchema,
  glossarySchema,
  chartsSchema,
  unansweredSchema,
];

/** All that is said of a file, as the check and a running bot say it. */
function problemsOf(text: string) {
  const file = parseYamlFile('mangled.yaml', text);
  return sortProblems([
    ...schemas.flatMap((schema) => readAs(file, schema).problems),
    ...structuralRules.flatMap((rule) => rule(locateEntries([file]))),
  ]);
}

function expectPlaces(text: string): void {
  const lines = text.split(/\r\n|\n|\r/u).length;
  for (const problem of problemsOf(text)) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.message).not.toBe('');
    expect(problem.advice).not.toBe('');
    expect(formatProblem(problem)).toMatch(/^mangled\.yaml:\d+:\d+ /);
  }
}

describe('a file of the corpus', () => {
  it('that was cut, doubled or typed into has problems with their places, and never stops the program', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.integer({ min: 0, max: 200 }),
      typed: anyText({ maxLength: 80 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const mangled = edits.reduce((text, { at, removed, typed }) => {
          const start = Math.floor(at * text.length);
          return `${text.slice(0, start)}${typed}${text.slice(start + removed)}`;
        }, whole);
        expectPlaces(mangled);
      }),
    );
  });

  it('of any text at all has problems with their places', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expectPlaces(text);
      }),
    );
  });

  it('of any values where others belong has problems with their places', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.oneof(anyText({ maxLength: 20 }), fc.integer(), fc.constant(null), fc.boolean()),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'sources',
            'facts',
            'id',
            'citations',
            'source',
            'uk',
            'corrects',
            'asOf',
            'withdrawn',
            'entries',
            'charts',
            'bars',
            'fact',
            '__proto__',
          ),
          tie('node'),
          { maxKeys: 4 },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(value, (one) => {
        expectPlaces(JSON.stringify(one));
      }),
    );
  });
});
