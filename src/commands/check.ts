import type { Block } from '../bot/reply.ts';
import type { Citation, CitedFact } from '../knowledge/answer.ts';
import type { CheckedSentence, Comparison } from '../knowledge/check-message.ts';
import type { NonEmpty } from '../knowledge/corpus.ts';
import type { Source } from '../knowledge/schema.ts';
import { composeFact, toSourceLine } from './compose-answer.ts';
import { defineCommand } from './define-command.ts';

/** Fixed wording for how a sentence compares; it never says true or false. */
const verdicts: Readonly<Record<Comparison, string>> = {
  agrees: 'Agrees with the figures in this fact:',
  differs: 'Differs: the fact has other figures.',
  bears: 'The facts on this:',
  uncovered: 'I have no sourced fact on this.',
};
const claimedVerdict = 'Agrees with the figures of what somebody said, which is not the same as a count:';

export const check = defineCommand({
  name: 'check',
  description: 'Set the facts beside what a message says.',
  options: {
    message: { type: 'text', description: 'The message to check', required: true },
  },
  run: ({ message }, _invocation, { knowledge }) => {
    const { sentences, more } = knowledge.check(message);
    if (sentences.length === 0) {
      const text = `Nothing in this message touches what I know of ${knowledge.about.name}.`;
      return { visibility: 'private', blocks: [{ type: 'text', text }] };
    }
    const citations = createCitations();
    const blocks: Block[] = [
      { type: 'heading', text: 'Checked against the facts' },
      ...sentences.flatMap((sentence) => composeSentence(sentence, citations)),
    ];
    if (more > 0)
      blocks.push({
        type: 'text',
        text: `${more} more sentences touch the subject; check them by themselves.`,
      });
    if (citations.all().length > 0)
      blocks.push({ type: 'sources', sources: citations.all().map(toSourceLine) });
    return { visibility: 'shareable', blocks };
  },
});

function composeSentence({ quote, comparison, facts }: CheckedSentence, citations: Citations): Block[] {
  const [lead] = facts;
  const isOnlySaid = comparison === 'agrees' && lead?.fact.standing === 'claimed';
  const shown = facts
    .filter(({ role }) => role === 'lead' || role === 'contrast' || role === 'history')
    .slice(0, 2);
  return [
    { type: 'text', text: `“${quote}”\n${isOnlySaid ? claimedVerdict : verdicts[comparison]}` },
    ...shown.map((cited) => composeFact(citations.renumber(cited))),
  ];
}

interface Citations {
  renumber(cited: CitedFact): CitedFact;
  all(): readonly Citation[];
}

/** Numbers sources through the whole reply. */
function createCitations(): Citations {
  const numbers = new Map<Source, number>();
  const cite = (source: Source): Citation => {
    const number = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, number);
    return { number, source };
  };
  return {
    renumber: ({ citations: [first, ...others], ...cited }) => {
      const renumbered: NonEmpty<Citation> = [
        cite(first.source),
        ...others.map(({ source }) => cite(source)),
      ];
      return { ...cited, citations: renumbered };
    },
    all: () => [...numbers].map(([source, number]) => ({ number, source })),
  };
}
