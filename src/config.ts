import { resolve } from 'node:path';
import dotenv from 'dotenv';
import type { Environment } from './settings.ts';

/** What is set in the environment and, where it is silent, in the file .env of the current folder. */
export function loadEnvironment(): Environment {
  const fromFile: Record<string, string> = {};
  dotenv.config({ quiet: true, processEnv: fromFile });
  return { ...fromFile, ...process.env };
}

/** The folder of the corpus: CORPUS_DIR, or the one that comes with the program. */
export function corpusDirectory(environment: Environment): string {
  const given = environment.CORPUS_DIR;
  return given ? resolve(given) : resolve(import.meta.dirname, '..', 'data');
}
