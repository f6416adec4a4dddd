import { beforeAll, describe, expect, it } from 'vitest';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';
import { type Language, languages } from '../../src/bot/language.ts';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { commands } from '../../src/commands/index.ts';
import { suggest } from '../../src/commands/suggest.ts';
import { changesSince } from '../../src/knowledge/changes.ts';
import { createKnowledge, type Knowledge } from '../../src/knowledge/index.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';

let dispatch: Dispatch;
let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = createKnowledge(await loadCorpus('test/fixtures/bridge'));
  dispatch = createDispatch(commands, () => ({ knowledge, commands }), {
    report: (error) => {
      throw error;
    },
  });
});

const run = (command: string, args: Record<string, string> = {}, language: Language = 'en'): Promise<Reply> =>
  dispatch({ command, arguments: args, place: { platform: 'test' }, language });
const text = async (command: string, args?: Record<string, string>, language?: Language) =>
  renderPlainText(await run(command, args, language));

describe('ask', () => {
  it('answers with statement, standing, date and numbered sources with their chain', async () => {
    expect(await text('ask', { question: 'when did the bridge open' })).toBe(
      [
        'The Long Bridge over the river opened to traffic on 1 June 2020. [1][2]\nEstablished fact, as of 1 June 2020',
        'Sources\n[1] River Post, reporting Wire Service, “Bridge opens at last”, 2 June 2020\n    https://example.org/bridge-opens\n[2] Old Almanac, 2019\n    The page of the almanac could not be found.',
        'Related questions\n  1  What did the mayor say the bridge cost?\n  2  How much did the bridge cost according to the auditors?\n  3  Do I have to pay a toll?',
      ].join('\n\n'),
    );
  });

  it('words a claim as a claim, with the other side and why they differ', async () => {
    const answer = await text('ask', { question: 'did the bridge really cost 12 million' });
    expect(answer).toContain('Claim by Ada Stone, disputed: Mayor Ada Stone said');
    expect(answer).toContain('Sources differ on this. The mayor left out the access roads.');
    expect(answer).toContain('auditors counted costs of $19 million');
  });

  it('explains a difference by what is known of it, not of another fact that leads', async () => {
    const corpus = await loadCorpus('test/fixtures/bridge');
    const opened = corpus.facts.get('bridge-opened');
    if (opened === undefined) throw new Error('the fixture has changed');
    const noted = { ...opened, conflictNote: 'The opening was put off twice.' };
    const facts = new Map([...corpus.facts, ['bridge-opened', noted]]);
    const converse = createDispatch(
      commands,
      () => ({ knowledge: createKnowledge({ ...corpus, facts }), commands }),
      {
        report: () => {},
      },
    );
    const question = 'when did the bridge open and how much did it cost according to the auditors';
    const reply = await converse({
      command: 'ask',
      arguments: { question },
      place: { platform: 'test' },
      language: 'en',
    });
    const answer = renderPlainText(reply);
    expect(answer).toContain(
      'Sources differ on this. The mayor left out the access roads.\n\nClaim by Ada Stone',
    );
    expect(answer).not.toContain('put off twice');
  });

  it('tells what was overtaken as history', async () => {
    const answer = await text('ask', { question: 'what toll was planned for the bridge' });
    expect(answer.indexOf('Before that:\n\nOvertaken: In 2019')).toBeGreaterThan(
      answer.indexOf('free of charge'),
    );
  });

  it('names a false premise before anything else', async () => {
    const answer = await text('ask', { question: 'where do drivers pay the toll now' });
    expect(answer).toMatch(/^The question assumes that drivers pay a toll\. The sources say otherwise\.\n\n/);
  });

  it('tells the knowledge which fact led the answer before in the conversation', async () => {
    const after: (string | undefined)[] = [];
    const listening: Knowledge = {
      ...knowledge,
      answer: (question, options) => {
        after.push(options?.after);
        return knowledge.answer(question, options);
      },
    };
    const converse = createDispatch(commands, () => ({ knowledge: listening, commands }), {
      report: () => {},
    });
    const say = (command: string, args: Record<string, string>) =>
      converse({ command, arguments: args, place: { platform: 'test' }, language: 'en', conversation: 'a' });
    await say('ask', { question: 'when did the bridge open' });
    await say('ask', { question: 'is the bridge free' });
    await say('fact', { fact: 'audit-cost' });
    await say('ask', { question: 'when did the bridge open' });
    expect(after).toEqual([undefined, 'bridge-opened', 'audit-cost']);
  });

  it('says no in one sentence, with what is nearest and how to see what is covered', async () => {
    const reply = await run('ask', { question: 'who sells umbrellas on the bridge' });
    expect(reply.answer?.status).toBe('no_answer');
    expect(renderPlainText(reply)).toMatch(
      /^I have no sourced fact on that\.\n\nThe closest that I can answer\n {2}1 {2}.+\n[\s\S]*The command topics shows all that is covered\.$/,
    );
  });

  it('introduces itself to whoever only greets it, as no answer that could be missing', async () => {
    const reply = await run('ask', { question: 'hello!' });
    expect(reply.answer).toBeUndefined();
    expect(renderPlainText(reply)).toMatch(
      /^I am a bot that answers questions about [\s\S]*\n\nYou could ask\n {2}1 {2}.+\n[\s\S]*, and help all that I can do\.$/,
    );
  });

  it('shows no sentence that is neither a statement of the corpus nor its fixed wording', async () => {
    const hostile = 'when did the bridge open? <@123> **bold** \u001b[31m say "hacked"';
    const answer = await text('ask', { question: hostile });
    for (const theirs of ['123', 'bold', 'hacked', '\u001b']) expect(answer).not.toContain(theirs);
  });
});

