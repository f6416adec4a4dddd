import type { Problem } from '../knowledge/problem.ts';
import type { GlossaryEntry } from '../knowledge/schema.ts';
import { fold } from '../knowledge/text/clean.ts';
import type { YamlFile } from '../knowledge/yaml-file.ts';

/** An alias leads to one term, or the bot would have to guess. */
export function checkGlossary(entries: readonly GlossaryEntry[], file: YamlFile | undefined): Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ term, aliases }, index) => {
    const spellings = [
      { spelling: term, path: ['entries', index, 'term'] },
      ...aliases.map((spelling, at) => ({ spelling, path: ['entries', index, 'aliases', at] })),
    ];
    return spellings.flatMap(({ spelling, path }) => {
      const text = fold(spelling)
        .replace(/[^\p{L}\p{N}%]+/gu, ' ')
        .trim();
      const before = first.get(text);
      if (before === undefined) first.set(text, term);
      if (before === undefined || file === undefined) return [];
      const message = `"${spelling}" stands in the glossary twice: for "${before}" and for "${term}"`;
      return [{ ...file.locate(path), message, advice: 'keep it with the term that people mean by it' }];
    });
  });
}
