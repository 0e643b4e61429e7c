import { describe, expect, it } from 'vitest';
import { random } from '../../../bench/data/random.mjs';
import { shareCovered, turnsSentence, type Stretch } from '../../../src/core/flags/turnCoverage.js';

describe('the share of an original that stretches cover', () => {
  it('counts each unit once, in any order', () => {
    expect(shareCovered([[5, 10], [0, 6], [7, 9]], 20)).toBe(0.5); // prettier-ignore
    expect(shareCovered([], 20)).toBe(0);
    expect(shareCovered([], 0)).toBe(0);
  });

  it('is what marking every unit gives', () => {
    const next = random(3);
    for (let round = 0; round < 200; round++) {
      const length = 1 + Math.floor(next() * 60);
      const marks = new Set<number>();
      const stretches = Array.from({ length: Math.floor(next() * 6) }, (): Stretch => {
        const [a, b] = [Math.floor(next() * length), Math.floor(next() * length)];
        const stretch: Stretch = [Math.min(a, b), Math.max(a, b)];
        for (let unit = stretch[0]; unit < stretch[1]; unit++) marks.add(unit);
        return stretch;
      });
      expect(shareCovered(stretches, length)).toBe(marks.size / length);
    }
  });

  it('is told beside what the response has alone', () => {
    expect(turnsSentence(3, 0.934, 0.31)).toBe(
      'Together 3 responses of the record share runs that are 93\u00a0% of the original; this one alone has 31\u00a0%.',
    );
  });
});
