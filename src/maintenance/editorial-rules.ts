import { compareDates, formatDate, isPartialDate } from '../knowledge/partial-date.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { CorpusRule, LocatedEntries } from '../knowledge/rules.ts';
import { fold } from '../knowledge/text/clean.ts';
import type { Analyser } from '../knowledge/text/terms.ts';

/** What a good corpus keeps to, though the bot could serve without it. */
export function editorialRules(analyser: Analyser): readonly CorpusRule[] {
  return [
    checkSourcesAreUsed,
    checkPagesAreUnique,
    checkDatesAgainstSources,
    checkQuestionCount,
    checkQuestionsAreUnique,
    (entries) => checkStatementsDiffer(entries, analyser),
  ];
}

/** A fact with fewer ways of asking for it is hard to find. */
export const fewestQuestions = 3;
/** Statements that share at least this share of their words, and all their numbers, say the same. */
const sameStatement = 0.75;

function checkSourcesAreUsed({ facts, sources }: LocatedEntries): Problem[] {
  const used = new Set(facts.flatMap(({ entry }) => entry.citations.map(({ source }) => source)));
  return sources
    .filter(({ entry }) => entry.id !== '' && !used.has(entry.id))
    .map(({ problem }) => problem(['id'], 'is a source that no fact cites', 'cite it or remove it'));
}

function checkPagesAreUnique({ sources }: LocatedEntries): Problem[] {
  const first = new Map<string, string>();
  return sources.flatMap(({ entry, problem }) => {
    const page = pageOf(entry.url);
    const before = first.get(page);
    if (before === undefined) first.set(page, entry.id);
    if (page === '' || before === undefined || before === entry.id) return [];
    return [problem(['url'], `has the address of "${before}"`, `cite "${before}" and remove this source`)];
  });
}

/** What is the same in all spellings of the address of one page. */
export function pageOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** What is the same in all spellings of one question. */
export function wordsOf(question: string): string {
  return fold(question)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function checkDatesAgainstSources({ facts, sources }: LocatedEntries): Problem[] {
  const dates = new Map(sources.map(({ entry }) => [entry.id, entry.publishedOn]));
  return facts.flatMap(({ entry, problem }) => {
    const published = entry.citations.map(({ source }) => dates.get(source) ?? '');
    if (!isPartialDate(entry.asOf) || !published.every(isPartialDate) || published.length === 0) return [];
    const latest = published.reduce((a, b) => (compareDates(a, b) >= 0 ? a : b));
    if (compareDates(entry.asOf, latest) <= 0) return [];
    const message = `has asOf ${formatDate(entry.asOf, 'en')}, later than its latest source (${formatDate(latest, 'en')})`;
    return [problem(['asOf'], message, 'correct one of the two dates, or cite a later source')];
  });
}

function checkQuestionCount({ facts }: LocatedEntries): Problem[] {
  return facts
    .filter(({ entry }) => entry.questions.length < fewestQuestions)
    .map(({ entry, problem }) =>
      problem(
        ['questions'],
        `has ${entry.questions.length} questions`,
        `write at least ${fewestQuestions} ways in which people ask for it`,
      ),
    );
}

function checkQuestionsAreUnique({ facts }: LocatedEntries): Problem[] {
  const first = new Map<string, string>();
  return facts.flatMap(({ entry, problem }) =>
    entry.questions.flatMap((question, index) => {
      const text = wordsOf(question);
      const before = first.get(text);
      if (before === undefined) first.set(text, entry.id);
      if (before === undefined || text === '') return [];
      return [
        problem(
          ['questions', index],
          `asks what "${before}" asks already`,
          'keep it with the fact that answers it best',
        ),
      ];
    }),
  );
}

function checkStatementsDiffer({ facts }: LocatedEntries, analyser: Analyser): Problem[] {
  const read = facts.map(({ entry }) => {
    const terms = analyser.analyse(entry.statement).map(({ text }) => text);
    const numbers = terms.filter((term) => /\d/.test(term)).sort();
    return { id: entry.id, terms: new Set(terms), numbers: numbers.join(' ') };
  });
  return facts.flatMap(({ problem }, index) => {
    const one = read[index];
    if (one === undefined || one.terms.size === 0) return [];
    const twin = read
      .slice(0, index)
      .find((other) => other.numbers === one.numbers && overlap(one.terms, other.terms) >= sameStatement);
    if (twin === undefined) return [];
    return [
      problem(
        ['statement'],
        `says nearly the same as "${twin.id}"`,
        'merge the two facts, or say how they differ',
      ),
    ];
  });
}

/** Shared terms as a share of all terms of both. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}
