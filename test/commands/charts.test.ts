import { beforeAll, describe, expect, it } from 'vitest';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';
import { drawPictures } from '../../src/bot/drawn-pictures.ts';
import type { Language } from '../../src/bot/language.ts';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import type { PictureBlock, Reply } from '../../src/bot/reply.ts';
import { writeAmount } from '../../src/commands/amount-text.ts';
import { commands } from '../../src/commands/index.ts';
import { createKnowledge } from '../../src/knowledge/index.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';

let dispatch: Dispatch;

beforeAll(async () => {
  const knowledge = createKnowledge(await loadCorpus('test/fixtures/bridge'));
  dispatch = createDispatch(commands, () => ({ knowledge, commands }), {
    report: (error) => {
      throw error;
    },
  });
});

const run = (command: string, args: Record<string, string> = {}, language: Language = 'en') =>
  dispatch({ command, arguments: args, place: { platform: 'test' }, language });
const text = async (command: string, args?: Record<string, string>, language?: Language) =>
  renderPlainText(await run(command, args, language));
const pictureIn = ({ blocks }: Reply) => blocks.find((block) => block.type === 'picture');

describe('chart', () => {
  it('says in words what the picture shows, then the facts behind it with their standing and sources', async () => {
    expect(await text('chart', { of: 'cost' })).toMatch(
      /^What the bridge cost\n\nmillion dollars\nThe auditors \(January 2021\): 19\nThe mayor \(claim, 2020\): 12\n\nNot everybody counts the access roads\.\n\nOther figures: The mayor once more \(claim, 2020\): about 12\.\n\nThe town's auditors counted .* \[1\]\n.*\n\nClaim by Ada Stone, disputed: .* \[2\]\n.*\n\nSources\n\[1\] Town Herald, 15 January 2021\n/,
    );
  });

  it('does so in Ukrainian', async () => {
    const { alt } = pictureIn(await run('chart', { of: 'cost' }, 'uk')) ?? { alt: '' };
    expect(alt).toBe(
      "Стовпчикова діаграма: Скільки коштував міст (млн доларів). Аудитори (січень 2021 року): 19; Міський голова (твердження, 2020 рік): 12. Не всі рахують під'їзні дороги. Джерела: Town Herald, 2021; River Post, 2020.",
    );
  });

  it('lists what there is when it is not told which', async () => {
    const reply = await run('chart');
    expect(renderPlainText(reply)).toBe('Charts\n\nWhat the bridge cost  million dollars (1)');
    const list = reply.blocks.find((block) => block.type === 'list');
    expect(list?.items[0]?.choice).toMatchObject({ command: 'chart', arguments: { of: 'cost' } });
  });

  it.each(['cost', 'COST', 'what the bridge', 'Скільки коштував міст'])('finds "%s"', async (of) => {
    expect(await text('chart', { of })).toContain('What the bridge cost');
  });

  it('explains what is not there', async () => {
    expect(await text('chart', { of: 'castle' })).toBe('There is no chart "castle".\n\nThe charts are cost.');
  });

  it('says in words all that the picture says, when it can not be drawn', async () => {
    const reply = await run('chart', { of: 'cost' });
    const picture = pictureIn(reply);
    const fail = () => Promise.reject(new Error('no room'));
    const broken: PictureBlock[] = picture === undefined ? [] : [{ ...picture, render: fail }];
    const reported: unknown[] = [];
    const drawn = await drawPictures({ blocks: broken }, (error) => reported.push(error));
    expect([broken.length, drawn.size, String(reported[0])]).toEqual([
      1,
      0,
      "Error: the picture chart-cost-en can't be drawn: no room",
    ]);
  });
});

describe('timeline', () => {
  it('has a picture before its list, and needs no other words for it', async () => {
    const reply = await run('timeline', { from: '2020-05' });
    expect(reply.blocks.map(({ type }) => type)).toEqual(['heading', 'picture', 'list']);
    expect(pictureIn(reply)?.alt).toBe(
      'Picture: Timeline: the Long Bridge, from May 2020. May 2020: The bridge is free of charge; 1 June 2020: The bridge opened to traffic; January 2021: Auditors counted $19 million. A choice of 3 out of 4; the list has them all. Sources: River Post, 2020; Town Herald, 2021.',
    );
    expect(renderPlainText(reply)).toMatch(/^Timeline: the Long Bridge, from May 2020\n\n/);
  });

  it('has none where two events say all', async () => {
    expect(pictureIn(await run('timeline', { from: '2020-06' }))).toBeUndefined();
  });
});

describe('an amount', () => {
  it('is written as its statement puts it', () => {
    const written = (amount: Parameters<typeof writeAmount>[0], unit = 'tons') =>
      (['en', 'uk'] as const).map((language) => writeAmount(amount, unit, language));
    expect(written({ value: 174.2 })).toEqual(['174.2', '174,2']);
    expect(written({ value: 20, bound: 'less-than' }, '%')).toEqual(['less than 20%', 'менше ніж 20%']);
    expect(written({ value: 0.5, upTo: 33 })).toEqual(['0.5–33', '0,5–33']);
    expect(written({ value: 760_000, bound: 'more-than' })).toEqual([
      'more than 760,000',
      'понад 760\u00a0000',
    ]);
  });
});
