import { expect, it } from 'vitest';
import { decodeCall, encodeCall } from '../../src/bot/choice-code.ts';

const call = { command: 'timeline', arguments: { topic: 'fund', page: '2' } };

it('brings a call back with the language of the reply it stood in', () => {
  expect(encodeCall(call, 'en')).toBe('timeline:topic=fund&page=2');
  expect(decodeCall(encodeCall(call, 'en'))).toEqual({ ...call, language: undefined });
  expect(encodeCall(call, 'uk')).toBe('uk/timeline:topic=fund&page=2');
  expect(decodeCall(encodeCall(call, 'uk'))).toEqual({ ...call, language: 'uk' });
});

it.each(['xx/timeline:page=2', 'uk/', 'no code'])('makes nothing of "%s"', (code) => {
  expect(decodeCall(code)).toBeUndefined();
});
