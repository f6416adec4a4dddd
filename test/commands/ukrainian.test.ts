import { beforeAll, describe, expect, it } from 'vitest';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import { shortenReply } from '../../src/bot/shorten.ts';
import { commands } from '../../src/commands/index.ts';
import { suggest } from '../../src/commands/suggest.ts';
import { createKnowledge, type Knowledge } from '../../src/knowledge/index.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';

let dispatch: Dispatch;
let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = createKnowledge(await loadCorpus('test/fixtures/ferry'));
  dispatch = createDispatch(commands, () => ({ knowledge, commands }), {
    report: (error) => {
      throw error;
    },
  });
});

const run = (command: string, args: Record<string, string> = {}) =>
  dispatch({ command, arguments: args, place: { platform: 'test' }, language: 'uk' });
const text = async (command: string, args?: Record<string, string>) =>
  renderPlainText(await run(command, args));

describe('an answer in Ukrainian', () => {
  it('is Ukrainian from the statement to the sources and proposals', async () => {
    expect(await text('ask', { question: 'when did the ferry sail again' })).toBe(
      [
        'Пором «Лебідь» знову вийшов у рейс 5 березня 2021 року. [1][2]\nУстановлений факт, станом на 5 березня 2021 року',
        'Джерела\n[1] Harbour News, з посиланням на Wire Service, «Ferry sails again», березень 2021 року\n    https://example.org/ferry-sails\n[2] Harbour Log, 2021 рік\n    Адресу сторінки не вдалося знайти.',
        'Пов’язані запитання\n  1  Про скількох пасажирів говорив капітан?\n  2  How many passengers did the harbour office count?',
      ].join('\n\n'),
    );
  });

  it('says of a statement that is missing in Ukrainian that it is English', async () => {
    expect(await text('fact', { fact: 'harbour-count' })).toMatch(
      /^The harbour office counted .*\nУстановлений факт, станом на 2021 рік\. Текст факту наразі лише англійською\.\n\n/,
    );
  });

  it('names the speaker and the note of a dispute in Ukrainian', async () => {
    const answer = await text('ask', { question: 'captain claim passengers a day' });
    expect(answer).toMatch(/Спірне твердження \(Оле Берг\): У березні 2021 року капітан/);
    expect(answer).toContain('Щодо цього джерела розходяться. Капітан рахував в обидва боки.');
  });

  it('names a false premise, in Ukrainian where the corpus has it', async () => {
    expect(await text('ask', { question: 'why did the ferry never sail again' })).toMatch(
      /^Запитання припускає, що пором більше не ходив\. Джерела кажуть інше\.\n\n/,
    );
  });

  it('gives scripts the Ukrainian texts under the same keys', async () => {
    const { answer } = await run('fact', { fact: 'captain-passengers' });
    expect(answer?.facts[0]).toEqual({
      id: 'captain-passengers',
      kind: 'claim',
      title: 'Капітан говорив про 300 пасажирів',
      statement: 'У березні 2021 року капітан Оле Берг сказав, що пором перевозить 300 пасажирів на день.',
      asOf: '2021-03',
      speaker: 'Оле Берг',
    });
    expect(answer?.related).toContain('Коли пором знову вийшов у рейс?');
  });

  it('is an honest refusal when no fact answers', async () => {
    expect(await text('ask', { question: 'зварити борщ' })).toBe(
      'У мене немає підтвердженого джерелами факту про це.\n\nЯ відповідаю на запитання на тему: the ferry Swan. Команда topics показує всі охоплені теми.',
    );
  });

  it('counts what does not fit in Ukrainian', async () => {
    const reply = await run('fact', { fact: 'captain-passengers' });
    const facts = reply.blocks.filter(({ type }) => type === 'fact').length;
    const shorter = shortenReply(
      reply,
      ({ blocks }) => blocks.filter(({ type }) => type === 'fact').length < facts,
    );
    expect(renderPlainText(shorter)).toContain('Тут не вмістилося: ще 1 факт.');
  });
});

describe('the other commands in Ukrainian', () => {
  it('lists the timeline with Ukrainian titles, dates and period', async () => {
    expect(await text('timeline', { topic: 'пором', from: '2021', to: '2021-04' })).toBe(
      'Хронологія: Пором, з 2021 року до квітня 2021 року\n\n2021 рік  The harbour counted 150 passengers (1)\nберезень 2021 року  Капітан говорив про 300 пасажирів – спірне твердження (Оле Берг) (2)\n5 березня 2021 року  Пором знову ходить (3)',
    );
  });

  it('counts and dates what is covered', async () => {
    const topics = await text('topics');
    expect(topics).toContain('Пором  3 факти (1)');
    expect(topics).toContain('Усього 3 факти, остання перевірка: 1 квітня 2021 року.');
  });

  it('shows whose reports the answers rest on', async () => {
    expect(await text('sources')).toContain('Джерела: 2 публікації від 2 видавців');
    expect(await text('sources', { publisher: 'harbour news' })).toContain(
      'Джерела: Harbour News, 1 публікація',
    );
  });

  it('describes every command', async () => {
    const help = await text('help');
    for (const { description } of commands) expect(help).toContain(description.uk);
    expect(help).toContain('Наприклад\n  1  Коли пором знову вийшов у рейс?');
  });

  it('sets facts beside a message', async () => {
    const checked = await text('check', { message: 'Captain Berg said 300 passengers a day.' });
    expect(checked).toMatch(
      /^Зіставлення з фактами\n\n«Captain Berg said 300 passengers a day\.»\nЗбігається/,
    );
  });

  it.each([
    ['nope', {}, 'Команди «nope» немає.'],
    ['ask', {}, 'Бракує параметра question.\n\nНапишіть після ask: ваше запитання своїми словами.'],
    ['timeline', { from: 'вчора' }, 'from — не дата: «вчора».'],
    ['timeline', { from: '2022', to: '2021' }, 'from (2022 рік) пізніше, ніж to (2021 рік).'],
    ['timeline', { topic: 'замок' }, 'Теми «замок» немає.\n\nЄ такі теми: ferry.'],
    ['timeline', { page: '9' }, 'Сторінки 9 немає.\n\nВкажіть сторінку від 1 до 1.'],
    ['fact', { fact: 'щось' }, 'Немає факту з таким id або такою назвою.'],
    ['sources', { publisher: 'ніхто' }, 'Жодна відповідь не спирається на видавця з назвою «ніхто».'],
  ])('explains a mistake: %s %j', async (command, args, message) => {
    expect(await text(command, args)).toContain(message);
  });
});

describe('proposals', () => {
  const labels = (kind: Parameters<typeof suggest>[0], typed: string, language: 'en' | 'uk') =>
    suggest(kind, typed, { most: 3, language }, knowledge).map(({ label }) => label);

  it('are Ukrainian for readers of it before anything is typed', () => {
    expect(labels('questions', '', 'uk')).toEqual(['Коли пором знову вийшов у рейс?']);
    expect(labels('questions', '', 'en')).toEqual(['When did the ferry sail again?']);
  });

  it('find a topic by the title that the person reads or types', () => {
    expect(labels('topics', 'пор', 'en')).toEqual(['Пором']);
    expect(labels('topics', 'fer', 'uk')).toEqual(['Пором']);
  });

  it('name facts in Ukrainian', () => {
    expect(labels('facts', 'captain', 'uk')).toContain('Капітан говорив про 300 пасажирів');
  });
});
