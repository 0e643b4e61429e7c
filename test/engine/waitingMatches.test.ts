import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compareWithinFinding } from '../../src/core/match/order.js';
import { packMatch, type HalfMatch } from '../../src/engine/index/packedMatch.js';
import { WaitingMatches, type Waiting } from '../../src/engine/index/waitingMatches.js';
import { compareIn, folderWith, matchesOf, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

/** A match as a comparison makes it, and the same with each thing changed that orders matches. */
async function matches(): Promise<HalfMatch[]> {
  const folder = await folderWith({
    'a.jsonl': [{ instruction: 'p', output: tides }],
    'suspect.jsonl': [{ instruction: 'q\ud800', output: [tides, bread, lease].join('\n\n') }],
  });
  const [found] = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']));
  const match: HalfMatch = { ...found!, prompt: 'a\ud800' };
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

it('keeps the best of matches, in their order, and gives them back as they were', async () => {
  const whole = await matches();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'waiting-'));
  const runs = path.join(folder, 'runs');
  mkdirSync(runs);
  const waiting = new WaitingMatches(folder, whole.length);
  const ordered = whole.toSorted(compareWithinFinding);
  for (const [at, a] of ordered.entries())
    for (const b of ordered.slice(0, at)) expect(compareWithinFinding(b, a)).toBeLessThan(0);
  let found: Waiting | undefined;
  for (const match of whole) found = waiting.join(found, [packMatch(match)]);
  expect(waiting.take(found)).toEqual(ordered);
  expect(waiting.take(waiting.join(undefined, whole.toReversed().map(packMatch)))).toEqual(ordered);
  expect(readdirSync(runs)).toEqual([]);
  const few = new WaitingMatches(folder, 5);
  const [first, second] = [whole.slice(0, 9), whole.slice(9)].map((some) => some.map(packMatch));
  expect(waiting.join(found, [])).toBe(found);
  const best = few.join(few.join(undefined, first!), second!);
  expect(few.join(best, ordered.slice(-1).map(packMatch))).toBe(best);
  expect(few.take(best)).toEqual(ordered.slice(0, 5));
  const more = Math.ceil((1 << 20) / JSON.stringify(whole[0]).length);
  for (let at = 0; at < more; at++) waiting.join(undefined, [packMatch(whole[0]!)]);
  expect(readdirSync(runs)).toHaveLength(1);
  expect(waiting.take(found)).toEqual(ordered);
  waiting.close();
  few.close();
  expect(readdirSync(runs)).toEqual([]);
  rmSync(folder, { recursive: true });
});
