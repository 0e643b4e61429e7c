import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exclude } from '../../../src/engine/explained/exclusions.js';
import { withSetting } from '../../../src/engine/settings.js';
import { readExclusions } from '../../../src/io/exclusions/exclusionFolder.js';
import { readManifest } from '../../../src/io/case/runFolder.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { compareIn, folderWith, matchesOf } from '../smallCase.js';
import { NOTICE, NOTICE_FILES, scoresOf } from './noticeCase.js';

const BECAUSE = 'the notice of the ministry';

const caseIn = (folder: string) => path.join(folder, '.distillation-evidence');

describe('a text that a reviewer excludes', () => {
  it('explains edited copies of it in suspects and controls from the next run on, with the reason, until it is withdrawn', async () => {
    const folder = await folderWith(NOTICE_FILES);
    const caseDir = caseIn(folder);
    const controls = [path.join(folder, 'control.jsonl')];
    const run = (parameters = DEFAULT_PARAMETERS) =>
      compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { controls, parameters });
    const before = await run();
    expect(before.manifest.counts).toMatchObject({ 'near-duplicate': 1, identical: 1 });
    expect(await scoresOf(before)).toHaveLength(1);

    await exclude({ caseDir, text: NOTICE, because: ` ${BECAUSE} `, reviewer: 'Anna' });
    const after = await run();
    expect(after.manifest.counts).toMatchObject({ 'too-little-evidence': 1, identical: 1 });
    expect(after.manifest.run).not.toBe(before.manifest.run);
    expect(await scoresOf(after)).toEqual([]);
    const { parameters, notes } = await readManifest(after.dir);
    expect(parameters.excluded).toEqual([{ text: NOTICE, because: BECAUSE }]);
    expect(notes).toContain(
      '1 text was excluded by hand, for the controls as well: run.json has each with its reason.',
    );
    const spans = (await matchesOf(after)).flatMap(({ explained }) => explained);
    expect(new Set(spans.map(({ reason, name }) => `${reason}: ${name ?? ''}`))).toEqual(
      new Set([`manual: ${BECAUSE}`]),
    );
    // The earlier run is asked for again with what stands now, not with what stood then.
    expect((await run(after.manifest.parameters)).manifest.run).toBe(after.manifest.run);

    const off = await run(withSetting(DEFAULT_PARAMETERS, 'explain.manual', 'false'));
    expect(off.manifest.counts).toMatchObject({ 'near-duplicate': 1 });
    expect(off.manifest.notes).toContain(
      'Text shared with texts that reviewers excluded is counted: the rule was switched off.',
    );

    await exclude({ caseDir, text: NOTICE, because: BECAUSE, reviewer: 'Ben', withdrawn: true });
    expect((await run(after.manifest.parameters)).manifest.run).toBe(before.manifest.run);
    // Both words stay on record, each in its reviewer's file.
    expect(await readdir(path.join(caseDir, 'exclusions'))).toEqual(['Anna.jsonl', 'Ben.jsonl']);
  });

  it('is refused without a reason, or where it is too short to explain anything', async () => {
    const caseDir = caseIn(await folderWith({}));
    const said = { caseDir, reviewer: 'Anna' };
    await expect(exclude({ ...said, text: NOTICE, because: '  ' })).rejects.toThrow('Say why');
    await expect(exclude({ ...said, text: 'As an AI model', because: 'set phrase' })).rejects.toThrow(
      'Nothing shorter than 5 words can be excluded.',
    );
    await expect(exclude({ ...said, text: 'a '.repeat(60_000), because: 'long' })).rejects.toThrow(
      'At most 100,000 characters can be excluded at once; these are 120,000.',
    );
    expect((await readExclusions(caseDir)).standing).toEqual([]);
  });

  it('counts beside damage, which is named with its line by the run and never repaired', async () => {
    const folder = await folderWith(NOTICE_FILES);
    const caseDir = caseIn(folder);
    await exclude({ caseDir, text: NOTICE, because: BECAUSE, reviewer: 'Anna' });
    const file = path.join(caseDir, 'exclusions', 'Anna.jsonl');
    await appendFile(file, '{"text":"every word of every response there ever was"}\n');
    const before = await readFile(file);
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    expect(result.manifest.parameters.excluded).toEqual([{ text: NOTICE, because: BECAUSE }]);
    expect(result.notes).toEqual([`${file}, line 2: the line is not as it was written.`]);
    expect(await readFile(file)).toEqual(before);
  });
});
