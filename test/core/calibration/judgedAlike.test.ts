import { expect, it } from 'vitest';
import { judgedAlike } from '../../../src/core/calibration/judgedAlike.js';

it.each([
  [{ equal: 30, near: 11, none: 41 }, 'paired', 'unpaired', 'paired'],
  [{ equal: 30, near: 11, none: 42 }, 'paired', 'unpaired', 'unpaired'],
  [{ equal: 1, near: 0, none: 42 }, 'paired', undefined, 'paired'],
  [{ equal: 0, near: 0, none: 42 }, 'paired', undefined, undefined],
  [{ equal: 42, near: 0, none: 0 }, undefined, 'unpaired', 'unpaired'],
])('what speaks for suspects judged as %o, of %s and %s, is %s', (suspects, paired, unpaired, spoken) => {
  expect(judgedAlike(suspects, paired, unpaired)).toBe(spoken);
});
