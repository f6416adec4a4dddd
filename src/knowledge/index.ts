import {
  type Answer,
  type CitedFact,
  latestOf,
  selectAround,
  selectFacts,
  selectParts,
  toRelated,
} from './answer.ts';
import { asksForPast } from './asks-for-past.ts';
import { type Changes, changesSince } from './changes.ts';
import type { Chart } from './charts.ts';
import { type CheckedSentence, checkMessage } from './check-message.ts';
import type { Corpus, CorpusTopic, Fact, NonEmpty, WithdrawnFact } from './corpus.ts';
import { createInterpreter, type Explanation, type Interpretation } from './interpretation.ts';
import { compareDates, isWithin } from './partial-date.ts';
import { relatedQuestions } from './related.ts';
import type { Topic } from './schema.ts';
import type { RankedFact } from './search/ranking.ts';
import { createReader } from './search/reader.ts';
import { createSuggester } from './search/suggestions.ts';
import { fold, toPlainLine } from './text/clean.ts';
import { type Analyser, createAnalyser } from './text/terms.ts';

export type { Explanation } from './interpretation.ts';

/** All that the bot knows and how it is asked. */
export interface Knowledge {
  readonly about: Topic;
  readonly topics: readonly CorpusTopic[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** Facts that were taken out. */
  readonly withdrawn: readonly WithdrawnFact[];
  /** Numbers of facts that may be drawn side by side. */
  readonly charts: readonly Chart[];
  /** Ids of the facts that a picture of a long timeline shows, the most important first. */
  readonly milestones: readonly string[];
  /** Answers a question, or says that no sourced fact does. Never throws, whatever the text. */
  answer(question: string, options?: AnswerOptions): Answer;
  /** How a question was read and ranked: what `answer` decides on. */
  explain(question: string, options?: AnswerOptions): Explanation;
  /** Sets facts beside each sentence of a message that touches the subject; `more` are left out. */
  check(message: string): { readonly sentences: readonly CheckedSentence[]; readonly more: number };
  /** The answer that a fact gives, with what stands beside it; undefined when there is no such fact. */
  answerWith(factId: string): Answer | undefined;
  /** The fact with this id or title, or undefined with the nearest ones. */
  findFact(idOrTitle: string): { readonly fact: Fact | undefined; readonly nearest: readonly Fact[] };
  /** Facts of a period in the order of their dates; a bare year is no date for a few days of it. */
  timeline(filter: TimelineFilter): readonly Fact[];
  /** What was added, overtaken, withdrawn or corrected on or after a day, month or year. */
  changesSince(since: string): Changes;
  /** Questions of the corpus that begin like what was typed so far; one of each topic when it is empty. */
  suggest(typed: string, most: number): readonly { readonly question: string; readonly factId: string }[];
}

export interface AnswerOptions {
  /** Id of the fact that led the answer before, for a question that only makes sense after it ("and who is he?"). */
  readonly after?: string | undefined;
}

export interface TimelineFilter {
  /** Id of a topic. */
  readonly topic?: string | undefined;
  /** First and last date, inclusive: day, month or year. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Examples of what can be asked. */
const mostExamples = 3;

/** @param analyser Of the corpus's glossary; one that remembers what it has read makes the next version cheap. */
export function createKnowledge(
  corpus: Corpus,
  analyser: Analyser = createAnalyser(corpus.glossary),
): Knowledge {
  const facts = [...corpus.facts.values()];
  const reader = createReader(facts, analyser, corpus.unanswered);
  const { interpret, interpretAfter } = createInterpreter(reader);
  const suggest = createSuggester(corpus.facts, corpus.milestones);
  const understand = (text: string, { after }: AnswerOptions = {}): Interpretation => {
    const previous = after === undefined ? undefined : corpus.facts.get(after);
    return previous === undefined ? interpret(text) : interpretAfter(text, previous);
  };
  const explain = (text: string, options?: AnswerOptions): Explanation => understand(text, options).best;

  const decide = ({ best, parts }: Interpretation): Answer => {
    const { ranked, confidence } = best;
    const [part, ...others] = parts.flatMap((one) => one.ranked[0]?.fact ?? []);
    if (part !== undefined && others.some((other) => latestOf(other, corpus) !== latestOf(part, corpus))) {
      const confidence = Math.min(...parts.map((one) => one.confidence));
      return present(selectParts([part, ...others], corpus), ranked, { confidence, assumption: undefined });
    }
    const [top] = ranked;
    if (best.question.kind === 'small-talk') return introduce();
    if (top === undefined || confidence < best.model.threshold) return refuse(ranked, confidence);
    const assumption = top.isAskedWithAssumption() ? top.fact.corrects?.assumption : undefined;
    const select = asksForPast(best.question, top, latestOf(top.fact, corpus)) ? selectAround : selectFacts;
    return present(select(top.fact, best, corpus), ranked, { confidence, assumption });
  };

  const present = (
    chosen: NonEmpty<CitedFact>,
    ranked: readonly RankedFact[],
    { confidence, assumption }: { confidence: number; assumption: string | undefined },
  ): Answer => {
    const [lead, ...others] = chosen;
    const related = relatedQuestions([lead.fact, ...others.map(({ fact }) => fact)], ranked, corpus);
    return { status: 'answered', facts: chosen, confidence, assumption, related };
  };

  const introduce = (): Answer => ({
    status: 'unanswered',
    reason: 'small-talk',
    confidence: 0,
    nearest: suggest('', mostExamples),
    nearestTopics: [],
  });

  const refuse = (ranked: readonly RankedFact[], confidence: number): Answer => {
    const nearest = [...new Set(ranked.map(({ fact }) => latestOf(fact, corpus)))].slice(0, 3);
    const subjects = new Set(nearest.map(({ subject }) => subject));
    return {
      status: 'unanswered',
      reason: nearest.length === 0 ? 'no-match' : 'low-confidence',
      confidence,
      nearest: nearest.map(toRelated),
      nearestTopics: corpus.topics.filter(({ id }) => subjects.has(id)),
    };
  };

  return {
    about: corpus.about,
    topics: corpus.topics,
    facts: corpus.facts,
    charts: corpus.charts,
    milestones: corpus.milestones,
    withdrawn: corpus.withdrawn,
    answer: (text, options) => decide(understand(text, options)),
    explain,
    check: (message) =>
      checkMessage(message, {
        explain,
        select: (top, found) => selectFacts(top, found, corpus),
        figuresOf: (text) => reader.analyser.words(text).filter((word) => /^\d/.test(word)),
      }),
    suggest,
    changesSince: (since) => changesSince(corpus, since),
    answerWith: (factId) => {
      const fact = corpus.facts.get(factId);
      if (fact === undefined) return undefined;
      const found = explain(toRelated(fact).question);
      return present(selectAround(fact, found, corpus), found.ranked, {
        confidence: 1,
        assumption: undefined,
      });
    },
    findFact: (idOrTitle) => {
      const wanted = fold(idOrTitle);
      const fact =
        corpus.facts.get(toPlainLine(idOrTitle)) ?? facts.find(({ title }) => fold(title) === wanted);
      const nearest = fact === undefined ? explain(idOrTitle).ranked.slice(0, 3) : [];
      return { fact, nearest: nearest.map((one) => one.fact) };
    },
    timeline: ({ topic, from, to }) =>
      facts
        .filter(
          (fact) =>
            (topic === undefined || fact.subject === topic) &&
            (from === undefined || compareDates(fact.asOf, from) >= 0) &&
            (to === undefined || compareDates(fact.asOf, to) <= 0) &&
            !(from !== undefined && to !== undefined && isWithin(from, fact.asOf) && isWithin(to, fact.asOf)),
        )
        .sort((a, b) => a.asOf.localeCompare(b.asOf)),
  };
}
