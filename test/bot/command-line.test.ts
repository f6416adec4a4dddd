import { describe, expect, it } from 'vitest';
import { checkArguments } from '../../src/bot/arguments.ts';
import type { Options } from '../../src/bot/command.ts';
import { parseCommandLine } from '../../src/bot/command-line.ts';
import { UserError } from '../../src/errors.ts';

const timeline = {
  name: 'timeline',
  options: {
    topic: { type: 'text', description: { en: 'A topic', uk: 'Тема' } },
    from: { type: 'date', description: { en: 'First day', uk: 'Перший день' } },
    page: { type: 'count', description: { en: 'Which page', uk: 'Яка сторінка' } },
  },
} as const;
const ask = {
  name: 'ask',
  options: {
    question: { type: 'text', description: { en: 'Your question', uk: 'Ваше запитання' }, required: true },
  },
} as const;
const help = { name: 'help', options: {} } as const;
const commands = [ask, timeline, help];
const parse = (line: string, slashOnly = false) =>
  parseCommandLine(line, commands, { fallback: 'ask', slashOnly });

describe('a typed line', () => {
  it('is a command with named options in any order, and free words for its first text option', () => {
    expect(parse('timeline from:2025-04 the fund page: 2')).toEqual({
      command: 'timeline',
      arguments: { topic: 'the fund', from: '2025-04', page: '2' },
    });
  });

  it('keeps quoted words together', () => {
    expect(parse('timeline topic:"the joint fund"').arguments).toEqual({ topic: 'the joint fund' });
  });

  it('is a question when it begins with no command', () => {
    expect(parse('when was it signed')).toEqual({
      command: 'ask',
      arguments: { question: 'when was it signed' },
    });
  });

  it('may begin with a command word and be a question where commands need a slash', () => {
    expect(parse('timeline of the deal?', true).arguments).toEqual({ question: 'timeline of the deal?' });
    expect(parse('/timeline fund', true).command).toBe('timeline');
    expect(parse('timeline', true).command).toBe('timeline');
  });

  it('gives free words to the first date of a command without text options', () => {
    const news = { name: 'new', options: { page: timeline.options.page, since: timeline.options.from } };
    expect(parseCommandLine('new 2025-04', [news], { fallback: 'ask' }).arguments).toEqual({
      since: '2025-04',
    });
  });

  it('needs no slash where an option is named', () => {
    const read = (line: string) =>
      parseCommandLine(line, [ask, timeline], { fallback: 'ask', slashOnly: true }).command;
    expect([read('timeline from:2025'), read('timeline of the deal'), read('/timeline of the deal')]).toEqual(
      ['timeline', 'ask', 'timeline'],
    );
  });

  it('keeps the name of a command that there is not, so that it can be explained', () => {
    expect(parse('/nope now').command).toBe('nope');
  });

  it('keeps words that no option takes, so that they can be explained', () => {
    const { arguments: given } = parse('help me');
    expect(() => checkArguments(help, given, 'en')).toThrow('help has no option "me".');
  });
});

describe('the arguments of a command', () => {
  it('come out in the types of its options', () => {
    expect(checkArguments(timeline, { from: '2025-04', page: '3' }, 'en')).toEqual({
      topic: undefined,
      from: '2025-04',
      page: 3,
    });
  });

  it.each([
    [ask, {}, 'The question is missing.'],
    [timeline, { from: 'yesterday' }, 'from is not a date: "yesterday".'],
    [timeline, { from: '2025-02-30' }, 'from is not a date: "2025-02-30".'],
    [timeline, { page: '0' }, 'page is not a number from 1 on: "0".'],
    [timeline, { until: '2025' }, 'timeline has no option "until".'],
  ])('are refused with a reason: %#', (command, given, message) => {
    expect(() => checkArguments<Options>(command, given, 'en')).toThrow(UserError);
    expect(() => checkArguments<Options>(command, given, 'en')).toThrow(message);
  });
});
