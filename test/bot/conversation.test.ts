import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Command } from '../../src/bot/command.ts';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';

let dispatch: Dispatch;
let previous: (string | undefined)[];

const description = { en: 'Answers with a fact.', uk: 'Відповідає фактом.' };

/** Answers with the fact that it is told, or with none, and notes what came before. */
const tell: Command<object> = {
  name: 'tell',
  description,
  options: { fact: { type: 'text', description } },
  run: ({ fact }, { previousFact }) => {
    previous.push(previousFact);
    const summary = { title: '', statement: '', kind: 'event', asOf: '2025' };
    return {
      visibility: 'shareable',
      blocks: [],
      answer: {
        status: fact === undefined ? 'no_answer' : 'answered',
        facts: fact === undefined ? [] : [{ id: String(fact), ...summary }],
        citations: [],
        confidence: 1,
        related: [],
      },
    };
  },
};

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  vi.useFakeTimers();
  previous = [];
  dispatch = createDispatch([tell], () => ({}), { report: () => {} });
});

const say = (conversation: string | undefined, fact?: string) =>
  dispatch({
    command: 'tell',
    arguments: fact === undefined ? {} : { fact },
    place: { platform: 'test' },
    language: 'en',
    conversation,
  });

it('hands on the fact that led the answer before in the same conversation', async () => {
  await say('a', 'first');
  await say('b', 'other');
  await say('a', 'second');
  await say('a');
  expect(previous).toEqual([undefined, undefined, 'first', 'second']);
});

it('keeps the subject over an answer that has none', async () => {
  await say('a', 'first');
  await say('a');
  await say('a');
  expect(previous).toEqual([undefined, 'first', 'first']);
});

it('remembers nothing where there is no conversation', async () => {
  await say(undefined, 'first');
  await say(undefined);
  expect(previous).toEqual([undefined, undefined]);
});

it('forgets after half an hour', async () => {
  await say('a', 'first');
  vi.advanceTimersByTime(29 * 60_000);
  await say('a');
  vi.advanceTimersByTime(2 * 60_000);
  await say('a');
  expect(previous).toEqual([undefined, 'first', undefined]);
});
