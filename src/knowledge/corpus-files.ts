import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../errors.ts';
import type { parseYamlFile, YamlFile } from './yaml-file.ts';

/** Files of a corpus that hold no facts. */
export const namesNoSubject: ReadonlySet<string> = new Set(['charts', 'glossary', 'topic', 'unanswered']);

/**
 * All YAML files of a folder, by their names without ending, and what tells this state of them from another.
 * @throws StartupError when the folder can't be read or holds no subject file.
 */
export async function readYamlFiles(
  directory: string,
  parse: typeof parseYamlFile,
): Promise<{ readonly files: Map<string, YamlFile>; readonly version: string }> {
  let names: string[];
  try {
    names = (await readdir(directory)).filter((name) => /\.ya?ml$/.test(name)).sort();
  } catch (error) {
    throw new StartupError(`The corpus folder ${directory} can't be read:`, [
      `${(error as NodeJS.ErrnoException).code}: set CORPUS_DIR to a folder that holds <subject>.yaml files`,
    ]);
  }
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(directory, name), 'utf8') })),
  );
  const files = texts.map(({ name, text }): [string, YamlFile] => [
    name.replace(/\.ya?ml$/, ''),
    parse(join(directory, name), text),
  ]);
  if (files.every(([id]) => namesNoSubject.has(id))) {
    throw new StartupError(`The corpus folder ${directory} holds no subject:`, [
      'add at least one <subject>.yaml with sources: and facts:, or set CORPUS_DIR to the right folder',
    ]);
  }
  const version = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
  return { files: new Map(files), version };
}
