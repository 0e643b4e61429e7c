import { describe, expect, it } from 'vitest';
import { plantedWords } from '../../../src/core/planted/sentences.js';
import type { Planted } from '../../../src/shared/planted.js';

const PLANTED: Planted = {
  threshold: 10,
  level: 0.95,
  seed: 1,
  originals: 300,
  texts: 1204,
  tooShort: 12,
  least: 20,
  shares: [
    { edit: 'unchanged', found: 300, copies: 300, lower: 0.98778, upper: 1 },
    { edit: 'reordered', found: 0, copies: 280, lower: 0, upper: 0.01309 },
  ],
};

describe('what is said of planted copies', () => {
  it('names what was planted, found and not tested, with intervals that are rounded outwards', () => {
    expect(plantedWords(PLANTED)).toEqual({
      opening:
        '300 originals, drawn at random, were copied, edited and compared like the suspect, with the same threshold of 10 distinctive tokens. Found were:',
      rows: [
        { what: 'Copied unchanged', found: '300 of 300', interval: '98.7–100\u00a0%' },
        { what: 'Paragraphs or sentences in another order', found: '0 of 280', interval: '0–1.4\u00a0%' },
      ],
      limits:
        '12 of 1,204 original texts have less evidence than 20 tokens: no copy of them could be reported. Paraphrase and translation are not tested.',
    });
  });

  it('says one as one, and nothing of short texts where there are none', () => {
    const words = plantedWords({ ...PLANTED, originals: 1, tooShort: 0 });
    expect(words.opening).toMatch(/^1 original, drawn at random, was copied/u);
    expect(words.limits).toBe('Paraphrase and translation are not tested.');
    expect(plantedWords({ ...PLANTED, tooShort: 1 }).limits).toMatch(
      /^1 of 1,204 original texts has less evidence than 20 tokens: no copy of it could/u,
    );
  });

  it('says how many copies were not made of each edit, beside those that were, or alone', () => {
    const shares = [
      { edit: 'truncated', found: 9, copies: 10, tooShort: 1290, lower: 0.55, upper: 1 },
      { edit: 'merged', found: 0, copies: 0, tooShort: 3, lower: 0, upper: 1 },
    ] as const;
    expect(plantedWords({ ...PLANTED, shares }).rows.map(({ found }) => found)).toEqual([
      '9 of 10, 1,290 too short',
      '3 too short',
    ]);
  });

  it('says that no original is long enough', () => {
    const words = plantedWords({ ...PLANTED, originals: 0, texts: 2, tooShort: 2, shares: [] });
    expect(words).toEqual({
      opening: 'No original is long enough for a copy to be reported.',
      rows: [],
      limits:
        '2 of 2 original texts have less evidence than 20 tokens: no copy of them could be reported. Paraphrase and translation are not tested.',
    });
  });
});
