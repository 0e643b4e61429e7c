import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepare } from '../../../src/core/match/prepare.js';
import { countShared } from '../../../src/core/score/shingles.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { soup } from '../text/soup.js';

/** Texts of one letter and of few words, which repeat their shingles, and of anything. */
const text = fc.oneof(
  soup,
  fc.array(fc.constantFrom('a', 'b', '学', '而', 'cc'), { maxLength: 40 }).map((words) => words.join(' ')),
);

test('shingles counted as places are those counted by their hashes', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 7 }), (a, b, shingleSize) => {
      const parameters = { ...DEFAULT_PARAMETERS, shingleSize };
      const vocabulary = new Vocabulary();
      const [mine, theirs] = [a, b].map((one) => prepare(one, '', parameters, vocabulary));
      expect(mine!.shingleWindows.distinct).toBe(mine!.shingles.length);
      expect(mine!.shingleWindows.sharedWith(theirs!.shingleWindows)).toBe(
        countShared(mine!.shingles, theirs!.shingles),
      );
    }),
    { numRuns: 1000 },
  );
});
