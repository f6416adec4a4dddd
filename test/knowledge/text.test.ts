import { describe, expect, it } from 'vitest';
import { fold, toPlainLine } from '../../src/knowledge/text/clean.ts';
import { questionKind } from '../../src/knowledge/text/question-kind.ts';
import { createAnalyser } from '../../src/knowledge/text/terms.ts';

const analyser = createAnalyser([
  { term: 'Zelenskyy', kind: 'person', aliases: ['Zelensky', 'Volodymyr Zelenskyy', 'Ukrainian president'] },
  { term: 'repay', kind: 'word', aliases: ['pay back', 'paid back'] },
  { term: 'criticise', kind: 'word', aliases: ['slam'] },
  { term: 'US', kind: 'place', aliases: ['the States', 'Uncle Sam'] },
  { term: 'ore', kind: 'mineral', aliases: ['rock'] },
]);
const terms = (text: string) => analyser.analyse(text).map((term) => term.text);

describe('a text as terms', () => {
  it.each([
    ['30 April', '30 April 2025', 'April 30th, 2025', '2025-04-30', '30.04.2025', 'the 30th of April 2025'],
  ])('has one form for a day, however it is written', (...spellings) => {
    for (const spelling of spellings)
      expect(terms(spelling)).toEqual(expect.arrayContaining(['04-30', 'month-04']));
  });

  it.each([
    '$300bn',
    '300 billion dollars',
    'US$300 billion',
    '300b',
    'three hundred billion',
    '$300,000,000,000',
  ])('has one form for an amount: %s', (spelling) => {
    expect(terms(spelling)).toContain('300000000000');
  });

  it.each(['50%', '50 percent', 'fifty per cent'])('has one form for a share: %s', (spelling) => {
    expect(terms(spelling)).toEqual(['50%']);
  });

  it.each([
    ['30 квітня 2025', '04-30'],
    ['300 млрд доларів', '300000000000'],
    ['50 відсотків', '50%'],
  ])('reads dates and amounts in Ukrainian, too: %s', (text, term) => {
    expect(terms(text)).toContain(term);
  });

  it('knows a Ukrainian word in its inflections, and keeps й and ї', () => {
    expect(terms('корисних копалин')).toEqual(terms('корисні копалини'));
    expect(terms('ратифікувала')).toEqual(terms('ратифікація'));
    expect(fold('Її край')).toBe('її край');
  });

  it('reads half a trillion as an amount', () => {
    expect(terms('half a trillion')).toEqual(['500000000000']);
  });

  it('takes "may" for a month only beside a date', () => {
    expect(terms('8 May')).toContain('month-05');
    expect(terms('may they')).not.toContain('month-05');
  });

  it('puts aliases in their standard form, in any inflection', () => {
    expect(terms('ZELENSKY’s')).toEqual(terms('Zelenskyy'));
    expect(terms('paying back')).toEqual(expect.arrayContaining(terms('repay')));
    expect(terms('slammed')).toEqual(terms('criticise'));
  });

  it('does not take an unlike word for an alias because their stems meet', () => {
    expect(terms('critical')).not.toEqual(terms('criticise'));
    expect(terms('or')).not.toEqual(terms('ore'));
    expect(terms('the state')).not.toContain('us');
  });

  it('reads U.S. as the country', () => {
    expect(terms('U.S.')).toEqual(['us']);
  });
});

describe('a plain line', () => {
  it('lets no terminal escape, control or direction mark through', () => {
    const nasty = 'a\u001b[31mb\u001b]0;title\u0007c\u009b2Jd\u202ee\u200bf\ng\u0000h';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(toPlainLine(nasty)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u202e]/);
    expect(toPlainLine(nasty)).toBe('abcdef g h');
  });

  it('folds case, diacritics, width and apostrophes', () => {
    expect(fold('Séjourné’s ＤＦＣ don’t')).toBe('sejourne dfc dont');
  });
});

describe('the kind of a question', () => {
  it.each([
    ['when was it signed', 'time'],
    ['what year was it', 'time'],
    ['how much is it', 'amount'],
    ['who signed it', 'person'],
    ['where was it signed', 'place'],
    ['why did they sign', 'reason'],
    ['is it true that they signed', 'yes-no'],
    ['should i buy shares', 'advice'],
    ['do you like him', 'opinion'],
    ['will it last', 'future'],
    ['deal pages', 'other'],
  ] as const)('%s: %s', (question, kind) => {
    expect(questionKind(analyser.words(question))).toBe(kind);
  });
});
