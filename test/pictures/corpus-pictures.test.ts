import { beforeAll, describe, expect, it } from 'vitest';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';
import { languages } from '../../src/bot/language.ts';
import { longestAlt, type PictureBlock } from '../../src/bot/reply.ts';
import { writeAmount } from '../../src/commands/amount-text.ts';
import { chartTextOf } from '../../src/commands/chart-picture.ts';
import { commands } from '../../src/commands/index.ts';
import { createKnowledge, type Knowledge } from '../../src/knowledge/index.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';
import { canWrite } from '../../src/pictures/font.ts';
import { marginsAreEmpty } from '../support/pixels.ts';

const mostBytes = 200_000;
let knowledge: Knowledge;
let dispatch: Dispatch;

beforeAll(async () => {
  knowledge = createKnowledge(await loadCorpus('data'));
  dispatch = createDispatch(commands, () => ({ knowledge, commands }), {
    report: (error) => {
      throw error;
    },
  });
});

async function pictureOf(
  command: string,
  args: Record<string, string>,
  language: (typeof languages)[number],
): Promise<PictureBlock> {
  const reply = await dispatch({ command, arguments: args, place: { platform: 'test' }, language });
  const picture = reply.blocks.find((block) => block.type === 'picture');
  if (picture === undefined) throw new Error(`no picture for ${command} ${JSON.stringify(args)}`);
  return picture;
}

async function expectGoodPicture(picture: PictureBlock): Promise<void> {
  expect(picture.alt.length).toBeLessThanOrEqual(longestAlt);
  expect(canWrite(picture.alt)).toBe(true);
  const { png, width } = await picture.render();
  expect(width).toBe(1_200);
  expect(png.length).toBeLessThan(mostBytes);
  expect(marginsAreEmpty(png)).toBe(true);
}

describe('the charts of the corpus', () => {
  it('are there, each with its words in both languages', () => {
    expect(knowledge.charts.length).toBeGreaterThanOrEqual(6);
    for (const { uk, note, bars } of knowledge.charts) {
      expect(uk).toBeDefined();
      expect(uk?.note === undefined).toBe(note === undefined);
      for (const bar of bars) expect(bar.uk).toBeDefined();
    }
  });

  it.each(languages)('say every number and every source in words, and fit: %s', async (language) => {
    for (const chart of knowledge.charts) {
      const picture = await pictureOf('chart', { of: chart.id }, language);
      const { unit } = chartTextOf(chart, language);
      for (const bar of chart.bars.filter(({ minor }) => minor !== true)) {
        expect(picture.alt).toContain(writeAmount(bar, unit, language));
        expect(picture.lines.join('\n')).toContain(writeAmount(bar, unit, language));
        for (const { publisher } of bar.fact.sources) expect(picture.alt).toContain(publisher);
      }
      await expectGoodPicture(picture);
    }
  });
});

describe('timelines', () => {
  it.each(languages)('of the whole and of each topic fit: %s', async (language) => {
    await expectGoodPicture(await pictureOf('timeline', {}, language));
    for (const { id } of knowledge.topics) {
      const count = knowledge.timeline({ topic: id }).filter(({ asOf }) => asOf.length > 4).length;
      if (count >= 3) await expectGoodPicture(await pictureOf('timeline', { topic: id }, language));
    }
  });

  it('show milestones first when there are more events than have room', async () => {
    const { alt } = await pictureOf('timeline', {}, 'en');
    const [first, second] = knowledge.milestones.map((id) => knowledge.facts.get(id)?.title ?? '');
    expect(alt).toContain(first);
    expect(alt).toContain(second);
    expect(alt).toMatch(/A choice of \d+ out of \d+/);
  });
});
