import { expect, it } from 'vitest';
import { openBot } from '../../src/bot-setup.ts';
import { createMetrics } from '../../src/monitoring/metrics.ts';

const place = { platform: 'discord', tenant: '700800900100200300', channel: '12345' };

it('counts commands by outcome, without a word of what was asked', async () => {
  const { monitor, observe, render } = createMetrics();
  const bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' }, { monitor });
  const ask = (command: string, given: Record<string, string> = {}) =>
    bot.dispatch({ command, arguments: given, place, language: 'en' });
  await ask('ask', { question: 'when did the bridge open' });
  await ask('ask', { question: 'who sells umbrellas' });
  await ask('ask', { question: 'who sells umbrellas' });
  await ask('topics');
  await ask('latest', { count: 'umbrella' });
  await ask('umbrellas-please');
  observe({
    corpus: bot.corpus,
    connections: [{ platform: 'discord', status: () => ({ isReady: true, detail: '' }) }],
  });
  const { text, contentType } = await render();
  const lines = text.split('\n').filter((line) => line.startsWith('minerals_'));
  const { facts, version } = bot.corpus.status();
  expect(contentType).toMatch(/^text\/plain/);
  expect(lines).toEqual(
    expect.arrayContaining([
      'minerals_questions_total{platform="discord",command="ask",outcome="answered"} 1',
      'minerals_questions_total{platform="discord",command="ask",outcome="no_answer"} 2',
      'minerals_questions_total{platform="discord",command="topics",outcome="listed"} 1',
      'minerals_questions_total{platform="discord",command="unknown",outcome="user_error"} 1',
      'minerals_reply_seconds_count{platform="discord"} 6',
      `minerals_corpus_info{version="${version}"} 1`,
      `minerals_corpus_facts ${facts}`,
      'minerals_connection_ready{platform="discord"} 1',
    ]),
  );
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toMatch(/umbrella|bridge|700800900100200300|12345/);
  await bot.close();
});
