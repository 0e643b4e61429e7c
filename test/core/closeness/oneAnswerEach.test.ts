import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnswerShingles, OneAnswerEach } from '../../../src/core/closeness/promptAnswers.js';
import { PromptHashes } from '../../../src/core/closeness/promptHashes.js';
import { byHash } from '../../../src/core/score/hashing.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const answer = fc.tuple(
  fc.nat(60).map(String),
  fc.nat(9).map((at) => `answer number ${at} to it`),
);

it('keeps the first prompts by hash, each with the answer that it has among all of them', () => {
  const shingles = new AnswerShingles(DEFAULT_PARAMETERS.normalise);
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (answers, most) => {
      const [few, all] = [new OneAnswerEach(most), new OneAnswerEach()];
      const hashes = new PromptHashes();
      for (const [key, text] of answers) {
        few.add(key, key, text);
        all.add(key, key, text);
        hashes.add(key);
      }
      const keys = [...new Set(answers.map(([key]) => key))].sort(byHash);
      expect(all.keys).toEqual(keys);
      expect(few.keys).toEqual(keys.slice(0, most));
      expect(few.shingled(few.keys, shingles)).toEqual(all.shingled(few.keys, shingles));
      expect(hashes.size).toBe(keys.length);
      expect(hashes.has('another')).toBe(false);
    }),
  );
});
