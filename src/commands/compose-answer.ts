import type {
  AnswerSummary,
  Block,
  Choice,
  ChoicesBlock,
  FactBlock,
  Reply,
  SourceLine,
} from '../bot/reply.ts';
import type { Answer, Citation, CitedFact, RelatedQuestion } from '../knowledge/answer.ts';
import type { Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { formatDate } from '../knowledge/partial-date.ts';

type Answered = Extract<Answer, { status: 'answered' }>;
type Unanswered = Extract<Answer, { status: 'unanswered' }>;

/** Puts an answer into words: statements of the corpus and the fixed wording of this file, nothing else. */
export function composeAnswer(answer: Answer, knowledge: Knowledge): Reply {
  return answer.status === 'answered' ? composeAnswered(answer) : composeUnanswered(answer, knowledge);
}

function composeAnswered(answer: Answered): Reply {
  const blocks: Block[] = [];
  if (answer.assumption !== undefined) {
    blocks.push({
      type: 'text',
      text: `The question assumes ${answer.assumption}. The sources say otherwise.`,
    });
  }
  const [lead] = answer.facts;
  for (const cited of answer.facts) {
    const before = introduce(cited, lead.fact, blocks);
    if (before !== undefined) blocks.push({ type: 'text', text: before });
    blocks.push(composeFact(cited));
  }
  blocks.push({ type: 'sources', sources: composeSources(answer.facts) });
  if (answer.related.length > 0) blocks.push(composeChoices('Related questions', answer.related));
  return { visibility: 'shareable', blocks, answer: summarise(answer) };
}

/** A sentence that says why the next fact stands here, where that is not plain. */
function introduce({ fact, role }: CitedFact, lead: Fact, before: readonly Block[]): string | undefined {
  if (role === 'contrast') {
    const note = lead.conflictNote ?? fact.conflictNote;
    const text = note === undefined ? 'Sources differ on this:' : `Sources differ on this. ${note}`;
    return before.some((block) => block.type === 'text' && block.text === text) ? undefined : text;
  }
  if (role === 'update') return 'This has been overtaken since:';
  if (role === 'history') return 'Before that:';
  return undefined;
}

/** One fact with its standing and date, and the numbers of its sources. */
export function composeFact({ fact, citations }: CitedFact): FactBlock {
  const label = labelOf(fact);
  const asOf = formatDate(fact.asOf);
  return {
    type: 'fact',
    factId: fact.id,
    ...(label === undefined ? {} : { label }),
    statement: fact.statement,
    marks: citations.map(({ number }) => number),
    note: label === undefined ? `Established fact, as of ${asOf}` : `As of ${asOf}`,
  };
}

/** What the fact is if it is not simply established, in words. */
export function labelOf(fact: Fact): string | undefined {
  const isSaid = fact.kind === 'claim' || fact.kind === 'position';
  const said = fact.kind === 'position' ? `Position of ${fact.speaker}` : `Claim by ${fact.speaker}`;
  if (fact.standing === 'superseded') return isSaid ? `Overtaken, ${lowerFirst(said)}` : 'Overtaken';
  if (isSaid) return fact.conflicts.length > 0 ? `${said}, disputed` : said;
  return fact.standing === 'disputed' ? 'Figures or accounts differ' : undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function composeSources(facts: readonly CitedFact[]): SourceLine[] {
  const citations = new Map(
    facts.flatMap((cited) => cited.citations.map((citation) => [citation.number, citation])),
  );
  return [...citations.values()].map(toSourceLine);
}

export function toSourceLine({ number, source }: Citation): SourceLine {
  const { publisher, reportedBy, title, publishedOn, url, urlNote } = source;
  return {
    number,
    publisher,
    ...(reportedBy === undefined ? {} : { reporting: reportedBy }),
    ...(title === undefined ? {} : { title }),
    ...(publishedOn === undefined ? {} : { date: formatDate(publishedOn) }),
    ...(url === undefined ? {} : { url }),
    ...(urlNote === undefined ? {} : { note: urlNote }),
  };
}

function composeUnanswered(answer: Unanswered, knowledge: Knowledge): Reply {
  const blocks: Block[] = [{ type: 'text', text: 'I have no sourced fact on that.' }];
  if (answer.nearest.length > 0) blocks.push(composeChoices('The closest that I can answer', answer.nearest));
  const topics = answer.nearestTopics.map(({ title }) => title);
  blocks.push({
    type: 'text',
    text: [
      topics.length === 0
        ? `I answer questions about ${knowledge.about.name}.`
        : `Nearest topics: ${topics.join('; ')}.`,
      'The command topics shows all that is covered.',
    ].join(' '),
  });
  return { visibility: 'shareable', blocks, answer: summarise(answer) };
}

function composeChoices(title: string, related: readonly RelatedQuestion[]): ChoicesBlock {
  return {
    type: 'choices',
    title,
    choices: related.map(({ factId, question }) => factChoice(factId, question)),
  };
}

/** What shows the answer that a fact gives. */
export function factChoice(factId: string, label: string): Choice {
  return { label, command: 'fact', arguments: { fact: factId } };
}

function summarise(answer: Answer): AnswerSummary {
  if (answer.status === 'unanswered') {
    const related = answer.nearest.map(({ question }) => question);
    return { status: 'no_answer', facts: [], citations: [], confidence: answer.confidence, related };
  }
  const citations = new Map(
    answer.facts.flatMap((cited) => cited.citations.map((one) => [one.number, one.source])),
  );
  return {
    status: 'answered',
    facts: answer.facts.map(({ fact: { id, kind, title, statement, asOf, speaker } }) => ({
      id,
      kind,
      title,
      statement,
      asOf,
      ...(speaker === undefined ? {} : { speaker }),
    })),
    citations: [...citations.values()].map(({ publisher, title, url, publishedOn, reportedBy }) => ({
      publisher,
      ...(title === undefined ? {} : { title }),
      url: url ?? null,
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(reportedBy === undefined ? {} : { reportedBy }),
    })),
    confidence: answer.confidence,
    related: answer.related.map(({ question }) => question),
  };
}
