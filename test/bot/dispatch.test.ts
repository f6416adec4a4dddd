import { expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.ts';
import { createDispatch } from '../../src/bot/dispatch.ts';
import { noMonitor, type RepliedCommand } from '../../src/bot/monitor.ts';
import { renderPlainText } from '../../src/bot/plain-text.ts';

const place = { platform: 'test' };
const crash: Command<object> = {
  name: 'crash',
  description: { en: 'Crashes.', uk: 'Падає.' },
  options: {},
  run: () => {
    throw new Error('token=secret');
  },
};

it('tells the asker nothing of a bug but that nothing was answered, and reports it', async () => {
  const reported: unknown[] = [];
  const dispatch = createDispatch([crash], () => ({}), { report: (_error, fields) => reported.push(fields) });
  const reply = await dispatch({ command: 'crash', arguments: {}, place, language: 'en' });
  expect(renderPlainText(reply)).toMatch(
    /^Something went wrong here, and nothing was answered\.\n\nPlease try once more in a minute\. If you report it, give this reference: [2-9A-Z]{3}-[2-9A-Z]{3}\.$/,
  );
  expect(reply.visibility).toBe('private');
  const [, reference] = /: (\w{3}-\w{3})\.$/.exec(renderPlainText(reply)) ?? [];
  expect(reported).toEqual([{ reference, platform: 'test', command: 'crash' }]);
});

it('gives the reference in Ukrainian too', async () => {
  const fields: unknown[] = [];
  const dispatch = createDispatch([crash], () => ({}), { report: (_error, more) => fields.push(more) });
  const text = renderPlainText(await dispatch({ command: 'crash', arguments: {}, place, language: 'uk' }));
  expect(fields).toMatchObject([{ reference: /вкажіть код: (\S{7})\./.exec(text)?.[1] }]);
});

it('counts what becomes of each command, and names none that there is not', async () => {
  const counted: unknown[] = [];
  const monitor = { ...noMonitor, replied: (one: RepliedCommand) => counted.push(one) };
  const list: Command<object> = {
    ...crash,
    name: 'list',
    run: () => ({ visibility: 'private', blocks: [] }),
  };
  const dispatch = createDispatch([crash, list], () => ({}), { report: () => {}, monitor });
  for (const command of ['crash', 'list', 'my secret'])
    await dispatch({ command, arguments: {}, place, language: 'en' });
  const seconds = expect.any(Number);
  expect(counted).toEqual([
    { platform: 'test', command: 'crash', outcome: 'error', seconds },
    { platform: 'test', command: 'list', outcome: 'listed', seconds },
    { platform: 'test', command: 'unknown', outcome: 'user_error', seconds },
  ]);
});

it('explains a command that there is not', async () => {
  const dispatch = createDispatch([crash], () => ({}), { report: () => {} });
  const reply = await dispatch({ command: 'nope', arguments: {}, place, language: 'en' });
  expect(renderPlainText(reply)).toBe('There is no command "nope".\n\nThe commands are crash.');
});

const tell: Command<{ readonly version: number }> = {
  name: 'tell',
  description: { en: 'Tells.', uk: 'Каже.' },
  options: {},
  run: async (_args, _invocation, services) => {
    const before = services.version;
    await Promise.resolve();
    return {
      visibility: 'shareable',
      blocks: [{ type: 'text', text: `${before} ${services.version}` }],
      answer: { status: 'no_answer', facts: [], citations: [], confidence: 0, related: [] },
    };
  },
};
const invocation = { command: 'tell', arguments: {}, place, language: 'en' } as const;

it('gives an invocation one version of the services from beginning to end', async () => {
  let version = 1;
  const dispatch = createDispatch([tell], () => ({ version }), { report: () => {} });
  const reply = dispatch(invocation);
  version = 2;
  expect(renderPlainText(await reply)).toBe('1 1');
  expect(renderPlainText(await dispatch(invocation))).toBe('2 2');
});

it('says of a refusal that the question was noted, only when it was', async () => {
  const replyWith = async (isNoted: boolean) => {
    const recorder = { record: () => ({ isNoted }) };
    return renderPlainText(
      await createDispatch([tell], () => ({ version: 1 }), { report: () => {}, recorder })(invocation),
    );
  };
  expect(await replyWith(true)).toBe(
    '1 1\n\nThis question was noted for the people who keep the facts, without your name.',
  );
  expect(await replyWith(false)).toBe('1 1');
});

it('answers as ever when nothing can be taken down, and reports it', async () => {
  const reported: unknown[] = [];
  const recorder = {
    record: () => {
      throw new Error('no desk');
    },
  };
  const report = (error: unknown) => reported.push(error);
  const dispatch = createDispatch([tell], () => ({ version: 1 }), { report, recorder });
  expect(renderPlainText(await dispatch(invocation))).toBe('1 1');
  expect(reported).toMatchObject([{ message: 'no desk' }]);
});
