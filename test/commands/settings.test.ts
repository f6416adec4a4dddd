import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Invocation, Permission, Place } from '../../src/bot/command.ts';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { defaultSettings, encodeSettings } from '../../src/bot/tenant-settings.ts';
import type { OpenedBot } from '../../src/bot-setup.ts';
import { privacy } from '../../src/commands/privacy.ts';
import { settings } from '../../src/commands/settings.ts';
import { readSetting, settingValues } from '../../src/commands/settings-values.ts';
import { buildCorpus } from '../../src/knowledge/build-corpus.ts';
import { createKnowledge } from '../../src/knowledge/index.ts';
import { openDeskBot } from '../support/open-desk-bot.ts';
import type { TestDatabase } from '../support/storage/driver.ts';
import { sqlite } from '../support/storage/sqlite.ts';

let database: TestDatabase;
let bot: OpenedBot;
let lines: string[];

const place = { platform: 'test', tenant: 'T1', channel: 'C1' };
const question = { question: 'when did the bridge open' };
const gap = { question: 'who painted the bridge green' };

function ask(
  command: string,
  given: Readonly<Record<string, string>> = {},
  more: Partial<Invocation> = {},
): Promise<Reply> {
  return bot.dispatch({ command, arguments: given, place, language: 'en', ...more });
}

const as = (permission: Permission) => ({ mayConfigure: async () => permission });
const change = (given: Readonly<Record<string, string>>) => ask('settings', given, as('granted'));
/** Whether an answer without facts may be shown to everyone there. */
const mayShare = async (where: Place) => {
  const answer = { name: undefined, language: 'en' } as const;
  return (await bot.permitShare({ place: where, asker: undefined, answer, language: 'en' })).isGranted;
};
const textOf = async (reply: Promise<Reply>) => renderPlainText(await reply);
/** All rows of a table, as they stand in the file. */
const rowsOf = (table: string) => {
  const file = new DatabaseSync(database.environment.DATABASE_FILE ?? '', { readOnly: true });
  try {
    return file.prepare(`select * from ${table}`).all();
  } finally {
    file.close();
  }
};

beforeEach(async () => {
  lines = [];
  database = await sqlite.create();
  bot = await openDeskBot(database.environment, lines);
});

afterEach(async () => {
  await bot.close();
  await database.remove();
});

