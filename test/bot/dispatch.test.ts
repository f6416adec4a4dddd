import { expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.ts';
import { createDispatch } from '../../src/bot/dispatch.ts';
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
  const dispatch = createDispatch([crash], {}, (error) => reported.push(error));
  const reply = await dispatch({ command: 'crash', arguments: {}, place, language: 'en' });
  expect(renderPlainText(reply)).toBe(
    'Something went wrong here, and nothing was answered.\n\nPlease try once more in a minute.',
  );
  expect(reply.visibility).toBe('private');
  expect(reported).toHaveLength(1);
});

it('explains a command that there is not', async () => {
  const dispatch = createDispatch([crash], {}, () => {});
  const reply = await dispatch({ command: 'nope', arguments: {}, place, language: 'en' });
  expect(renderPlainText(reply)).toBe('There is no command "nope".\n\nThe commands are crash.');
});
