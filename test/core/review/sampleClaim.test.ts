import { describe, expect, it } from 'vitest';
import { sampleClaim } from '../../../src/core/review/sampleClaim.js';

const counts = (confirmed: number, dismissed: number, unsure = 0, open = 0) => ({
  confirmed,
  dismissed,
  unsure,
  open,
});

describe('what a sample says of all findings', () => {
  it('is the Clopper–Pearson interval where everything is decided', () => {
    const { lower, upper, undecided, whole } = sampleClaim(counts(57, 3), 4212);
    expect(lower).toBeCloseTo(0.8608, 3);
    expect(upper).toBeCloseTo(0.9896, 3);
    expect([undecided, whole]).toEqual([0, false]);
  });

  it('is widened, on both sides, by what is unsure or not judged', () => {
    const decided = sampleClaim(counts(50, 10), 4212);
    const unsure = sampleClaim(counts(45, 5, 6, 4), 4212);
    expect(unsure.undecided).toBe(10);
    expect(unsure.lower).toBeLessThan(decided.lower);
    expect(unsure.upper).toBeGreaterThan(decided.upper);
  });

  it('is nothing before the first verdict', () => {
    expect(sampleClaim(counts(0, 0, 0, 60), 4212)).toMatchObject({ lower: 0, upper: 1 });
  });

  it('is counted where everything was drawn', () => {
    expect(sampleClaim(counts(6, 2, 1, 1), 10)).toEqual({
      lower: 0.6,
      upper: 0.8,
      undecided: 2,
      whole: true,
    });
  });
});
