import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compareWithinFinding } from '../../src/core/match/order.js';
import { packMatch, type HalfMatch } from '../../src/engine/index/packedMatch.js';
import { WaitingMatches } from '../../src/engine/index/waitingMatches.js';
import { compareIn, folderWith, matchesOf, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

/** A match as a comparison makes it, and the same with each thing changed that orders matches. */
async function matches(): Promise<HalfMatch[]> {
  const folder = await folderWith({
    'a.jsonl': [{ instruction: 'p', output: tides }],
    'suspect.jsonl': [{ instruction: 'q\ud800', output: [tides, bread, lease].join('\n\n') }],
  });
  const [found] = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']));
  const match: HalfMatch = { ...found!, promptKey: 'a\ud800' };
  const { original, scores } = match;
  const score = (name: 'distinctiveTokens' | 'containmentSuspect' | 'jaccard'): HalfMatch => ({
    ...match,
    scores: { ...scores, [name]: { ...scores[name], value: scores[name].value / 2 } },
  });
  const place = (changed: Partial<HalfMatch['original']>): HalfMatch => ({
    ...match,
    original: { ...original, ...changed },
  });
  return [
    match,
    { ...match, reported: !match.reported },
    { ...match, kind: 'normalised' },
    { ...match, pair: '0'.repeat(16) },
    ...(['distinctiveTokens', 'containmentSuspect', 'jaccard'] as const).map(score),
    place({ sha256: '0'.repeat(64) }),
    place({ path: 'z' }),
    place({ record: original.record + 1 }),
    place({ pointer: '/z' }),
    place({ range: [1, 5] }),
    place({ range: [1, 6] }),
  ];
}

it('packs matches so that they keep their order and come back as they were', async () => {
  const whole = await matches();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'waiting-'));
  const runs = path.join(folder, 'runs');
  mkdirSync(runs);
  const waiting = new WaitingMatches(folder);
  const packed = whole.map((match) => waiting.keep(packMatch(match)));
  expect(packed.map((match) => waiting.take(match))).toEqual(whole);
  expect(packed.map((match) => waiting.keep(match))).toEqual(packed);
  expect(readdirSync(runs)).toEqual([]);
  const more = Math.ceil((1 << 20) / JSON.stringify(whole[0]).length);
  for (let at = 0; at < more; at++) waiting.keep(packMatch(whole[0]!));
  expect(readdirSync(runs)).toHaveLength(1);
  expect(packed.map((match) => waiting.take(match))).toEqual(whole);
  waiting.close();
  expect(readdirSync(runs)).toEqual([]);
  rmSync(folder, { recursive: true });
  for (const [at, a] of whole.entries())
    for (const [to, b] of whole.entries()) {
      const order = Math.sign(compareWithinFinding(a, b));
      expect(order === 0).toBe(at === to);
      expect(Math.sign(compareWithinFinding(packed[at]!, packed[to]!)), `${at} and ${to}`).toBe(order);
    }
});
