import { expect, test } from 'vitest';
import { fold, isFold } from '../../src/webview/pair/fold.js';
import type { Segment } from '../../src/webview/pair/segments.js';

/** What is shown of a text whose two shared runs are the first and the last word; folds as "[…]". */
function shown(text: string): string {
  const first = text.indexOf('|');
  const last = text.lastIndexOf('|');
  const segments: Segment[] = [
    { side: 'suspect', start: 0, end: first, run: 0, passage: 0 },
    { side: 'suspect', start: first, end: last },
    { side: 'suspect', start: last, end: text.length, run: 1, passage: 1 },
  ];
  return fold(segments, 'matches', { suspect: text, original: '' })
    .map((piece) => (isFold(piece) ? '[…]' : text.slice(piece.start, piece.end)))
    .join('');
}

test('a fold begins and ends between words', () => {
  const middle = 'the keepers of the northern harbour answer letters on every weekday '.repeat(3);
  expect(shown(`start|${middle}|end`)).toBe(
    'start|the keepers of the northern harbour[…]answer letters on every weekday |end',
  );
});

test('text without spaces is folded between characters', () => {
  const kept = shown(`start|${'𝒳'.repeat(120)}|end`);
  expect(kept).toMatch(/^start\|𝒳{16}\[…\]𝒳{15,16}\|end$/u);
});

test('what is hardly longer than its context is not folded', () => {
  const text = `start|${'one two three '.repeat(6)}|end`;
  expect(shown(text)).toBe(text);
});
