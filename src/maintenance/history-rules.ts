import { compareDates, formatDate, isDay, isPartialDate } from '../knowledge/partial-date.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { CorpusRule, LocatedEntries } from '../knowledge/rules.ts';

/**
 * What keeps the corpus's own history true: since when it says what it says.
 * @param today The latest day that is today somewhere; what is later has not happened.
 */
export function historyRules(today: string): readonly CorpusRule[] {
  return [
    checkAddedOn,
    (entries) => checkNothingIsAhead(entries, today),
    checkOvertakenOn,
    checkCorrections,
    checkReviewBy,
    checkWithdrawnIds,
  ];
}

/** The day that it is now where the day begins first, so that no maintainer's today is ahead of it. */
export function latestToday(): string {
  return Temporal.Now.plainDateISO('Pacific/Kiritimati').toString();
}

/** Whether the corpus is one that keeps its history: then every fact has to. */
function keepsHistory({ facts }: LocatedEntries): boolean {
  return facts.some(({ entry }) => entry.addedOn !== '' || entry.overtakenOn !== '');
}

function checkAddedOn(entries: LocatedEntries): Problem[] {
  if (!keepsHistory(entries)) return [];
  return entries.facts
    .filter(({ entry }) => entry.addedOn === '' && entry.id !== '')
    .map(({ problem }) => {
      const advice = 'write the day on which it comes into the corpus, addedOn: 2025-04-30; it never changes';
      return problem(['id'], 'does not say since when the corpus holds it', advice);
    });
}

function checkNothingIsAhead({ facts, sources, withdrawn }: LocatedEntries, today: string): Problem[] {
  const isAhead = (date: string) => isPartialDate(date) && compareDates(date, today) > 0;
  const advice = `correct it: today is ${formatDate(today, 'en')}`;
  const say = (name: string, date: string) => `has ${name} ${formatDate(date, 'en')}, which is ahead of us`;
  return [
    ...facts.flatMap(({ entry, problem }) => [
      ...(['asOf', 'addedOn', 'overtakenOn'] as const)
        .filter((name) => isAhead(entry[name]))
        .map((name) => problem([name], say(name, entry[name]), advice)),
      ...entry.corrections.flatMap(({ on }, index) =>
        isAhead(on) ? [problem(['corrections', index, 'on'], say('a correction on', on), advice)] : [],
      ),
    ]),
    ...sources
      .filter(({ entry }) => isAhead(entry.publishedOn))
      .map(({ entry, problem }) => problem(['publishedOn'], say('publishedOn', entry.publishedOn), advice)),
    ...withdrawn
      .filter(({ entry }) => isAhead(entry.on))
      .map(({ entry, problem }) => problem(['on'], say('on', entry.on), advice)),
  ];
}

function checkOvertakenOn({ facts }: LocatedEntries): Problem[] {
  const added = new Map(facts.map(({ entry }) => [entry.id, entry.addedOn]));
  return facts.flatMap(({ entry, problem }) => {
    const { addedOn, overtakenOn, supersededBy } = entry;
    if (supersededBy === '' && overtakenOn !== '') {
      const advice = 'name the later fact in supersededBy, or remove overtakenOn';
      return [problem(['overtakenOn'], 'has overtakenOn, but nothing has overtaken it', advice)];
    }
    if (isBefore(overtakenOn, addedOn)) {
      const message = `has overtakenOn ${formatDate(overtakenOn, 'en')}, before it was added (${formatDate(addedOn, 'en')})`;
      const advice = 'correct one of the two days; what came into the corpus overtaken needs no overtakenOn';
      return [problem(['overtakenOn'], message, advice)];
    }
    const successor = added.get(supersededBy) ?? '';
    if (overtakenOn === '' && isBefore(addedOn, successor)) {
      const message = `is overtaken by a fact that was added later, but does not say since when`;
      return [problem(['supersededBy'], message, `add overtakenOn: ${successor}`)];
    }
    return [];
  });
}

function checkCorrections({ facts }: LocatedEntries): Problem[] {
  return facts.flatMap(({ entry, problem }) =>
    entry.corrections.flatMap(({ on, was }, index) => {
      const before = entry.corrections[index - 1]?.on ?? '';
      if (isBefore(on, entry.addedOn)) {
        const message = `was corrected on ${formatDate(on, 'en')}, before it was added (${formatDate(entry.addedOn, 'en')})`;
        return [problem(['corrections', index, 'on'], message, 'correct one of the two days')];
      }
      if (isBefore(on, before)) {
        const message = 'has corrections that are not in the order of their days';
        return [problem(['corrections', index, 'on'], message, 'put the oldest first')];
      }
      if (was !== '' && was.trim() === entry.statement.trim()) {
        const advice = 'put what was wrong here, and what is right into statement';
        return [problem(['corrections', index, 'was'], 'says what it said before the correction', advice)];
      }
      return [];
    }),
  );
}

function checkReviewBy({ facts }: LocatedEntries): Problem[] {
  return facts
    .filter(({ entry }) => isBefore(entry.reviewBy, entry.addedOn))
    .map(({ entry, problem }) => {
      const message = `has reviewBy ${formatDate(entry.reviewBy, 'en')}, before it was added (${formatDate(entry.addedOn, 'en')})`;
      return problem(['reviewBy'], message, 'give a day to come, or remove it');
    });
}

function checkWithdrawnIds({ facts, withdrawn }: LocatedEntries): Problem[] {
  const held = new Set(facts.map(({ entry }) => entry.id));
  const first = new Set<string>();
  return withdrawn.flatMap(({ entry, problem }) => {
    const { id } = entry;
    if (id === '') return [];
    if (held.has(id)) {
      const advice = 'an id stays taken: give the fact another one, or take it off this list';
      return [problem(['id'], 'is withdrawn, and is a fact all the same', advice)];
    }
    if (first.has(id)) return [problem(['id'], 'is withdrawn twice', 'keep one of the two entries')];
    first.add(id);
    return [];
  });
}

/** Whether both are days and the first is the earlier one. */
function isBefore(a: string, b: string): boolean {
  return isDay(a) && isDay(b) && a < b;
}
