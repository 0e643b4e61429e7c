import { describe, expect, it } from 'vitest';
import { isMerged } from '../../../src/core/flags/mergedOriginals.js';
import { splitOverTurns } from '../../../src/core/flags/splitTurns.js';
import type { Span } from '../../../src/shared/dataset.js';
import type { Passage } from '../../../src/shared/match.js';

/** A passage of equal stretches, a token for five code units. */
function passage(suspect: readonly [number, number], from: number): Passage {
  const length = suspect[1] - suspect[0];
  const original: Span = [from, from + length];
  const tokens = length / 5;
  return {
    ...{ suspect, original, tokens, explained: 0, gaps: 0, score: tokens },
    seeds: [{ suspect, original, tokens }],
  };
}

function match(sha256: string, ...passages: readonly Passage[]) {
  return { reported: true, passages, original: { sha256, path: 'a', record: Number(sha256), pointer: '/r' } };
}

describe('originals merged', () => {
  const first = match('1', passage([0, 200], 0));

  it('is told where another original has what the best one has not', () => {
    expect(isMerged([first, match('2', passage([210, 400], 50))], 10, 20)).toBe(true);
  });

  it('is not told for one original, for a second one with the same stretch, or with too little beyond it', () => {
    expect(isMerged([first], 10, 20)).toBe(false);
    expect(isMerged([first, match('2', passage([0, 190], 50))], 10, 20)).toBe(false);
    expect(isMerged([first, match('2', passage([210, 290], 50))], 10, 20)).toBe(false);
    expect(isMerged([first, { ...match('2', passage([210, 400], 50)), reported: false }], 10, 20)).toBe(
      false,
    );
  });

  it('is not told for equal originals, or for boilerplate that many originals end with', () => {
    expect(isMerged([first, match('1', passage([210, 400], 50))], 10, 20)).toBe(false);
    const many = ['2', '3', '4', '5'].map((sha256) => match(sha256, passage([210, 400], 50)));
    expect(isMerged([first, ...many.slice(0, 3)], 10, 20)).toBe(true);
    expect(isMerged([first, ...many], 10, 20)).toBe(false);
  });
});

describe('split over turns', () => {
  const start = match('1', passage([0, 200], 0));
  const end = match('1', passage([0, 200], 300));

  it('finds the turns that hold different stretches of one original', () => {
    expect([...splitOverTurns([[start], [match('2', passage([0, 90], 0))], [end]], 10)]).toEqual([
      start,
      end,
    ]);
  });

  it('finds nothing in one response, in a repeated text, or in different originals', () => {
    expect(splitOverTurns([[start, end]], 10).size).toBe(0);
    expect(splitOverTurns([[start], [match('1', passage([0, 200], 100))]], 10).size).toBe(0);
    expect(splitOverTurns([[start], [match('2', passage([0, 200], 300))]], 10).size).toBe(0);
    expect(splitOverTurns([[start], [{ ...end, reported: false }]], 10).size).toBe(0);
  });
});
