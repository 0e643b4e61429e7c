import { expect, test } from 'vitest';
import { pairingSentence } from '../../../src/core/calibration/pairingSentence.js';

test('says how many prompts were paired, and how', () => {
  expect(pairingSentence({ equal: 1200, near: 3, none: 1 })).toBe(
    'Of 1,204 responses of the suspect, 1,200 answer a prompt that controls answer too, 3 a near-duplicate of one, ' +
      'and 1 none of theirs: those are judged without the controls’ answers.',
  );
  expect(pairingSentence({ equal: 0, near: 0, none: 0 })).toBe('No response of the suspect was compared.');
});
