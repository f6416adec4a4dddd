import { endEarly } from '../bot/labels.ts';
import { countNoun, type Language, type Localized } from '../bot/language.ts';
import type { Block } from '../bot/reply.ts';
import type { Citation, CitedFact } from '../knowledge/answer.ts';
import type { CheckedSentence, Comparison } from '../knowledge/check-message.ts';
import type { NonEmpty } from '../knowledge/corpus.ts';
import type { Source } from '../knowledge/schema.ts';
import { composeFact, toSourceLine } from './compose-answer.ts';
import { aboutOf } from './corpus-text.ts';
import { defineCommand } from './define-command.ts';

/** A sentence is repeated so that it is known again; platforms take no endless one. */
const longestQuote = 300;

/** Fixed wording for how a sentence compares; it never says true or false. */
const verdicts: Readonly<Record<Comparison, Localized>> = {
  agrees: { en: 'Agrees with the figures in this fact:', uk: 'Збігається з цифрами цього факту:' },
  differs: { en: 'Differs: the fact has other figures.', uk: 'Розбіжність: у факті інші цифри.' },
  bears: { en: 'The facts on this:', uk: 'Факти про це:' },
  uncovered: {
    en: 'I have no sourced fact on this.',
    uk: 'У мене немає підтвердженого джерелами факту про це.',
  },
};
const claimedVerdict: Localized = {
  en: 'Agrees with the figures of what somebody said, which is not the same as a count:',
  uk: 'Збігається з цифрами з чиєїсь заяви, а це не те саме, що підрахунок:',
};

export const check = defineCommand({
  name: 'check',
  description: { en: 'Set the facts beside what a message says.', uk: 'Зіставити повідомлення з фактами.' },
  options: {
    message: {
      type: 'text',
      description: { en: 'The message to check', uk: 'Повідомлення, яке треба перевірити' },
      required: true,
    },
  },
  run: ({ message }, { language }, { knowledge }) => {
    const { sentences, more } = knowledge.check(message);
    if (sentences.length === 0) {
      const text = nothingToCheck(aboutOf(knowledge.about, language).name)[language];
      return { visibility: 'private', blocks: [{ type: 'text', text }] };
    }
    const citations = createCitations();
    const blocks: Block[] = [
      { type: 'heading', text: heading[language] },
      ...sentences.flatMap((sentence) => composeSentence(sentence, citations, language)),
    ];
    if (more > 0) blocks.push({ type: 'text', text: sentencesLeftOut(more)[language] });
    if (citations.all().length > 0)
      blocks.push({ type: 'sources', sources: citations.all().map((one) => toSourceLine(one, language)) });
    return { visibility: 'shareable', blocks };
  },
});

function composeSentence(
  { quote, comparison, facts }: CheckedSentence,
  citations: Citations,
  language: Language,
): Block[] {
  const [lead] = facts;
  const isOnlySaid = comparison === 'agrees' && lead?.fact.standing === 'claimed';
  const verdict = isOnlySaid ? claimedVerdict : verdicts[comparison];
  const shown = facts
    .filter(({ role }) => role === 'lead' || role === 'contrast' || role === 'history')
    .slice(0, 2);
  return [
    { type: 'text', text: `${inQuotes(endEarly(quote, longestQuote))[language]}\n${verdict[language]}` },
    ...shown.map((cited) => composeFact(citations.renumber(cited), language)),
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

const heading: Localized = { en: 'Checked against the facts', uk: 'Зіставлення з фактами' };

const nothingToCheck = (subject: string): Localized => ({
  en: `Nothing in this message touches what I know of ${subject}.`,
  uk: `У цьому повідомленні немає нічого з того, що я знаю на тему: ${subject}.`,
});

function sentencesLeftOut(count: number): Localized {
  const sentences = countNoun(count, {
    en: ['more sentence touches the subject; check it', 'more sentences touch the subject; check them'],
    uk: ['речення', 'речення', 'речень'],
  });
  return { en: `${sentences.en} separately.`, uk: `За темою є ще ${sentences.uk}: перевірте окремо.` };
}

const inQuotes = (quote: string): Localized => ({ en: `“${quote}”`, uk: `«${quote}»` });
