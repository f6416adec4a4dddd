import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');

/** Tests that it names, with what each is called, where it says so. */
const named = [...text.matchAll(/`((?:test|deploy|\.ci)\/[^`]+)`(?: "([^"]+)")?/g)].map(
  ([, path = '', title]) => ({
    path,
    title,
  }),
);

describe('docs/security.md', () => {
  it('names tests and files that there are', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it('calls tests by their names', () => {
    const astray = named.filter(
      ({ path, title }) => title !== undefined && !readFileSync(path, 'utf8').includes(title),
    );
    expect(astray).toEqual([]);
  });
});
