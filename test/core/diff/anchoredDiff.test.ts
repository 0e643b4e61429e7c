import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchoredDiff, heaviestChain, type Anchor } from '../../../src/core/diff/anchoredDiff.js';
import { wordDiff } from '../../../src/core/diff/wordDiff.js';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { soup } from '../text/soup.js';

const LIMITS = { words: 1_000_000, letters: 10_000 };

function anchorsOf(suspect: string, original: string): Anchor[] {
  const vocabulary = new Vocabulary();
  const sides = [suspect, original].map((text) => prepare(text, '', DEFAULT_PARAMETERS, vocabulary));
  return scorePair(sides[0]!, sides[1]!, DEFAULT_PARAMETERS).passages.flatMap(({ seeds }) => seeds);
}

function diff(suspect: string, original: string, anchors: readonly Anchor[], limits = LIMITS) {
  const steps = anchoredDiff(suspect, original, anchors, limits);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Both texts, put together again from the changes. */
function texts(suspect: string, original: string, { changes }: ReturnType<typeof diff>): [string, string] {
  let [left, right] = ['', ''];
  for (const { op, suspect: a, original: b } of changes) {
    if (op !== 'insert') left += suspect.slice(...a);
    if (op === 'delete') continue;
    right += original.slice(...b);
    if (op === 'equal') expect(original.slice(...b)).toBe(suspect.slice(...a));
  }
  return [left, right];
}

/** The heaviest chain by trying all. */
function naive(anchors: readonly Anchor[]): number {
  let best = 0;
  for (let set = 0; set < 1 << anchors.length; set++) {
    const chosen = anchors.filter((_, i) => (set >> i) & 1);
    chosen.sort((p, q) => p.suspect[0] - q.suspect[0]);
    const follows = chosen.every((anchor, i) => i === 0 || chosen[i - 1]!.original[1] <= anchor.original[0]);
    if (follows) best = Math.max(best, weight(chosen));
  }
  return best;
}
const weight = (anchors: readonly Anchor[]) => anchors.reduce((sum, { tokens }) => sum + tokens, 0);

describe('the differences between anchors', () => {
  it('cover both texts, whatever they are and whatever anchors a file claims', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const claimed = fc.array(fc.record({ suspect: span, original: span, tokens: fc.nat(9) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(soup, soup, claimed, fc.constantFrom(0, 50, 1_000_000), (a, b, anchors, words) => {
        for (const some of [anchors, anchorsOf(a, b)])
          expect(texts(a, b, diff(a, b, some, { words, letters: 100 }))).toEqual([a, b]);
      }),
      { numRuns: 500 },
    );
  });

  it('are found in one long line, where lines are no help', () => {
    const words = Array.from({ length: 7000 }, (_, i) => `word${(i * 7919) % 5000}`);
    const suspect = words.join(' ');
    const original = words.map((word, i) => (i % 9 === 0 ? `other${i}` : word)).join(' ');
    const all = wordDiff(suspect, original);
    expect(all.coarse).toBe(true);
    expect(all.equal).toBeLessThan(100);
    const anchored = diff(suspect, original, anchorsOf(suspect, original));
    expect(anchored.coarse).toBe(false);
    const equal = anchored.changes.filter(({ op }) => op === 'equal');
    expect(equal.reduce((sum, { suspect: [a, b] }) => sum + b - a, 0)).toBeGreaterThan(0.85 * suspect.length);
  });

  it('show a long stretch as replaced when only stray words are equal', () => {
    const suspect = Array.from({ length: 80 }, (_, i) => `leftward${i}`).join(' a ');
    const original = Array.from({ length: 80 }, (_, i) => `rightmost${i}`).join(' a ');
    expect(diff(suspect, original, []).changes.map(({ op }) => op)).toEqual(['delete', 'insert']);
  });
});

describe('the heaviest chain', () => {
  it('weighs as much as the best of all subsets', () => {
    const places = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        places,
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })), { minLength: 8 }),
        (at, more) => {
          const anchors = at.map((start, i): Anchor => {
            const [place, tokens] = more[i]!;
            return { suspect: [start, start + 1], original: [place, place + 1], tokens };
          });
          const chain = heaviestChain(anchors);
          expect(weight(chain)).toBe(naive(anchors));
          chain.forEach((anchor, i) => {
            if (i === 0) return;
            expect(chain[i - 1]!.suspect[1]).toBeLessThanOrEqual(anchor.suspect[0]);
            expect(chain[i - 1]!.original[1]).toBeLessThanOrEqual(anchor.original[0]);
          });
        },
      ),
    );
  });
});
