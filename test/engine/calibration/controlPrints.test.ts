import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PassageRuns } from '../../../src/core/calibration/passageRuns.js';
import { ControlPrints } from '../../../src/engine/calibration/controlPrints.js';
import { openPool } from '../../../src/engine/index/pool.js';
import { Pace } from '../../../src/engine/pace.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { folderWith, HOOKS, TEXTS } from '../smallCase.js';

const { tides, bread, lease } = TEXTS;

it('counts each answer once, however the answers are taken together', async () => {
  const caseDir = await folderWith({});
  await mkdir(path.join(caseDir, 'runs'));
  const pace = new Pace(HOOKS);
  const answers = [tides, bread, `${bread} ${tides}`, 'Something else.', bread, lease, ''];
  const runs = new PassageRuns(DEFAULT_PARAMETERS);
  const sought = [tides, bread, lease].flatMap((text) => runs.of(text, [[[0, text.length]]]));
  function* each(): Generator<string> {
    yield* answers;
  }
  const texts = { count: answers.length, texts: each };
  const parameters = DEFAULT_PARAMETERS;
  const comparing = { kind: 'dataset', parameters, caseDir, pathsCase: caseDir } as const;
  for (const units of [1, bread.length + 1, 1 << 20]) {
    const prints = await ControlPrints.of(texts, comparing, openPool(1, 0, pace), pace, units);
    expect([...(await prints.holding(sought))]).toEqual([2, 3, 1]);
    expect([...(await prints.holding(sought.slice(1)))]).toEqual([3, 1]);
    prints.close();
    expect(await readdir(path.join(caseDir, 'runs'))).toEqual([]);
  }
});
