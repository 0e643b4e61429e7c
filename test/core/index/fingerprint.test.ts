import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { finish } from '../../../src/core/score/hashing.js';
import { isOperator } from '../../../src/core/score/weights.js';
import { Tokeniser } from '../../../src/core/text/tokenise.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { anySteps, soup } from '../text/soup.js';

/** The key of a text by its prints, step by step. */
function keyOf(prints: Uint16Array): number {
  const { high, low } = [...prints].reduce(
    (sums, print) => {
      const [high, low] = [Math.imul(sums.high ^ print, 0x5bd1e995), Math.imul(sums.low + print, 0x27d4eb2d)];
      return { high: high ^ (high >>> 13), low: low ^ (low >>> 15) };
    },
    { high: prints.length, low: 0 },
  );
  return (finish(high) & 0x1fffff) * 2 ** 32 + (finish(low) >>> 0);
}

test('a print has bits of the hash of its token and says what it weighs, also after a plain text', () => {
  let operators = 0;
  let characters = 0;
  fc.assert(
    fc.property(soup, anySteps, (source, steps) => {
      const { count, ids, starts, ends, halves } = new Tokeniser(steps).tokenise(source);
      const fingerprinter = new Fingerprinter(steps);
      fingerprinter.of('plain words');
      const { prints, key } = fingerprinter.of(source);
      if (count > 0) expect(key).toBe(keyOf(prints));
      expect(prints).toHaveLength(count);
      prints.forEach((print, at) => {
        const operator = isOperator(source, starts[at]!, ends[at]!);
        operators += operator ? 1 : 0;
        characters += halves[at] === 1 ? 1 : 0;
        expect(print & 3).toBe((operator ? 2 : 0) + (halves[at] === 1 ? 1 : 0));
        expect(print >> 2).toBe(finish(ids[at]!) & 0x3fff);
      });
    }),
    { numRuns: 1000 },
  );
  expect(operators).toBeGreaterThan(100);
  expect(characters).toBeGreaterThan(100);
});

test('a text of any length has the prints that it has by itself, whatever was read before', () => {
  const fingerprinter = new Fingerprinter(DEFAULT_PARAMETERS.normalise);
  const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at * count}`).join(' ');
  expect(new Set(fingerprinter.of(words(3000)).prints).size).toBeGreaterThan(2500);
  for (const count of [3000, 0, 10, 1500, 9000, 5000]) {
    const { prints, key } = fingerprinter.of(words(count));
    expect(prints).toHaveLength(count);
    const read = prints.slice();
    expect(new Fingerprinter(DEFAULT_PARAMETERS.normalise).of(words(count))).toEqual({ prints: read, key });
  }
});
