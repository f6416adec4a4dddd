import { basename } from 'node:path';
import { type CorpusReading, readCorpus } from '../knowledge/read-corpus.ts';
import { parseYamlFile } from '../knowledge/yaml-file.ts';

/**
 * Reads a corpus as it would be after an edit that is not saved yet.
 * @param edited Texts to read instead of what files of the folder hold, by file name.
 * @throws StartupError when the folder can't be read.
 */
export function readEdited(
  directory: string,
  edited: ReadonlyMap<string, string> = new Map(),
): Promise<CorpusReading> {
  return readCorpus(directory, (path, text) => parseYamlFile(path, edited.get(basename(path)) ?? text));
}
