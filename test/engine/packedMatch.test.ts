import { expect, it } from 'vitest';
import { compareWithinFinding } from '../../src/core/match/order.js';
import { packMatch, unpackMatch, type HalfMatch } from '../../src/engine/index/packedMatch.js';
import { compareIn, folderWith, matchesOf, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

it('packs matches so that they keep their order and come back as they were', async () => {
  const texts = [tides, bread, lease];
  const folder = await folderWith({
    'a.jsonl': [...texts, ...texts].map((output, at) => ({
      instruction: `p${at}`,
      output: `${output} ${at}`,
    })),
    'suspect.jsonl': [{ instruction: 'q\ud800', output: [tides, bread, lease].join('\n\n') }],
  });
  const matches = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']));
  expect(matches).toHaveLength(6);
  const whole = matches.map((match): HalfMatch => ({ ...match, promptKey: 'a\ud800' }));
  const packed = whole.map(packMatch);
  expect(packed.map(unpackMatch)).toEqual(whole);
  for (const [at, a] of whole.entries())
    for (const [to, b] of whole.entries())
      expect(Math.sign(compareWithinFinding(packed[at]!, packed[to]!))).toBe(
        Math.sign(compareWithinFinding(a, b)),
      );
});
