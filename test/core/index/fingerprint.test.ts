import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { isOperator } from '../../../src/core/score/weights.js';
import { Tokeniser } from '../../../src/core/text/tokenise.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { anySteps, soup } from '../text/soup.js';

test('the last bits of a print say what its token weighs, also after a plain text', () => {
  let operators = 0;
  let characters = 0;
  fc.assert(
    fc.property(soup, anySteps, (source, steps) => {
      const hashes = { intern: (_codes: Uint16Array, _from: number, _to: number, hash: number) => hash };
      const { count, starts, ends, halves } = new Tokeniser(steps, hashes).tokenise(source);
      const fingerprinter = new Fingerprinter(steps);
      fingerprinter.of('plain words');
      const { prints } = fingerprinter.of(source);
      expect(prints).toHaveLength(count);
      prints.forEach((print, at) => {
        const operator = isOperator(source, starts[at]!, ends[at]!);
        operators += operator ? 1 : 0;
        characters += halves[at] === 1 ? 1 : 0;
        expect(print & 3).toBe((operator ? 2 : 0) + (halves[at] === 1 ? 1 : 0));
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
    const read = fingerprinter.of(words(count));
    expect(read.prints).toHaveLength(count);
    expect(read).toEqual(new Fingerprinter(DEFAULT_PARAMETERS.normalise).of(words(count)));
  }
});