describe('settings', () => {
  it('shows everything as it is, to anybody, with switches only for who may press them', async () => {
    const shown = await ask('settings', {}, as('denied'));
    expect(shown).toMatchObject({ visibility: 'private', audience: 'asker', canShare: false });
    const text = renderPlainText(shown);
    for (const name of Object.keys(defaultSettings)) expect(text).toContain(`\n${name}  `);
    expect(text).toContain('They are changed by those who may manage the server');
    expect(text).not.toContain('answers: public');
    expect(await textOf(ask('settings', {}, as('granted')))).toContain('answers: public');
  });

  it('changes what was given, says what it was, and leaves the rest', async () => {
    const text = await textOf(change({ language: 'Ukrainian', pictures: 'off' }));
    expect(text).toContain('language: Ukrainian (was: that of whoever asks)');
    expect(text).toContain('pictures: not shown, their words are (was: shown)');
    expect(rowsOf('place_setting')).toEqual([
      {
        place: expect.not.stringContaining('T1'),
        json: encodeSettings({ ...defaultSettings, language: 'uk', pictures: 'off' }),
      },
    ]);
  });

  it.each([
    ['denied', 'You may not do this here, and nothing was changed.'],
    ['unknown', 'whoever runs me sets SLACK_USER_LOCALE=on'],
  ] as const)('changes nothing when the permission is %s, and explains it', async (permission, said) => {
    expect(await textOf(ask('settings', { answers: 'public' }, as(permission)))).toContain(said);
    expect(await textOf(ask('settings', { answers: 'public' }))).toContain('I could not look up');
    expect(rowsOf('place_setting')).toEqual([]);
  });

  it('explains a wrong value, and changes nothing', async () => {
    expect(await textOf(change({ language: 'fr', pictures: 'off' }))).toBe(
      'language can not be "fr".\n\nIt can be: auto (that of whoever asks); en (English); uk (Ukrainian).',
    );
    expect(await textOf(change({ channels: '#general' }))).toContain(
      '"#general" is no channel that I can tell.',
    );
    expect(rowsOf('place_setting')).toEqual([]);
  });

  it('takes channels as platforms write them, and this one as here', async () => {
    await change({ channels: '<#123456789012345678>, <#C0222|general> here' });
    expect(rowsOf('place_setting')).toMatchObject([
      { json: expect.stringContaining('["123456789012345678","C0222","C1"]') },
    ]);
    expect(await textOf(change({ channels: 'ніде' }))).toContain('channels: nowhere');
  });

  it('takes words of either language for every value that there is', () => {
    const { channels: _, ...others } = settingValues;
    for (const [name, values] of Object.entries(others)) {
      for (const { value, words } of values) {
        for (const typed of [value, ...words])
          expect(readSetting(name as keyof typeof others, typed.toUpperCase(), 'uk')).toBe(value);
        expect({
          ...defaultSettings,
          ...JSON.parse(encodeSettings({ ...defaultSettings, [name]: value })),
        }).toHaveProperty(name, value);
      }
    }
  });

  it('has nothing to set outside of servers and workspaces', async () => {
    expect(await textOf(ask('settings', {}, { place: { platform: 'terminal' } }))).toBe(
      'There is nothing to set here: settings belong to a server or a workspace.',
    );
  });

  it('is told in help, where there is something to set', async () => {
    await change({ channels: 'nowhere' });
    expect(await textOf(ask('help'))).toMatch(
      /Settings here – language: .*channels: nowhere; .*with settings\./,
    );
    expect(await textOf(ask('help', {}, { place: { platform: 'terminal' } }))).not.toContain('Settings here');
  });
});

