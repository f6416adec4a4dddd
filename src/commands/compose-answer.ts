import type { Language, Localized } from '../bot/language.ts';
import type {
  AnswerSummary,
  Block,
  Choice,
  ChoicesBlock,
  Content,
  FactBlock,
  SourceLine,
} from '../bot/reply.ts';
import type { Answer, Citation, CitedFact, RelatedQuestion } from '../knowledge/answer.ts';
import type { Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { words } from './answer-wording.ts';
import { aboutOf, proposalOf, textOf, titleOf } from './corpus-text.ts';

type Answered = Extract<Answer, { status: 'answered' }>;
type Unanswered = Extract<Answer, { status: 'unanswered' }>;

/** Puts an answer into words: statements of the corpus and fixed wording, nothing else. */
export function composeAnswer(answer: Answer, knowledge: Knowledge, language: Language): Content {
  const readers = { facts: knowledge.facts, language };
  if (answer.status === 'answered') return composeAnswered(answer, readers);
  const subject = aboutOf(knowledge.about, language).name;
  return answer.reason === 'small-talk'
    ? composeIntroduction(answer, subject, readers)
    : composeUnanswered(answer, subject, readers);
}

/** Whom an answer is composed for, and where the texts in their language are. */
interface Readers {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly language: Language;
}

function composeAnswered(answer: Answered, readers: Readers): Content {
  const { language } = readers;
  const blocks: Block[] = [];
  if (answer.assumption !== undefined) {
    blocks.push({ type: 'text', text: correct(answer.assumption, answer)[language] });
  }
  for (const cited of answer.facts) {
    const introduction = introduce(cited, answer, { before: blocks, language });
    if (introduction !== undefined) blocks.push({ type: 'text', text: introduction });
    blocks.push(composeFact(cited, language));
  }
  blocks.push({ type: 'sources', sources: composeSources(answer.facts, language) });
  if (answer.related.length > 0)
    blocks.push(composeChoices(words.related[language], answer.related, readers));
  return { visibility: 'shareable', blocks, answer: summarise(answer, readers) };
}

/**
 * That sources differ and, where the corpus knows, why. A note explains one difference: the first goes by that of the
 * fact which has fewer, as the likelier to be about this one, and any other by its own alone.
 */
function tellDifference(cited: CitedFact, answer: Answered, language: Language): string | undefined {
  const { fact } = cited;
  const noteOf = (one: Fact) => textOf(one, language).conflictNote;
  if (answer.facts.find(({ role }) => role === 'contrast') !== cited) {
    const own = noteOf(fact);
    return own === undefined ? undefined : words.differ(own)[language];
  }
  const opposed = opposedTo(cited, answer);
  const [likelier, other] =
    fact.conflicts.length < opposed.conflicts.length ? [fact, opposed] : [opposed, fact];
  return words.differ(noteOf(likelier) ?? noteOf(other))[language];
}

/** The fact of the answer that another contradicts; the lead if none is known to. */
function opposedTo({ fact }: CitedFact, { facts }: Answered): Fact {
  const [lead] = facts;
  const isOpposed = (other: Fact) => other.conflicts.includes(fact.id) || fact.conflicts.includes(other.id);
  return facts.find((one) => isOpposed(one.fact))?.fact ?? lead.fact;
}

/** A sentence that says why the next fact stands here, where that is not plain. */
function introduce(
  cited: CitedFact,
  answer: Answered,
  { before, language }: { readonly before: readonly Block[]; readonly language: Language },
): string | undefined {
  const { role } = cited;
  if (role === 'contrast') {
    const text = tellDifference(cited, answer, language);
    return before.some((block) => block.type === 'text' && block.text === text) ? undefined : text;
  }
  if (role === 'update') return words.update[language];
  if (role === 'history') return words.history[language];
  return undefined;
}

/** One fact with its standing and date, and the numbers of its sources. */
export function composeFact({ fact, citations }: CitedFact, language: Language): FactBlock {
  const label = labelOf(fact, language);
  const { statement, isTranslated } = textOf(fact, language);
  const asOf = (label === undefined ? words.established : words.asOf)(fact.asOf)[language];
  return {
    type: 'fact',
    factId: fact.id,
    ...(label === undefined ? {} : { label }),
    statement,
    marks: citations.map(({ number }) => number),
    note: isTranslated ? asOf : `${asOf}. ${words.untranslated[language]}`,
  };
}

/** What the fact is if it is not simply established, in words. */
export function labelOf(fact: Fact, language: Language): string | undefined {
  const isSuperseded = fact.standing === 'superseded';
  if (fact.kind === 'claim' || fact.kind === 'position') {
    const standing = isSuperseded ? 'overtaken' : fact.conflicts.length > 0 ? 'disputed' : 'plain';
    return words.said[fact.kind][standing](textOf(fact, language).speaker ?? '')[language];
  }
  if (isSuperseded) return words.overtaken[language];
  return fact.standing === 'disputed' ? words.disputed[language] : undefined;
}

/** Names the false premise of a question. Without a Ukrainian text for it, it only says that there is one. */
function correct(assumption: string, { facts }: Answered): Localized {
  const corrected = facts.find(({ fact }) => fact.corrects?.assumption === assumption);
  return words.correct({ en: assumption, uk: corrected?.fact.uk?.assumption });
}

function composeSources(facts: readonly CitedFact[], language: Language): SourceLine[] {
  const citations = new Map(
    facts.flatMap((cited) => cited.citations.map((citation) => [citation.number, citation])),
  );
  return [...citations.values()].map((citation) => toSourceLine(citation, language));
}

/** A source as a reply lists it. */
export function toSourceLine({ number, source }: Citation, language: Language): SourceLine {
  const { publisher, reportedBy, title, publishedOn, url, urlNote } = source;
  return {
    number,
    publisher,
    ...(reportedBy === undefined ? {} : { reporting: reportedBy }),
    ...(title === undefined ? {} : { title }),
    ...(publishedOn === undefined ? {} : { date: formatDate(publishedOn, language) }),
    ...(url === undefined ? {} : { url }),
    ...(urlNote === undefined ? {} : { note: words.noAddress(urlNote)[language] }),
  };
}

function composeUnanswered(answer: Unanswered, subject: string, readers: Readers): Content {
  const { language } = readers;
  const blocks: Block[] = [{ type: 'text', text: words.refusal[language] }];
  if (answer.nearest.length > 0)
    blocks.push(composeChoices(words.closest[language], answer.nearest, readers));
  const topics = answer.nearestTopics.map((topic) => titleOf(topic, language));
  const about = topics.length === 0 ? words.subject(subject) : words.nearestTopics(topics.join('; '));
  blocks.push({ type: 'text', text: `${about[language]} ${words.seeTopics[language]}` });
  return { visibility: 'shareable', blocks, answer: summarise(answer, readers) };
}

/** What the bot is and what it can be asked: no answer, so that nothing of it counts as asked in vain. */
function composeIntroduction({ nearest }: Unanswered, subject: string, readers: Readers): Content {
  const { language } = readers;
  const blocks: Block[] = [{ type: 'text', text: words.introduction(subject)[language] }];
  if (nearest.length > 0) blocks.push(composeChoices(words.examples[language], nearest, readers));
  blocks.push({ type: 'text', text: words.seeMore[language] });
  return { visibility: 'shareable', blocks };
}

function composeChoices(
  title: string,
  related: readonly RelatedQuestion[],
  { facts, language }: Readers,
): ChoicesBlock {
  return {
    type: 'choices',
    title,
    choices: related.map((one) => factChoice(one.factId, proposalOf(one, facts, language))),
  };
}

/** What shows the answer that a fact gives. */
export function factChoice(factId: string, label: string): Choice {
  return { label, command: 'fact', arguments: { fact: factId } };
}

function summarise(answer: Answer, { facts, language }: Readers): AnswerSummary {
  const questionsOf = (related: readonly RelatedQuestion[]) =>
    related.map((one) => proposalOf(one, facts, language));
  if (answer.status === 'unanswered') {
    const related = questionsOf(answer.nearest);
    return { status: 'no_answer', facts: [], citations: [], confidence: answer.confidence, related };
  }
  const citations = new Map(
    answer.facts.flatMap((cited) => cited.citations.map((one) => [one.number, one.source])),
  );
  return {
    status: 'answered',
    facts: answer.facts.map(({ fact }) => {
      const { id, kind, asOf } = fact;
      const { title, statement, speaker } = textOf(fact, language);
      return { id, kind, title, statement, asOf, ...(speaker === undefined ? {} : { speaker }) };
    }),
    citations: [...citations.values()].map(({ publisher, title, url, publishedOn, reportedBy }) => ({
      publisher,
      ...(title === undefined ? {} : { title }),
      url: url ?? null,
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(reportedBy === undefined ? {} : { reportedBy }),
    })),
    confidence: answer.confidence,
    related: questionsOf(answer.related),
  };
}
