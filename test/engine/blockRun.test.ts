import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compareIn, folderWith, matchesOf, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

it('joins what a suspect found in all parts of the originals, where some hold nothing that is kept', async () => {
  const output = `${bread}\n\n${tides}`;
  const folder = await folderWith({
    // The prompt explains what the last two share.
    'suspect.jsonl': [{ instruction: tides, output }],
    'a.jsonl': [{ instruction: 'bread?', output: `${bread} Whoever bakes it knows.` }],
    'b.jsonl': [{ instruction: 'tides?', output: `${tides}\n\n${lease}` }],
    'c.jsonl': [{ instruction: 'lease?', output: `${lease}\n\n${tides}` }],
  });
  const originals = ['a.jsonl', 'b.jsonl', 'c.jsonl'];
  const result = await compareIn(folder, ['suspect.jsonl'], originals);
  expect(result.manifest.counts.unreportedPairs).toBe(2);
  const hashes = (await matchesOf(result)).map(({ suspect }) => suspect.sha256);
  expect(hashes).toEqual([createHash('sha256').update(output).digest('hex')]);
});

it('keeps a short near-duplicate that shares just as many shingles as it must', async () => {
  const folder = await folderWith({
    'suspect.jsonl': [{ instruction: 'q', output: 'one two three four five six seven eight nine ten' }],
    'a.jsonl': [{ instruction: 'p', output: 'one two three four five six seven' }],
  });
  const [match] = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']));
  expect(match).toMatchObject({ kind: 'near-duplicate', scores: { jaccard: { value: 0.5 } } });
});
