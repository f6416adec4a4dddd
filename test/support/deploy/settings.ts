import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|js)$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'));

/** Read by Node or by a library. */
const foreign = ['NODE_ENV', 'NO_COLOR', 'TERM', 'CHOKIDAR_USEPOLLING'] as const;

/** The names of all settings that the program reads: those of its schemas, and those that it takes straight. */
export const knownSettings: ReadonlySet<string> = new Set([
  ...foreign,
  ...sources.flatMap((text) =>
    [...text.matchAll(/\{([^{}]*)\}: Environment\b/g)].flatMap(
      ([, taken = '']) => taken.match(/\b[A-Z][A-Z0-9_]+/g) ?? [],
    ),
  ),
  ...sources.flatMap((text) =>
    [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]+): |\benvironment\.([A-Z][A-Z0-9_]+)/gm)].flatMap(
      ([, inSchema, straight]) => inSchema ?? straight ?? [],
    ),
  ),
]);

/** Whether the program's server answers a GET of this path. */
export function isServed(path: string): boolean {
  return sources.some((text) => text.includes(`app.get('${path}'`));
}

/** The names that lines like NAME=value or "# NAME=value" give a value to. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].flatMap(([, name]) => name ?? []);
}
