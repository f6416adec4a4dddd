import { describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../src/bot/log.ts';
import type { RepliedCommand } from '../../src/bot/monitor.ts';
import { noMonitor } from '../../src/bot/monitor.ts';
import { renderPlainText } from '../../src/bot/plain-text.ts';
import { openBot } from '../../src/bot-setup.ts';
import { describeLimits, parseLimitsConfig } from '../../src/limits/config.ts';

const place = { platform: 'test', tenant: 'T1', channel: 'C1' };
const open = (limits: Readonly<Record<string, string>>, outcomes: string[] = []) =>
  openBot(
    { CORPUS_DIR: 'test/fixtures/bridge', ...limits },
    {
      log: silentLog,
      monitor: { ...noMonitor, replied: ({ outcome }: RepliedCommand) => outcomes.push(outcome) },
    },
  );
const call = (asker?: string, more: object = {}) => ({
  command: 'topics',
  arguments: {},
  place,
  language: 'en' as const,
  ...(asker === undefined ? {} : { asker }),
  ...more,
});

describe('limits', () => {
  it('tells who asks too often when to try again, in both languages, and does nothing', async () => {
    const outcomes: string[] = [];
    const { dispatch } = await open({ LIMIT_PER_USER: '2' }, outcomes);
    await dispatch(call('a'));
    await dispatch(call('a'));
    const refused = await dispatch(call('a', { wantsPublic: true }));
    expect(refused.visibility).toBe('private');
    expect(refused.audience).not.toBe('everyone');
    expect(renderPlainText(refused)).toMatch(
      /^You have asked very often within a minute, so nothing was done this time\.\n\nPlease try again in (60|59) s\.$/,
    );
    expect(renderPlainText(await dispatch(call('a', { language: 'uk' })))).toMatch(
      /Спробуйте ще раз через (60 секунд|59 секунд)\.$/,
    );
    expect((await dispatch(call('b'))).visibility).toBe('shareable');
    expect(outcomes).toEqual(['listed', 'listed', 'limited', 'limited', 'listed']);
  });

  it('hold for a place as a whole, but not for its upkeep', async () => {
    const { dispatch } = await open({ LIMIT_PER_PLACE: '2' });
    for (const asker of ['a', 'b']) await dispatch(call(asker));
    expect(renderPlainText(await dispatch(call('c')))).toContain('People here have asked very often');
    expect(renderPlainText(await dispatch(call('c', { command: 'settings' })))).toContain('Settings of');
    const elsewhere = { place: { ...place, tenant: 'T2' } };
    expect((await dispatch(call('c', elsewhere))).visibility).toBe('shareable');
  });

  it('do not let somebody who is refused use up what others have', async () => {
    const { dispatch } = await open({ LIMIT_PER_USER: '1', LIMIT_PER_PLACE: '2' });
    for (let times = 0; times < 5; times += 1) await dispatch(call('a'));
    expect((await dispatch(call('b'))).visibility).toBe('shareable');
  });

  it('tell one person from a namesake on another platform', async () => {
    const { dispatch } = await open({ LIMIT_PER_USER: '1' });
    await dispatch(call('a'));
    expect((await dispatch(call('a', { place: { platform: 'other' } }))).visibility).toBe('shareable');
  });

  it('end with the minute', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    try {
      const { dispatch } = await open({ LIMIT_PER_USER: '1' });
      await dispatch(call('a'));
      vi.advanceTimersByTime(48_000);
      expect(renderPlainText(await dispatch(call('a')))).toContain('try again in 12 s');
      vi.advanceTimersByTime(12_001);
      expect((await dispatch(call('a'))).visibility).toBe('shareable');
    } finally {
      vi.useRealTimers();
    }
  });

  it('are none with off, and where there is but one asker', async () => {
    const { dispatch } = await open({ LIMIT_PER_USER: 'off', LIMIT_PER_PLACE: 'off' });
    const limited = await open({ LIMIT_PER_USER: '1', LIMIT_PER_PLACE: '1' });
    for (let times = 0; times < 30; times += 1) {
      expect((await dispatch(call('a'))).visibility).toBe('shareable');
      expect((await limited.dispatch(call())).visibility).toBe('shareable');
    }
  });
});

describe('settings of limits', () => {
  it('have defaults, and are told to the operator', () => {
    expect(parseLimitsConfig({ LIMIT_PER_USER: '' })).toEqual({ perAsker: 300, perPlace: 3_000 });
    expect(describeLimits({ perAsker: undefined, perPlace: 200 })).toBe(
      'any number a minute for each asker, 200 for each place',
    );
  });

  it.each(['0', '-1', '1.5', 'none', '1e9'])('explain what is wrong with %s', (LIMIT_PER_PLACE) => {
    expect(() => parseLimitsConfig({ LIMIT_PER_PLACE })).toThrow(
      expect.objectContaining({
        problems: ['LIMIT_PER_PLACE must be a number of commands a minute, from 1 to 100000, or off'],
      }),
    );
  });
});
