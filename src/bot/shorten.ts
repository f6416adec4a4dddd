import { endEarly } from './labels.ts';
import { countNoun, type Language, type Localized } from './language.ts';
import type { Block, FactBlock, ListBlock, Reply } from './reply.ts';

/** Texts between the facts are fixed wording, which is short, or repeat what somebody wrote, which may end early. */
const longTexts = [500, 100] as const;

/**
 * The longest form of a reply that fits a platform. What repeats a long text of somebody's ends early; then whole facts
 * are left out from the end, with the sources that only they need, or whole items of a list, and it says how many. A
 * statement is never cut, and the first fact stays with all its sources. At last there are no choices.
 */
export function shortenReply(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  if (fits(reply)) return reply;
  const [first, last] = longTexts;
  const short = shortenBody(endTexts(reply, first), fits);
  if (fits(short)) return short;
  const shorter = endTexts(short, last);
  return fits(shorter) ? shorter : withoutChoices(shorter);
}

function endTexts(reply: Reply, most: number): Reply {
  const blocks = reply.blocks.map((block) =>
    block.type === 'text' ? { ...block, text: endEarly(block.text, most) } : block,
  );
  return { ...reply, blocks };
}

function withoutChoices(reply: Reply): Reply {
  return { ...reply, blocks: reply.blocks.filter(({ type }) => type !== 'choices') };
}

function shortenBody(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  let shorter = reply;
  for (let left = 1; !fits(shorter); left += 1) {
    const { blocks: all, language } = reply;
    const blocks = dropFact(all, left, language) ?? dropItems(all, left, language);
    if (blocks === undefined) return shorter;
    shorter = { ...reply, blocks };
  }
  return shorter;
}

/** Without the last `count` facts; undefined when that would leave none. */
function dropFact(blocks: readonly Block[], count: number, language: Language): Block[] | undefined {
  const facts = blocks.filter((block) => block.type === 'fact');
  if (facts.length <= count) return undefined;
  const dropped = new Set<Block>(facts.slice(-count));
  const kept = blocks.filter((block) => !dropped.has(block));
  const marks = new Set(kept.flatMap((block) => (block.type === 'fact' ? (block as FactBlock).marks : [])));
  return kept.flatMap((block): Block[] => {
    if (block.type !== 'sources') return [block];
    const sources = block.sources.filter(({ number }) => marks.has(number));
    return [
      { type: 'text', text: factsLeftOut(count)[language] },
      { type: 'sources', sources },
    ];
  });
}

function dropItems(blocks: readonly Block[], count: number, language: Language): Block[] | undefined {
  const list = blocks.find((block): block is ListBlock => block.type === 'list');
  if (list === undefined || list.items.length <= count) return undefined;
  return blocks.flatMap((block): Block[] =>
    block === list
      ? [
          { type: 'list', items: list.items.slice(0, -count) },
          { type: 'text', text: itemsLeftOut(count)[language] },
        ]
      : [block],
  );
}

function factsLeftOut(count: number): Localized {
  const facts = countNoun(count, {
    en: ['more fact does', 'more facts do'],
    uk: ['факт', 'факти', 'фактів'],
  });
  return { en: `${facts.en} not fit here.`, uk: `Тут не вмістилося: ще ${facts.uk}.` };
}

function itemsLeftOut(count: number): Localized {
  return { en: `${count} more do not fit here.`, uk: `Тут не вмістилося: ще ${count}.` };
}
