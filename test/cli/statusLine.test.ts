import { expect, it } from 'vitest';
import { statusLine } from '../../src/cli/statusLine.js';

const bytes = { phase: 'Reading originals', done: 412e6, total: 1004e6, unit: 'bytes' } as const;

it.each([
  [bytes, 'Reading originals  41 %  412 of 1004 MB'],
  [
    { ...bytes, perSecond: 52e6, secondsLeft: 11.4 },
    'Reading originals  41 %  412 of 1004 MB  52 MB/s  about 11 s left',
  ],
  [
    { ...bytes, perSecond: 1.26e6, secondsLeft: 470 },
    'Reading originals  41 %  412 of 1004 MB  1.3 MB/s  about 8 min left',
  ],
  [
    {
      phase: 'Comparing controls',
      done: 30,
      total: 90,
      unit: 'responses',
      perSecond: 12.4,
      secondsLeft: 0.2,
    },
    'Comparing controls  33 %  12 responses/s  about 1 s left',
  ],
  [{ ...bytes, total: 0 }, 'Reading originals'],
] as const)('%o', (progress, words) => {
  expect(statusLine(progress)).toBe(words);
});
