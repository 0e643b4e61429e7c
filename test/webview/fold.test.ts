import { describe, expect, test } from 'vitest';
import { fold, isFold, isLong, unfold, type Fold, type Unfolding } from '../../src/webview/pair/fold.js';
import type { Segment } from '../../src/core/match/segments.js';

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

describe('unfolding in steps', () => {
  const text = `start|${'the keepers of the northern harbour answer letters on every weekday '.repeat(20)}|end`;
  const texts = { suspect: text, original: '' };
  const [from, to] = [text.indexOf('|'), text.lastIndexOf('|')];
  const hidden: Fold = {
    folded: [
      { side: 'suspect', start: from, end: from + 300 },
      { side: 'suspect', start: from + 300, end: to, changed: true },
    ],
    length: to - from,
    beside: { start: false, end: true },
  };
  const words = (pieces: ReturnType<typeof unfold>) =>
    pieces
      .map((piece) => (isFold(piece) ? `[${piece.length}]` : text.slice(piece.start, piece.end)))
      .join('');

  test('a step from the start ends between words, and what is left is folded beside it', () => {
    const pieces = unfold(hidden, 'start', texts);
    const left = pieces.at(-1) as Fold;
    expect(words(pieces.slice(0, -1))).toMatch(/^\|the keepers[^]{200,260}[a-z]$/);
    expect(left.beside).toEqual({ start: true, end: true });
    expect(words(pieces.slice(0, -1)).length + left.length).toBe(hidden.length);
    expect(text[left.folded[0]!.start]).toBe(' ');
  });

  test('a step up to the end begins between words', () => {
    const pieces = unfold(hidden, 'end', texts);
    expect(words(pieces.slice(1))).toMatch(/^[a-z][^]{200,260}weekday $/);
    expect((pieces[0] as Fold).beside).toEqual({ start: false, end: true });
  });

  test.each<Unfolding>(['start', 'end'])(
    'steps from the %s come to an end with all of the text in its order',
    (how) => {
      let [shown, left, steps] = ['', hidden as Fold | undefined, 0];
      while (left) {
        const pieces = unfold(left, how, texts);
        left = pieces.find(isFold);
        const more = words(pieces.filter((piece) => !isFold(piece)));
        shown = how === 'start' ? shown + more : more + shown;
        steps++;
      }
      expect(shown).toBe(text.slice(from, to));
      expect(steps).toBeGreaterThan(3);
    },
  );

  test('a short fold has one step', () => {
    const short: Fold = {
      ...hidden,
      folded: [{ side: 'suspect', start: from, end: from + 200 }],
      length: 200,
    };
    expect(isLong(short)).toBe(false);
    expect(unfold(short, 'start', texts)).toEqual(short.folded);
  });
});