describe('fact', () => {
  it('shows a fact by its id', async () => {
    expect(await text('fact', { fact: 'toll-planned' })).toMatch(
      /^Overtaken: In 2019 .*\nAs of 2019\n\nThis has been overtaken since:\n\nThe council dropped/,
    );
  });

  it('says why a fact is gone', async () => {
    expect(await text('fact', { fact: 'bridge-is-longest' })).toBe(
      'This fact was withdrawn on 5 February 2021. The almanac that was cited says so of another bridge.\n\nUse topics to see what is covered.',
    );
  });

  it('names the nearest ids when there is no such fact', async () => {
    expect(await text('fact', { fact: 'the toll' })).toMatch(
      /^There is no fact with this id or title\.\n\nPerhaps you mean .*toll-dropped/,
    );
  });
});

describe('new', () => {
  it('lists what was corrected, withdrawn, overtaken and added, newest first', async () => {
    expect(await text('new', { since: '2021-02-02' })).toBe(
      [
        'New since 2 February 2021',
        'Facts: 1 corrected, 1 added, 1 overtaken, 1 withdrawn.',
        [
          "Corrected on 10 February 2021  Auditors counted $19 million. Said before: “The town's auditors counted costs of $91 million for the Long Bridge in January 2021.” (1)",
          '5 February 2021  Withdrawn: The bridge is the longest in the country. The almanac that was cited says so of another bridge.',
          '3 February 2021  Overtaken: A toll of $2 was planned (2)',
          '3 February 2021  Added: The bridge is free of charge (3)',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('speaks Ukrainian, and cuts pages', async () => {
    const reply = await text('new', { since: '2021-02' }, 'uk');
    expect(reply).toMatch(/^Нове з лютого 2021 року\n\nФакти: виправлено 1, додано 5,/);
    expect(reply).toContain('1 лютого 2021 року  Додано: Міст відкрили для руху');
    expect(await text('new', { since: '2021', page: '2' })).toContain('Give a page from 1 to 1.');
  });

  it('goes back a month when no date is given', async () => {
    const [bridge] = knowledge.facts.values();
    if (bridge === undefined) throw new Error('no fact');
    const today = Temporal.Now.plainDateISO('UTC');
    const added = (days: number) => today.subtract({ days }).toString();
    const facts = [29, 31].map((days) => ({ ...bridge, title: `of ${days} days ago`, addedOn: added(days) }));
    const recent = { facts: new Map(facts.map((fact) => [fact.title, fact])), withdrawn: [] };
    const since = (date: string) => changesSince(recent, date);
    const services = { knowledge: { ...knowledge, changesSince: since }, commands };
    const reply = await createDispatch(commands, () => services, { report: () => {} })({
      command: 'new',
      arguments: {},
      place: { platform: 'test' },
      language: 'en',
    });
    expect(renderPlainText(reply)).toContain('of 29 days ago');
    expect(renderPlainText(reply)).not.toContain('of 31 days ago');
  });

  it('says when nothing changed, and that the future holds nothing yet', async () => {
    expect(await text('new')).toContain('Nothing has changed since then.');
    expect(await text('new', { since: '2999' })).toBe(
      'since (2999) is ahead of us.\n\nGive a date in the past.',
    );
  });
});

describe('timeline', () => {
  it('lists facts by date with what they are', async () => {
    expect(await text('timeline', { from: '2019', to: '2020-05' })).toBe(
      'Timeline: the Long Bridge, 2019 to May 2020\n\n2019  A toll of $2 was planned (Overtaken) (1)\n2020  The mayor put the cost at $12 million (Claim by Ada Stone, disputed) (2)\nMay 2020  The bridge is free of charge (3)',
    );
  });

  it.each([
    [{ topic: 'castle' }, 'There is no topic "castle".\n\nThe topics are bridge.'],
    [{ from: '2021', to: '2020' }, 'from (2021) is later than to (2020).\n\nSwap the two dates.'],
    [{ page: '9' }, 'There is no page 9.\n\nGive a page from 1 to 1.'],
  ])('explains %j', async (args, message) => {
    expect(await text('timeline', args)).toBe(message);
  });
});

describe('topics, sources and help', () => {
  it('show what is covered and when it was reviewed', async () => {
    const topics = await text('topics');
    expect(topics).toContain('The bridge  5 facts (1)');
    expect(topics).toContain('5 facts in all, last reviewed on 1 February 2021.');
  });

  it('show whose reports the answers rest on', async () => {
    expect(await text('sources')).toContain('Sources: 3 reports by 3 publishers');
    expect(await text('sources', { publisher: 'town' })).toContain('[1] Town Herald, 15 January 2021');
    expect(await text('sources', { publisher: 'Nobody' })).toContain(
      'No answer rests on a publisher called "Nobody"',
    );
  });

  it('show every command', async () => {
    const help = await text('help');
    for (const { name, description } of commands) {
      expect(help).toContain(name);
      expect(help).toContain(description.en);
    }
  });
});

describe('every command', () => {
  it('fits the limits of the platforms that it will be registered with', () => {
    for (const { name, description, options } of commands) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      for (const option of Object.keys(options)) expect(option).toMatch(/^[a-z]{1,32}$/);
      const descriptions = [description, ...Object.values(options).map((option) => option.description)];
      for (const language of languages) {
        for (const one of descriptions) expect(one[language].length).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('suggestions', () => {
  it('fit the option that is typed', () => {
    const first = (kind: Parameters<typeof suggest>[0], typed: string) =>
      suggest(kind, typed, { most: 3, language: 'en' }, knowledge)[0];
    expect(first('facts', 'audit')).toEqual({ label: 'Auditors counted $19 million', value: 'audit-cost' });
    expect(first('topics', 'bri')).toEqual({ label: 'The bridge', value: 'bridge' });
    expect(first('charts', 'bridge')).toEqual({ label: 'What the bridge cost', value: 'cost' });
    expect(first('publishers', 'her')).toEqual({ label: 'Town Herald', value: 'Town Herald' });
    expect(first('questions', 'is the bri')?.value).toBe('is the bridge free');
  });
});
