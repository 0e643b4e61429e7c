import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/engine/pace.js';
import { runDifference } from '../../src/engine/runDifference.js';
import { RunModel } from '../../src/engine/runModel.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { compareIn, folderWith, HOOKS, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;
const record = (prompt: string, response: string) => ({ prompt, response });

async function difference(before: string, after: string) {
  const pace = new Pace(HOOKS);
  const models = [await RunModel.open(before, pace), await RunModel.open(after, pace)] as const;
  try {
    return await runDifference(...models, pace);
  } finally {
    await Promise.all(models.map((model) => model.close()));
  }
}

describe('the difference of two runs', () => {
  it('tells new, gone and equal pairs by their texts, wherever they stand', async () => {
    const folder = await folderWith({
      'suspect.jsonl': [record('a', tides), record('b', bread)],
      'originals.jsonl': [record('t', tides), record('b', bread), record('l', lease)],
    });
    const before = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    // The tides move to another line, the bread goes, the lease comes.
    const lines = [record('c', lease), record('x', 'Nothing of ours.'), record('a', tides)];
    await writeFile(
      path.join(folder, 'suspect.jsonl'),
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    const after = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    const found = await difference(before.dir, after.dir);
    expect(found.same).toBe(1);
    expect(found.changed).toEqual([]);
    expect(found.added).toHaveLength(1);
    expect(found.added[0]!.before).toBeUndefined();
    expect(found.added[0]!.after).toMatchObject({
      kind: 'identical',
      suspect: { line: 1 },
      original: { line: 3 },
    });
    expect(found.gone).toHaveLength(1);
    expect(found.gone[0]!.after).toBeUndefined();
    expect(found.gone[0]!.before).toMatchObject({ suspect: { line: 2 }, original: { line: 2 } });
  });

  it('shows what other parameters change in a pair', async () => {
    const folder = await folderWith({
      'suspect.jsonl': [record('a', tides)],
      'originals.jsonl': [record('t', tides)],
    });
    const before = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    const parameters = { ...DEFAULT_PARAMETERS, passageToll: 12 };
    const after = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { parameters });
    const found = await difference(before.dir, after.dir);
    expect([found.added, found.gone, found.same]).toEqual([[], [], 0]);
    const [changed] = found.changed;
    expect(changed!.before!.evidence - changed!.after!.evidence).toBe(2);
    expect(await difference(before.dir, before.dir)).toMatchObject({ changed: [], same: 1 });
  });
});
