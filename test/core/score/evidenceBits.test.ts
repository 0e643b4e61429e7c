import { expect, test } from 'vitest';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { passageBits, searchBits } from '../../../src/core/score/evidenceBits.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

test('a search costs the whole log2 of its places less 8, and at least 1', () => {
  expect(searchBits(0, 0)).toBe(1);
  expect(searchBits(1, 1)).toBe(1);
  expect(searchBits(16, 32)).toBe(1);
  expect(searchBits(32, 32)).toBe(2);
  expect(searchBits(32, 31)).toBe(1);
  expect(searchBits(400, 400)).toBe(9);
  expect(searchBits(40_000, 40_000)).toBe(22);
  expect(searchBits(20.5, 100)).toBe(3);
});

test('a passage has a bit a token, less half a bit for each of its gaps and less the search', () => {
  expect(passageBits(19, 0, 2)).toBe(17);
  expect(passageBits(19, 3, 2)).toBe(15.5);
  expect(passageBits(19, 0, 19)).toBe(0);
  expect(passageBits(5, 8, 4)).toBe(0);
});

test('the same passage is worth more between short texts than between long ones', () => {
  const shared = words('s', 19);
  const bits = (left: number, right: number): number => {
    const vocabulary = new Vocabulary();
    const suspect = prepare(`${shared} ${words('a', left - 19)}`, '', DEFAULT_PARAMETERS, vocabulary);
    const original = prepare(`${words('b', right - 19)} ${shared}`, '', DEFAULT_PARAMETERS, vocabulary);
    const { scores } = scorePair(suspect, original, DEFAULT_PARAMETERS);
    expect(scores.distinctiveTokens.value).toBe(9);
    return scores.evidenceBits!.value;
  };
  // 2^10 ≤ 40 · 40 < 2^11, 2^19 ≤ 800 · 800 < 2^20.
  expect(bits(40, 40)).toBe(19 - 2);
  expect(bits(800, 800)).toBe(19 - 11);
  expect(bits(40, 800)).toBe(bits(800, 40));
});

function words(letter: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `${letter}${at}`).join(' ');
}
