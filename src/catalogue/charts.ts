import type { Language } from '../bot/language.ts';
import { collectFigureSets, greatestOf, type StatedAmount } from '../knowledge/figure-sets.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Amount } from '../knowledge/measure-schema.ts';
import { createLines, type FactLine } from './fact-line.ts';
import { boundWords } from './wording.ts';

/** What different facts say of one thing, in one unit. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly note: string | undefined;
  /** The greatest first. */
  readonly bars: readonly Bar[];
  /** The greatest amount of all. */
  readonly greatest: number;
}

export interface Bar {
  readonly fact: FactLine;
  /** Whose figure it is: the speaker or, where nobody is named, who reported it first. */
  readonly who: string;
  /** Which of several amounts of the fact it is. */
  readonly label: string | undefined;
  readonly value: number;
  /** The upper end of a range. */
  readonly upTo: number | undefined;
  /** "about 350", "0.5–33". */
  readonly amount: string;
  /** Whether somebody says so, and nobody counted. */
  readonly isSaid: boolean;
}

export function chartsOf(knowledge: Knowledge, language: Language): Chart[] {
  const toLine = createLines(knowledge, language);
  const toBar = ({ fact, amount }: StatedAmount): Bar => {
    const line = toLine(fact);
    return {
      fact: line,
      who: line.speaker ?? fact.sources[0].reportedBy ?? fact.sources[0].publisher,
      label: language === 'uk' ? (amount.uk?.label ?? amount.label) : amount.label,
      value: amount.value,
      upTo: amount.upTo,
      amount: writeAmount(amount, language),
      isSaid: fact.kind === 'claim' || fact.kind === 'position',
    };
  };
  return collectFigureSets(knowledge).map(({ measure, amounts }) => {
    const { title, unit, note } = language === 'uk' ? { ...measure, ...measure.uk } : measure;
    return {
      id: measure.id,
      title,
      unit,
      note,
      bars: amounts.map(toBar),
      greatest: Math.max(...amounts.map(({ amount }) => greatestOf(amount))),
    };
  });
}

/** The number as its statement puts it, without the unit. */
export function writeAmount({ value, upTo, bound }: Amount, language: Language): string {
  const format = new Intl.NumberFormat(language === 'uk' ? 'uk-UA' : 'en-GB', { maximumFractionDigits: 6 });
  const number = upTo === undefined ? format.format(value) : `${format.format(value)}–${format.format(upTo)}`;
  return bound === undefined ? number : boundWords[bound](number)[language];
}
