import { expect, test } from 'vitest';
import { closenessSentence } from '../../../src/core/calibration/closenessSentences.js';
import type { ClosenessCounts } from '../../../src/shared/closeness.js';

const ALL: ClosenessCounts = { prompts: 805, families: 5, closerThan: 5, passing: 0 };

test.each<[string, ClosenessCounts, string]>([
  [
    'closer than all, and none would have passed',
    ALL,
    'On 805 prompts the answers are closer to the originals than those of all 5 families of controls; ' +
      'of the 5, none would have passed the same test. One of 6 sources is the closest in any case.',
  ],
  [
    'on fewer prompts than the suspect answers',
    { ...ALL, fewest: 410 },
    'On 410 to 805 prompts the answers are closer to the originals than those of all 5 families of controls; ' +
      'of the 5, none would have passed the same test. One of 6 sources is the closest in any case.',
  ],
  [
    'closer than all, as a control is',
    { ...ALL, passing: 1 },
    'On 805 prompts the answers are closer to the originals than those of all 5 families of controls; ' +
      'of the 5, 1 would have passed the same test. One of 6 sources is the closest in any case.',
  ],
  [
    'closer than some',
    { ...ALL, closerThan: 3, passing: 1 },
    'On 805 prompts the answers are closer to the originals than those of 3 of the 5 families of controls, not of all; ' +
      'of the 5, 1 would have passed as closer than all others. One of 6 sources is the closest in any case.',
  ],
  [
    'closer than none, and closest to another source',
    { ...ALL, closerThan: 0, closerTo: { source: 'b.jsonl', prompts: 790 } },
    'On 805 prompts the answers are not closer to the originals than those of any of the 5 families of controls; ' +
      'of the 5, none would have passed as closer than all others. One of 6 sources is the closest in any case. ' +
      'On 790 prompts they are closer to b.jsonl than to the originals.',
  ],
  [
    'a mixture',
    { ...ALL, alsoAlike: ['a', 'b', 'c', 'd'] },
    'On 805 prompts the answers are closer to the originals than those of all 5 families of controls; ' +
      'of the 5, none would have passed the same test. One of 6 sources is the closest in any case. ' +
      'They are also closer to a, b, c and 1 more than the originals and the other families are: they may come from several sources.',
  ],
  [
    'a mixture of two',
    { ...ALL, closerThan: 0, alsoAlike: ['a', 'b'] },
    'On 805 prompts the answers are not closer to the originals than those of any of the 5 families of controls; ' +
      'of the 5, none would have passed as closer than all others. One of 6 sources is the closest in any case. ' +
      'They are also closer to a and b than the originals and the other families are: they may come from several sources.',
  ],
  [
    'no controls',
    { ...ALL, families: 0, closerThan: 0, refused: 'families' },
    'Closeness is not judged: no family of controls answers at least 403 of these prompts, and it takes 3, ' +
      'so that each can be tried as the suspect against others.',
  ],
  [
    'one family',
    { ...ALL, families: 1, closerThan: 0, refused: 'families' },
    'Closeness is not judged: 1 family of controls answers at least 403 of these prompts, and it takes 3, ' +
      'so that each can be tried as the suspect against others.',
  ],
  [
    'two families',
    { ...ALL, families: 2, closerThan: 0, refused: 'families', closerTo: { source: 'a', prompts: 500 } },
    'Closeness is not judged: 2 families of controls answer at least 403 of these prompts, and it takes 3, ' +
      'so that each can be tried as the suspect against others. On 500 prompts they are closer to a than to the originals.',
  ],
  [
    'no common prompt',
    { ...ALL, prompts: 0, closerThan: 0, refused: 'prompts' },
    'Closeness is not judged: no prompt is answered by both sides, and it takes 20.',
  ],
  [
    'one common prompt',
    { ...ALL, prompts: 1, closerThan: 0, refused: 'prompts' },
    'Closeness is not judged: 1 prompt is answered by both sides, and it takes 20.',
  ],
  [
    'few common prompts',
    { ...ALL, prompts: 19, closerThan: 0, refused: 'prompts' },
    'Closeness is not judged: 19 prompts are answered by both sides, and it takes 20.',
  ],
])('%s', (_, counts, sentence) => {
  expect(closenessSentence(counts)).toBe(sentence);
});
