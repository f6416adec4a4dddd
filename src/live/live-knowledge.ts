import type { CorpusStatus, ObservableCorpus } from '../bot/corpus-status.ts';
import { StartupError } from '../errors.ts';
import type { Corpus } from '../knowledge/corpus.ts';
import { createKnowledge, type Knowledge } from '../knowledge/index.ts';
import { formatProblem, sortProblems } from '../knowledge/problem.ts';
import { readCorpus } from '../knowledge/read-corpus.ts';
import { rememberAnswers } from '../knowledge/remember-answers.ts';
import { createRememberingAnalyser } from '../knowledge/text/remembering-analyser.ts';
import { type Analyser, createAnalyser } from '../knowledge/text/terms.ts';
import { parseYamlFile, type YamlFile } from '../knowledge/yaml-file.ts';

/** Knowledge that can be replaced whole while it is in use. */
export interface LiveKnowledge extends ObservableCorpus {
  /** What is served now. Whoever answers takes it once, so that no answer mixes two versions. */
  current(): Knowledge;
  /**
   * Reads the files again, and serves them if they are sound; what is wrong with them stands in the status. Calls that
   * come while it works are answered together by reading once more.
   */
  reload(): Promise<void>;
}

interface Reading {
  readonly version: string;
  readonly corpus: Corpus | undefined;
  readonly problems: readonly string[];
}

/**
 * The knowledge of the corpus in a folder.
 * @throws StartupError when it can't be used in the first place.
 */
export async function openLiveKnowledge(directory: string): Promise<LiveKnowledge> {
  const parse = rememberParsed();
  const first = await read(directory, parse);
  if (first.corpus === undefined) {
    throw new StartupError(`The corpus in ${directory} can't be used:`, first.problems);
  }
  const listeners = new Set<(status: CorpusStatus) => void>();
  const analyserFor = createAnalysers();
  const serve = (version: string, corpus: Corpus): { knowledge: Knowledge; status: CorpusStatus } => {
    const knowledge = rememberAnswers(createKnowledge(corpus, analyserFor(corpus)));
    return { knowledge, status: { version, loadedAt: new Date(), facts: corpus.facts.size, problems: [] } };
  };
  let served = serve(first.version, first.corpus);
  let seen = first.version;

  const load = async () => {
    const { version, corpus, problems } = await read(directory, parse).catch(toReading);
    if (version === seen) return;
    seen = version;
    const { status } = served;
    if (corpus === undefined) served = { ...served, status: { ...status, problems } };
    else if (version === status.version) served = { ...served, status: { ...status, problems: [] } };
    else served = serve(version, corpus);
    for (const listener of listeners) listener(served.status);
  };

  return {
    current: () => served.knowledge,
    status: () => served.status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload: oneAtATime(load),
  };
}

/** The same analyser, with all that it has read, for as long as the glossary stays the same. */
function createAnalysers(): (corpus: Corpus) => Analyser {
  let glossary: string | undefined;
  let analyser: Analyser | undefined;
  return (corpus) => {
    const text = JSON.stringify(corpus.glossary);
    if (analyser === undefined || text !== glossary) {
      analyser = createRememberingAnalyser(createAnalyser(corpus.glossary));
      glossary = text;
    }
    return analyser;
  };
}

async function read(directory: string, parse: typeof parseYamlFile): Promise<Reading> {
  const { version, corpus, problems } = await readCorpus(directory, parse);
  return { version, corpus, problems: sortProblems(problems).map(formatProblem) };
}

/** An edit changes one file of many, and parsing takes longest. */
function rememberParsed(): typeof parseYamlFile {
  const remembered = new Map<string, { readonly text: string; readonly file: YamlFile }>();
  return (name, text) => {
    const before = remembered.get(name);
    if (before?.text === text) return before.file;
    const file = parseYamlFile(name, text);
    remembered.set(name, { text, file });
    return file;
  };
}

/** A folder or file that can't be read at all is a problem like any other. */
function toReading(error: unknown): Reading {
  const message = error instanceof Error ? error.message : String(error);
  const problems = error instanceof StartupError ? [message, ...error.problems] : [message];
  return { version: message, corpus: undefined, problems };
}

/** Runs the work again after it, if it was asked for in between; all who asked wait for that. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let isWanted = false;
  let running: Promise<void> | undefined;
  const run = async () => {
    try {
      while (isWanted) {
        isWanted = false;
        await work();
      }
    } finally {
      running = undefined;
    }
  };
  return () => {
    isWanted = true;
    running ??= run();
    return running;
  };
}
