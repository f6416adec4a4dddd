import { relative } from 'node:path';

/** A path as terminals and editors open it: from the current folder when it lies in there, else whole. */
export function nearPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
