import MiniSearch from 'minisearch';
import type { Fact } from '../knowledge/corpus.ts';
import { fold } from '../knowledge/text/clean.ts';

const longestText = 200;

/**
 * Finds facts by words of their texts, in both languages, the best first. It is for looking through the corpus while
 * somebody types: each word may be unfinished, and all of them have to occur. It decides no answer.
 */
export function createTextSearch(facts: Iterable<Fact>): (text: string) => readonly string[] {
  let index: MiniSearch | undefined;
  const build = () => {
    const built = new MiniSearch({
      fields: ['id', 'title', 'statement', 'questions', 'names'],
      tokenize: (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [],
      searchOptions: { combineWith: 'AND', prefix: true, boost: { title: 4, questions: 2 } },
    });
    built.addAll([...facts].map(toDocument));
    return built;
  };
  return (text) => {
    index ??= build();
    return index.search(text.slice(0, longestText)).map(({ id }) => String(id));
  };
}

function toDocument({ id, title, statement, questions, speaker, tags, sources, uk }: Fact) {
  return {
    id,
    title: [title, uk?.title].join(' '),
    statement: [statement, uk?.statement].join(' '),
    questions: [...questions, ...(uk?.questions ?? [])].join(' '),
    names: [speaker, uk?.speaker, ...tags, ...sources.map(({ publisher }) => publisher)].join(' '),
  };
}