describe('what was set', () => {
  it('goes at once, in every copy of the bot on the database', async () => {
    const other = await openDeskBot(database.environment);
    await change({ language: 'uk' });
    const reply = await other.dispatch({ command: 'ask', arguments: question, place, language: 'en' });
    expect(reply.language).toBe('uk');
    await other.close();
  });

  it('decides who reads an answer', async () => {
    const audienceOf = async (wantsPublic?: boolean, channel = 'C1') => {
      const { audience, canShare } = await ask('ask', gap, { wantsPublic, place: { ...place, channel } });
      return [audience, canShare];
    };
    expect(await audienceOf()).toEqual(['asker', true]);
    expect(await audienceOf(true)).toEqual(['everyone', false]);
    await change({ answers: 'public', channels: 'here' });
    expect(await audienceOf()).toEqual(['everyone', false]);
    expect(await audienceOf(false)).toEqual(['asker', true]);
    expect(await audienceOf(undefined, 'C2')).toEqual(['asker', false]);
    expect(await audienceOf(true, 'C2')).toEqual(['asker', false]);
    expect(await Promise.all(['C1', 'C2'].map((channel) => mayShare({ ...place, channel })))).toEqual([
      true,
      false,
    ]);
    await change({ channels: 'nowhere' });
    expect(await audienceOf(true)).toEqual(['asker', false]);
    expect(await mayShare(place)).toBe(false);
    expect(await mayShare({ ...place, isDirect: true })).toBe(true);
  });

  it('is said where somebody wanted everyone to read it', async () => {
    await change({ channels: '<#C2>' });
    const text = await textOf(ask('ask', question, { wantsPublic: true }));
    expect(text).toMatch(
      /^Only you can read this: the admins here decide in which channels .*\n\nThe Long Bridge/,
    );
    expect(await textOf(ask('ask', question))).not.toContain('Only you can read this');
    expect(await textOf(ask('nonsense', {}, { wantsPublic: true }))).not.toContain('Only you can read this');
  });

  it('hides pictures, whose words stay', async () => {
    const pictureOf = async () =>
      (await ask('chart', { of: 'cost' })).blocks.find(({ type }) => type === 'picture');
    expect(await pictureOf()).not.toHaveProperty('isHidden');
    await change({ pictures: 'off' });
    expect(await pictureOf()).toMatchObject({ isHidden: true });
  });

  it('keeps questions from being noted, also when an answer is called wrong', async () => {
    const before = await ask('ask', question);
    await change({ gaps: 'off' });
    expect(await textOf(ask('ask', gap))).not.toContain('was noted');
    const { feedback } = await ask('ask', question);
    expect(feedback).toEqual({ factIds: ['bridge-opened'] });
    for (const one of [before.feedback, feedback])
      await bot.feedback({ factIds: ['bridge-opened'], ...one, verdict: 'wrong', place });
    await bot.heard?.gaps('en');
    expect(rowsOf('asking')).toEqual([]);
    expect(rowsOf('question')).toEqual([]);
    expect(rowsOf('feedback')).toHaveLength(2);
  });

  it('falls back to the defaults for what is damaged, which is logged once', async () => {
    await change({ language: 'uk', answers: 'public' });
    const file = new DatabaseSync(database.environment.DATABASE_FILE ?? '');
    file.exec(`update place_setting set json = '{"language":"tlh","answers":"public"}'`);
    file.close();
    const replies = await Promise.all([ask('ask', gap), ask('ask', gap)]);
    expect(replies.map(({ language, audience }) => [language, audience])).toEqual([
      ['en', 'everyone'],
      ['en', 'everyone'],
    ]);
    expect(lines.filter((line) => line.includes('damaged'))).toHaveLength(1);
  });

  it('can be away: answers come privately, nothing is noted, and it is logged', async () => {
    const file = new DatabaseSync(database.environment.DATABASE_FILE ?? '');
    file.exec('drop table place_setting');
    const reply = await ask('ask', question, { wantsPublic: true });
    expect(reply).toMatchObject({ audience: 'asker', canShare: false });
    expect(renderPlainText(reply)).toMatch(
      /^Only you can read this: I could not look up .*\n\nThe Long Bridge/,
    );
    expect(await textOf(ask('ask', gap))).not.toContain('was noted');
    expect(await mayShare(place)).toBe(false);
    expect(lines.join('\n')).toContain("Settings can't be read, so answers are private");
    file.close();
  });
});

describe('an answer that everyone could read a moment ago', () => {
  const shown = (more: Partial<Invocation> = {}) => ask('ask', question, { wantsPublic: true, ...more });

  it('is linked, and told to the asker alone', async () => {
    const first = await shown();
    expect(first.audience).toBe('everyone');
    const second = await shown();
    expect(second).toMatchObject({ audience: 'asker', canShare: false });
    expect(renderPlainText(second)).toMatch(
      /^This was answered here less than a minute ago, just above.*\n\nThe Long Bridge/,
    );
    await first.shown?.annotate('https://chat.example/1');
    expect((await shown()).blocks[0]).toMatchObject({ link: { url: 'https://chat.example/1' } });
  });

  it('is another in another channel, thread or language, and for who asks privately', async () => {
    await shown();
    for (const more of [
      { place: { ...place, channel: 'C2' } },
      { place: { ...place, thread: '1.2' } },
      { language: 'uk' as const },
    ])
      expect((await shown(more)).audience).toBe('everyone');
    expect(await textOf(shown({ wantsPublic: false }))).not.toContain('less than a minute ago');
  });

  it('is still to be shown when the same event comes again, as it does after a crash', async () => {
    await shown({ occasion: 'event-1' });
    expect((await shown({ occasion: 'event-1' })).audience).toBe('everyone');
    expect(await textOf(shown({ occasion: 'event-2' }))).toContain('just above');
  });

  it('is shown by one of two who ask at once, in two copies of the bot', async () => {
    const other = await openDeskBot(database.environment);
    const invocation = {
      command: 'ask',
      arguments: question,
      place,
      language: 'en',
      wantsPublic: true,
    } as const;
    const both = await Promise.all([bot.dispatch(invocation), other.dispatch(invocation)]);
    expect(both.map(({ audience }) => audience).sort()).toEqual(['asker', 'everyone']);
    await other.close();
  });
});

