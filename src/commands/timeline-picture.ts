import type { Language } from '../bot/language.ts';
import type { PictureBlock } from '../bot/reply.ts';
import type { Fact } from '../knowledge/corpus.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { drawChart, type EventChart } from '../pictures/index.ts';
import { lineOf } from './fact-line.ts';
import { describePicture, nameSources, pictureWords } from './picture-text.ts';

/** As many as are readable on a phone. */
const mostEvents = 8;
/** With fewer the list says it all. */
const fewestEvents = 3;

interface Options {
  readonly title: string;
  /** Ids of the facts that go before others, the most important first. */
  readonly milestones: readonly string[];
  readonly language: Language;
}

/** Facts on an axis of months, as many as can be read and described; undefined when there are too few. */
export function composeTimelinePicture(
  facts: readonly Fact[],
  { title, milestones, language }: Options,
): PictureBlock | undefined {
  // A year is no place on an axis of months.
  const dated = facts.filter(({ asOf }) => asOf.length > 4);
  const ranked = dated.length <= mostEvents ? dated : rank(dated, milestones).slice(0, mostEvents);
  for (let count = ranked.length; count >= fewestEvents; count -= 1) {
    const chosen = new Set(ranked.slice(0, count));
    const picture = compose(
      dated.filter((fact) => chosen.has(fact)),
      { title, all: facts.length, language },
    );
    if (picture !== undefined) return picture;
  }
  return undefined;
}

/** Milestones first, then what happened rather than what holds, the most reported first; the latest of equals. */
function rank(facts: readonly Fact[], milestones: readonly string[]): Fact[] {
  const places = new Map(milestones.map((id, place) => [id, place]));
  const placeOf = ({ id }: Fact) => places.get(id) ?? milestones.length;
  const isEvent = ({ kind }: Fact) => Number(kind === 'event');
  const isCurrent = ({ standing }: Fact) => Number(standing !== 'superseded');
  return facts.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      isEvent(b) - isEvent(a) ||
      isCurrent(b) - isCurrent(a) ||
      b.sources.length - a.sources.length ||
      b.asOf.localeCompare(a.asOf),
  );
}

/** Undefined when its words are too long for a platform. */
function compose(
  facts: readonly Fact[],
  { title, all, language }: { readonly title: string; readonly all: number; readonly language: Language },
): PictureBlock | undefined {
  const events = facts.map((fact) => ({
    date: fact.asOf,
    dateText: formatDate(fact.asOf, language),
    text: lineOf(fact, language),
  }));
  const subtitle = facts.length === all ? '' : pictureWords.choice(facts.length, all)[language];
  const sources = nameSources(
    facts.map(({ sources: [first] }) => first),
    language,
  );
  const alt = describePicture({
    what: pictureWords.timeline(title)[language],
    data: events.map(({ dateText, text }) => `${dateText}: ${text}`).join('; '),
    note: subtitle === '' ? undefined : subtitle,
    sources,
  });
  if (alt === undefined) return undefined;
  const chart: EventChart = { title, subtitle, events, notes: [sources], language };
  // The list below says what happened when.
  return { type: 'picture', name: `timeline-${language}`, alt, lines: [], render: () => drawChart(chart) };
}
