import path from 'node:path';
import { expect, it } from 'vitest';
import { explainWhy } from '../../src/core/match/why.js';
import { readManifest } from '../../src/io/case/runFolder.js';
import type { RunKind } from '../../src/shared/run.js';
import { compareIn, folderWith, matchesOf, TEXTS } from './smallCase.js';

const edited = TEXTS.tides.replace('the', 'that');
/** Half of it is in `dump/b.txt`. */
const both = `${TEXTS.lease}\n\n${TEXTS.bread}`;
const FILES = {
  'suspect.jsonl': [
    { instruction: 'tides?', output: edited },
    { instruction: 'both?', output: both },
  ],
  'originals.jsonl': [
    { instruction: 'tides?', output: TEXTS.tides },
    { instruction: 'both?', output: both },
  ],
  'dump/a.jsonl': [
    { instruction: 'x', output: 'Nothing of the kind.' },
    { instruction: 'ocean', output: TEXTS.tides },
  ],
  'dump/b.txt': TEXTS.lease,
};

for (const kind of ['dataset', 'outputs'] satisfies RunKind[])
  it(`says of what a public text holds whole that it may have come from there, and counts it all the same (${kind})`, async () => {
    const folder = await folderWith(FILES);
    const publicTexts = [path.join(folder, 'dump')];
    const compared = (more: object) =>
      compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { kind, ...more });
    const without = await compared({});
    const result = await compared({ publicTexts });
    expect(result.manifest.run).not.toBe(without.manifest.run);
    const { identical, 'near-duplicate': near, routed } = result.manifest.counts;
    expect([identical, near, routed]).toEqual([1, 1, 1]);
    expect(without.manifest.counts.routed).toBe(0);

    const matches = await matchesOf(result);
    const tides = matches.find(({ suspect }) => suspect.record === 0)!;
    expect(tides.flags).toContain('in public text');
    expect(tides.publicText).toEqual({ path: 'dump/a.jsonl', record: 1, pointer: '/output' });
    expect(explainWhy(tides)).toContain(
      'An innocent route: the text is also in public text: dump/a.jsonl, record 1.',
    );
    // Half of a response that is public leaves the other half.
    const others = matches.filter(({ suspect }) => suspect.record > 0);
    expect(others.some(({ flags, publicText }) => flags.includes('in public text') || publicText)).toBe(
      false,
    );
    const { inputs } = await readManifest(result.dir);
    expect(inputs.filter(({ role }) => role === 'public').map((one) => [one.path, one.responses])).toEqual([
      ['dump/a.jsonl', 2],
      ['dump/b.txt', 1],
    ]);
  });

it('takes several public texts together, and leaves the suspect itself out of them', async () => {
  const folder = await folderWith({ ...FILES, 'dump/c.txt': TEXTS.bread });
  const publicTexts = ['dump', 'suspect.jsonl'].map((name) => path.join(folder, name));
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { publicTexts });
  const routed = (await matchesOf(result)).filter(({ flags }) => flags.includes('in public text'));
  expect(routed.map(({ suspect }) => suspect.record).sort()).toEqual([0, 1]);
  expect(result.manifest.notes).toContain(
    'suspect.jsonl is the suspect itself and was left out of the public texts.',
  );
});

it('looks for public texts that hold a response however many originals match it better', async () => {
  const originals = Array.from({ length: 50 }, (_, at) => ({
    instruction: 'x',
    output: `${TEXTS.tides}${'!'.repeat(at)}`,
  }));
  const folder = await folderWith({
    'suspect.jsonl': [{ instruction: 'x', output: TEXTS.tides }],
    'originals.jsonl': originals,
    'dump.txt': `${TEXTS.tides} ${TEXTS.lease}`,
  });
  const publicTexts = [path.join(folder, 'dump.txt')];
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { publicTexts });
  const matches = await matchesOf(result);
  expect(matches).toHaveLength(20);
  expect(matches.filter(({ flags }) => flags.includes('in public text'))).toHaveLength(1);
});