describe('privacy', () => {
  it('says what is kept, and for how long', async () => {
    const text = await textOf(ask('privacy'));
    for (const part of ['What I read', '90 days', 'What is never kept', 'wipe: yes'])
      expect(text).toContain(part);
  });

  it('asks once more, and then deletes all that bears the place, and nothing else', async () => {
    const elsewhere = { place: { ...place, tenant: 'T2' } };
    await change({ language: 'en' });
    await ask('ask', gap);
    await ask('ask', gap, elsewhere);
    await ask('ask', { question: 'what colour is the bridge railing' });
    await bot.feedback({ factIds: ['bridge-opened'], verdict: 'useful', place });
    const asked = await ask('privacy', { wipe: 'yes' }, as('granted'));
    expect(asked.visibility).toBe('private');
    expect(rowsOf('place_setting')).toHaveLength(1);
    const choices = asked.blocks.flatMap((block) => (block.type === 'choices' ? block.choices : []));
    const wipe = choices[0];
    expect(await textOf(ask(wipe?.command ?? '', wipe?.arguments, as('denied')))).toContain('You may not');
    expect(rowsOf('place_setting')).toHaveLength(1);
    expect(await textOf(ask(wipe?.command ?? '', wipe?.arguments, as('granted')))).toBe(
      'Deleted: 2 noted questions, 1 piece of feedback, and the settings. Nothing else of this place is kept, but what lets me work here, which goes when I am removed.',
    );
    expect([rowsOf('place_setting'), rowsOf('feedback')]).toEqual([[], []]);
    expect(rowsOf('asking')).toHaveLength(1);
    expect(rowsOf('question')).toHaveLength(1);
  });

  it('lets whoever asks wipe a conversation outside of any server', async () => {
    const direct = { place: { platform: 'test', channel: 'D1' } };
    await ask('ask', gap, direct);
    expect(await textOf(ask('privacy', { wipe: 'confirmed' }, direct))).toMatch(
      /^Deleted: 1 noted question, /,
    );
    expect(rowsOf('question')).toEqual([]);
  });

  it('is wiped from among the settings, too, by who may change them', async () => {
    await change({ language: 'en' });
    const offers = async (permission: Permission) =>
      (await ask('settings', {}, as(permission))).blocks.flatMap((block) =>
        block.type === 'choices' ? block.choices.filter(({ label }) => label === 'wipe our data') : [],
      );
    expect(await offers('denied')).toEqual([]);
    const [wipe] = await offers('granted');
    const asked = await ask(wipe?.command ?? '', wipe?.arguments, as('granted'));
    expect(renderPlainText(asked)).toContain('Are you sure?');
    expect(rowsOf('place_setting')).toHaveLength(1);
    await ask('settings', { wipe: 'confirmed' }, as('granted'));
    expect(rowsOf('place_setting')).toEqual([]);
  });

  it('explains another wipe than yes', async () => {
    expect(await textOf(ask('privacy', { wipe: 'maybe' }, as('granted')))).toContain('Nothing was deleted');
  });
});

describe('a database that is silent', () => {
  const silent = () => new Promise<never>(() => {});
  const places = { settingsOf: silent, save: silent, wipe: silent };
  const knowledge = createKnowledge(buildCorpus([], [], { name: 'nothing', scope: '', outOfScope: [] }));

  it.each([
    ['showing the settings', settings, {}],
    ['changing one', settings, { gaps: 'off' }],
    ['wiping', privacy, { wipe: 'confirmed' }],
  ] as const)('is not waited for longer than platforms wait, when %s', async (_what, command, given) => {
    const invocation = {
      command: command.name,
      arguments: given,
      place,
      language: 'en',
      ...as('granted'),
    } as const;
    await expect(command.run(given, invocation, { knowledge, places, commands: [] })).rejects.toThrow(
      'no answer within',
    );
  });
});
