import { buildCorpus } from '../src/knowledge/build-corpus.ts';
import type { Corpus } from '../src/knowledge/corpus.ts';
import type { Subject } from '../src/knowledge/schema.ts';

/** A corpus of made-up facts whose words are as unevenly frequent as those of real texts (Zipf's law). */
export interface SyntheticCorpus {
  readonly corpus: Corpus;
  /** Questions as people might put them to it: some words dropped, some misspelt. */
  readonly questions: readonly string[];
}

const frames = [
  'when did the',
  'who signed the',
  'how much is the',
  'what does it say about',
  'is it true that the',
  'why was the',
];
const syllables = [
  'ka',
  'lo',
  'mi',
  'ter',
  'vas',
  'ru',
  'den',
  'po',
  'shi',
  'gra',
  'nel',
  'ot',
  'by',
  'fur',
  'ze',
  'qua',
];

export function createSyntheticCorpus(factCount: number, questionCount: number): SyntheticCorpus {
  const random = createRandom(factCount);
  const vocabulary = Array.from({ length: 2_000 + Math.round(12 * Math.sqrt(factCount) * 10) }, (_, i) =>
    spell(i),
  );
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

  const facts = Array.from({ length: factCount }, (_, i) => {
    const core = words(4);
    return {
      id: `fact-${i}`,
      kind: 'event' as const,
      title: `${core} ${words(3)}`,
      statement: `In ${2000 + (i % 26)} the ${core} was ${words(20)} of the ${words(6)}.`,
      asOf: String(2000 + (i % 26)),
      conflictsWith: [],
      corrections: [],
      questions: Array.from(
        { length: 6 },
        () => `${pick(frames)} ${shuffle(core.split(' '), random).join(' ')} ${words(2)}`,
      ),
      tags: [word()],
      citations: [{ source: 'source' }],
    };
  });
  const subject: Subject = {
    sources: [{ id: 'source', publisher: 'Publisher', url: 'https://example.org/', language: 'en' }],
    facts,
    withdrawn: [],
  };
  const questions = Array.from({ length: questionCount }, () => {
    const asked = pick(pick(facts).questions).split(' ');
    const kept = asked.filter((_, i) => i < 4 || random() > 0.2);
    return kept.map((one) => (random() < 0.05 ? misspell(one) : one)).join(' ');
  });
  return {
    corpus: buildCorpus([{ id: 'subject', subject }], [], {
      name: 'made-up facts',
      scope: '',
      outOfScope: [],
    }),
    questions,
  };
}

function spell(index: number): string {
  let text = '';
  for (let rest = index + 17; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length];
  return text;
}

function misspell(word: string): string {
  return word.length < 6 ? word : `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;
}

function shuffle<T>(items: T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Mulberry32: the same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
