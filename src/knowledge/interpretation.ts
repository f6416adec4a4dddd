import {
  type ConfidenceModel,
  type ConfidenceSignals,
  confidenceModels,
  measureConfidence,
  toConfidence,
} from './confidence.ts';
import type { Fact } from './corpus.ts';
import { findParts } from './parts.ts';
import { isFollowUp } from './search/follow-up.ts';
import {
  contentOf,
  countContent,
  type Question,
  readQuestion,
  splitClauses,
  startsAsking,
  withContext,
} from './search/question.ts';
import type { RankedFact } from './search/ranking.ts';
import { type Reader, waysOfAsking } from './search/reader.ts';
import type { Term } from './text/terms.ts';

/** How a question was read and ranked: what an answer is decided on. */
export interface Explanation {
  readonly question: Question;
  /** Best first. */
  readonly ranked: readonly RankedFact[];
  readonly signals: ConfidenceSignals;
  /** What makes a confidence of them. */
  readonly model: ConfidenceModel;
  /** Between 0 and 1; 0 when no fact shares a word with the question. */
  readonly confidence: number;
  /** Whether the best fact has this very question among its ways of asking; it is then sure, whatever the signals say. */
  readonly isVerbatim: boolean;
  /** Whether a fact fits so well that it could answer alone. */
  isSure(one: RankedFact): boolean;
}

/** What a text asks. */
export interface Interpretation {
  /** The reading of the whole text or of one of its clauses, whichever is surest. */
  readonly best: Explanation;
  /** The questions that it puts in one breath, each as sure as an answer has to be; empty if it is one question. */
  readonly parts: readonly Explanation[];
}

export interface Interpreter {
  interpret(text: string): Interpretation;
  /** Reads a question that may only make sense after an answer that `previous` led. */
  interpretAfter(text: string, previous: Fact): Interpretation;
}

/** A clause with fewer content words says too little of what is asked, unless it names somebody or something. */
const fewestClauseWords = 2;
/** Whoever asks on after an answer asks of the same subject: so many times as likely as anybody else. */
const followUpOdds = 4;
/** A clause that is surer alone does not lean on those before it. */
const sureClause = 0.8;
/** Confidence that a fact answers what is written down as a way of asking for it, however short. */
export const verbatimConfidence = 0.9;
const nearlyOne = 0.99;
/** Figures and signs alone ask nothing. */
const aWord = /\p{L}{2}/u;
/** A clause is less sure to be the question than the whole is. */
const clauseShare = 0.85;

export function createInterpreter(reader: Reader): Interpreter {
  const { analyser, vocabulary, ranker } = reader;
  const model = reader.listsUnanswered ? confidenceModels.listed : confidenceModels.unlisted;
  const read = (text: string): Explanation => weigh(readQuestion(text, analyser, vocabulary));

  const weigh = (question: Question, isAllowed: (one: RankedFact) => boolean = () => true): Explanation => {
    const found = ranker.rank(question).filter(isAllowed);
    const own = found.find((one) => isAskedVerbatim(one, question));
    const ranked = own === undefined ? found : [own, ...found.filter((one) => one !== own)];
    const unanswered = reader.likenessToUnanswered(question);
    const signalsOf = (one: RankedFact | undefined) =>
      measureConfidence(question, one, { table: ranker.table, unanswered, odds: reader.odds });
    const signals = signalsOf(ranked[0]);
    return {
      question,
      ranked,
      signals,
      model,
      confidence:
        ranked.length === 0
          ? 0
          : Math.max(toConfidence(signals, model), own === undefined ? 0 : verbatimConfidence),
      isVerbatim: own !== undefined,
      isSure: (one) => toConfidence(signalsOf(one), model) >= model.threshold,
    };
  };

  /** Whether somebody who keeps the facts wrote down this very way of asking for the fact. */
  const isAskedVerbatim = ({ fact, signals }: RankedFact, { words, contextLength }: Question): boolean =>
    contextLength === 0 &&
    signals.phrase > nearlyOne &&
    waysOfAsking(fact).some((known) => analyser.words(known).join(' ') === words.join(' '));

  /** Reads a question together with terms said before it: the facts that hold something of both. */
  const readWith = (question: Question, context: readonly Term[], isAllowed = holdsSome): Explanation => {
    const own = contentOf(question);
    return weigh(withContext(question, context), (one) => own.length === 0 || isAllowed(one, own));
  };

  /** The clauses of a text that say enough, each alone or, when it leans on them, with those before it. */
  const readClauses = (text: string): Explanation[] => {
    const context: Term[] = [];
    return splitClauses(text)
      .map((clause) => {
        const alone = read(clause);
        const together =
          context.length > 0 && alone.confidence < sureClause ? readWith(alone.question, context) : alone;
        context.push(...alone.question.terms.filter(({ isFunctionWord }) => !isFunctionWord));
        return together.confidence > alone.confidence ? together : alone;
      })
      .filter(
        ({ question }) => isTelling(question) || (startsAsking(question) && countContent(question) > 0),
      );
  };

  const interpret = (text: string): Interpretation => {
    const whole = read(text);
    if (whole.question.kind === 'small-talk')
      return { best: { ...whole, ranked: [], confidence: 0 }, parts: [] };
    if (!aWord.test(text)) return { best: { ...whole, confidence: 0 }, parts: [] };
    // Who asks for advice or an opinion wants that, whatever else is said around it.
    if (whole.question.kind === 'advice' || whole.question.kind === 'opinion')
      return { best: whole, parts: [] };
    const all = readClauses(text);
    const clauses = all.filter(({ question }) => isTelling(question));
    const isAsking = ({ question: { kind } }: Explanation) => kind !== 'other' && kind !== 'instruction';
    const asking = clauses.filter(isAsking);
    // After an order to the bot, only a question counts.
    const isOrdered = [whole, ...clauses].some(({ question }) => question.kind === 'instruction');
    const best = (asking.length > 0 || isOrdered ? asking : clauses)
      .map((clause) => ({ ...clause, confidence: clause.confidence * clauseShare }))
      .reduce((best, clause) => (clause.confidence > best.confidence ? clause : best), whole);
    return { best, parts: findParts(all.filter(isAsking), whole) };
  };

  return {
    interpret,
    interpretAfter: (text, previous) => {
      const alone = interpret(text);
      if (!isFollowUp(alone.best.question)) return alone;
      const { question } = alone.best;
      const context = analyser.analyse(`${previous.title} ${previous.uk?.title ?? ''}`);
      // What was said before speaks for the fact that said it: it answers again only what it holds.
      const together = readWith(question, context, (one, own) =>
        one.fact.id === previous.id ? own.every(({ text }) => one.holds(text)) : holdsSome(one, own),
      );
      const confidence = raiseOdds(together.confidence);
      return confidence > alone.best.confidence ? { best: { ...together, confidence }, parts: [] } : alone;
    },
  };
}

function raiseOdds(confidence: number): number {
  return (followUpOdds * confidence) / (1 + (followUpOdds - 1) * confidence);
}

function holdsSome(one: RankedFact, terms: readonly Term[]): boolean {
  return terms.some(({ text }) => one.holds(text));
}

function isTelling(question: Question): boolean {
  return countContent(question) >= fewestClauseWords || question.terms.some(({ isName }) => isName);
}
