import { describe, expect, it } from 'vitest';
import {
  chooseLanguage,
  continueLanguage,
  countNoun,
  detectLanguage,
  languageOf,
} from '../../src/bot/language.ts';

describe('the language of a text', () => {
  it.each([
    ['Коли підписали угоду?', 'uk'],
    ['Що таке DFC?', 'uk'],
    ['What does "рада" mean?', 'en'],
    ['2025-04-30 …?', undefined],
    ['', undefined],
  ])('of "%s" is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    ['uk', 'uk'],
    ['uk-UA', 'uk'],
    ['ukx', 'en'],
    ['en-GB', 'en'],
    [undefined, 'en'],
  ])('for the locale %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

describe('the language to answer in', () => {
  const ask = (question: string) => ({ arguments: { question } });

  it('is Ukrainian for a question in Ukrainian, whatever the asker reads', () => {
    expect(chooseLanguage(ask('коли підписали?'), 'en')).toBe('uk');
  });

  it('is else what the asker reads', () => {
    expect(chooseLanguage(ask('when was it signed?'), 'uk')).toBe('uk');
    expect(chooseLanguage({ arguments: { message: 'Чуже повідомлення.' } }, 'en')).toBe('en');
  });

  it('is else that of what was written, and English for nothing', () => {
    expect(chooseLanguage({ arguments: { message: 'Чуже повідомлення.' } })).toBe('uk');
    expect(chooseLanguage({ arguments: {} })).toBe('en');
  });

  it('stays the same after a reply until a question changes it', () => {
    expect(continueLanguage({ arguments: { fact: 'some-id' } }, 'uk')).toBe('uk');
    expect(continueLanguage(ask('when was it signed?'), 'uk')).toBe('en');
  });
});

describe('a number with its noun', () => {
  const fact = { en: ['fact', 'facts'], uk: ['факт', 'факти', 'фактів'] } as const;

  it.each([
    [1, '1 fact', '1 факт'],
    [2, '2 facts', '2 факти'],
    [5, '5 facts', '5 фактів'],
    [11, '11 facts', '11 фактів'],
    [21, '21 facts', '21 факт'],
    [0, '0 facts', '0 фактів'],
  ])('agrees with it: %i', (count, en, uk) => {
    expect(countNoun(count, fact)).toEqual({ en, uk });
  });
});
