import { expect, it } from 'vitest';
import { createTerminalStyle } from '../../../src/adapters/terminal/style.ts';

const narrow = createTerminalStyle({ isTTY: true, columns: 20 }, { NO_COLOR: '1' });

function render(text: string): string[] {
  return narrow
    .render({ visibility: 'private', language: 'en', blocks: [{ type: 'text', text }] })
    .split('\n');
}

it('begins no line of a wrapped text with a space', () => {
  // The twentieth column is the space after "the".
  expect(render('The bridge opens in the morning and closes')).toEqual([
    'The bridge opens in',
    'the morning and',
    'closes',
  ]);
});

it('keeps how far in a text stands', () => {
  expect(render('  1  When did the bridge open?')).toEqual(['  1  When did the', '  bridge open?']);
});

it('wraps nothing narrowly in a terminal that reports no width', () => {
  const style = createTerminalStyle({ isTTY: true, columns: 0 }, { NO_COLOR: '1' });
  const text = 'The bridge opens in the morning';
  expect(style.render({ visibility: 'private', language: 'en', blocks: [{ type: 'text', text }] })).toBe(
    text,
  );
});

it('leaves an address in one piece', () => {
  const address = '    https://example.org/a/long/way/to/go';
  expect(render(address)).toEqual([address]);
});
