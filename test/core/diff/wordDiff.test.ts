import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffUnits, MOST_UNITS } from '../../../src/core/diff/fastDiff.js';
import { editSimilarity, wordDiff, type WordDiff } from '../../../src/core/diff/wordDiff.js';
import { soup } from '../text/soup.js';

function check(diff: WordDiff, suspect: string, original: string): void {
  let atA = 0;
  let atB = 0;
  for (const { op, suspect: a, original: b } of diff.changes) {
    expect([a[0], b[0]]).toEqual([atA, atB]);
    if (op === 'equal') expect(suspect.slice(...a)).toBe(original.slice(...b));
    if (op === 'insert') expect(a[0]).toBe(a[1]);
    if (op === 'delete') expect(b[0]).toBe(b[1]);
    atA = a[1];
    atB = b[1];
  }
  expect([atA, atB]).toEqual([suspect.length, original.length]);
}

const splitsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

test('changes cover both texts, equal stretches are equal, no surrogate pair is split', () => {
  fc.assert(
    fc.property(soup, soup, fc.constantFrom(0, 40, 25_000_000), (suspect, original, words) => {
      const diff = wordDiff(suspect, original, { words, letters: 10_000 });
      check(diff, suspect, original);
      for (const change of diff.changes) {
        expect(splitsPair(suspect, change.suspect[0])).toBe(false);
        expect(splitsPair(original, change.original[0])).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test('words change as words, small changes by letter', () => {
  const ops = (a: string, b: string): string[] =>
    wordDiff(a, b).changes.map(
      ({ op, suspect, original }) => `${op} ${op === 'insert' ? b.slice(...original) : a.slice(...suspect)}`,
    );
  expect(ops('the cat sat', 'the dog sat')).toEqual(['equal the ', 'delete cat', 'insert dog', 'equal  sat']);
  expect(ops('the colour', 'the color')).toEqual(['equal the colo', 'delete u', 'equal r']);
});

test('beyond the limit lines are compared, and it says so', () => {
  const a = 'same line here\nleft words\nlast line';
  const b = 'first\nsame line here\nright words\nend line';
  const diff = wordDiff(a, b, { words: 30, letters: 0 });
  expect(diff.coarse).toBe(true);
  expect(diff.equal).toBeGreaterThanOrEqual('same line here\n'.length);
  check(diff, a, b);
});

test('more distinct units than codes are refused', () => {
  const many = Array.from({ length: MOST_UNITS + 1 }, (_, i) => `${i}`);
  expect(diffUnits(many, [])).toBeUndefined();
  expect(diffUnits(many.slice(1), many.slice(1))).toEqual([{ op: 'equal', count: MOST_UNITS }]);
});

test('edit similarity is 1 for equal, 0 for unlike texts, and marked when capped', () => {
  expect(editSimilarity('a b', 'a b').value).toBe(1);
  expect(editSimilarity('', '').value).toBe(1);
  expect(editSimilarity('abc', 'xyz').value).toBe(0);
  expect(editSimilarity('ab cd', 'ab xy')).toEqual({ value: 0.6, shared: 6, total: 10 });
  const long = (word: string): string => `${word} `.repeat(6000);
  expect(editSimilarity(long('a'), long('b')).capped).toBe(true);
});
