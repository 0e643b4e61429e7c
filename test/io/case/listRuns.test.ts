import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../src/io/case/listRuns.js';
import { compareIn, folderWith, TEXTS } from '../../engine/smallCase.js';

const { tides, bread } = TEXTS;

async function twoRuns() {
  const folder = await folderWith({
    'suspect.jsonl': [{ prompt: 'tides?', response: tides }],
    'originals.jsonl': [{ prompt: 'tides?', response: tides }],
    'others.jsonl': [{ prompt: 'bread?', response: bread }],
  });
  const first = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
  const second = await compareIn(folder, ['suspect.jsonl'], ['others.jsonl']);
  return { folder, caseDir: path.join(folder, '.distillation-evidence'), first, second };
}

describe('the runs of a case folder', () => {
  it('are listed with their files and counts, the latest first', async () => {
    const { folder, caseDir, first, second } = await twoRuns();
    const runs = await listRuns(caseDir);
    expect(runs.map(({ dir }) => dir)).toEqual([second.dir, first.dir]);
    expect(runs[1]).toMatchObject({
      run: first.manifest.run,
      kind: 'dataset',
      suspects: [path.join(folder, 'suspect.jsonl')],
      originals: [path.join(folder, 'originals.jsonl')],
      controls: [],
      families: [],
      templates: [],
      counts: { identical: 1 },
    });
  });

  it('name the families that the user made, not those of a control on its own', async () => {
    const controls = ['a.jsonl', 'b.jsonl', 'c.jsonl'];
    const folder = await folderWith({
      'suspect.jsonl': [{ prompt: 'tides?', response: tides }],
      'originals.jsonl': [{ prompt: 'tides?', response: tides }],
      ...Object.fromEntries(
        controls.map((name) => [name, [{ prompt: 'tides?', response: `${bread} ${name}` }]]),
      ),
    });
    const at = (name: string) => path.join(folder, name);
    await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], {
      controls: controls.map(at),
      families: [{ name: 'kin', files: [at('a.jsonl'), at('c.jsonl')] }],
    });
    const [run] = await listRuns(at('.distillation-evidence'));
    expect(run).toMatchObject({
      controls: controls.map(at),
      families: [{ name: 'kin', files: [at('a.jsonl'), at('c.jsonl')] }],
    });
  });

  it('that are damaged come last, each with what is wrong; one without times is whole', async () => {
    const { caseDir, first, second } = await twoRuns();
    await rm(path.join(first.dir, 'matches.jsonl'));
    await rm(path.join(second.dir, 'timing.json'));
    await mkdir(path.join(caseDir, 'runs', 'empty'));
    await mkdir(path.join(caseDir, 'runs', '.unfinished-1'));
    await mkdir(path.join(caseDir, 'runs', 'broken'));
    await writeFile(path.join(caseDir, 'runs', 'broken', 'run.json'), '{"run":');
    const [whole, ...damaged] = await listRuns(caseDir);
    expect(whole).toMatchObject({ dir: second.dir });
    expect(whole).not.toHaveProperty('started');
    expect(damaged.map(({ dir }) => path.basename(dir)).sort()).toEqual(
      ['broken', 'empty', path.basename(first.dir)].sort(),
    );
    for (const run of damaged) expect('reason' in run && run.reason).toMatch(/Run the comparison again/);
  });

  it('are none where there is no case folder', async () => {
    expect(await listRuns('/nowhere/.distillation-evidence')).toEqual([]);
  });
});
