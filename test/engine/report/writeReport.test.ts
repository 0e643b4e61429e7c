import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeReport } from '../../../src/engine/report/writeReport.js';
import { REPORT_FORMATS } from '../../../src/shared/report.js';
import { HOOKS } from '../smallCase.js';
import { FILE, hostileFolder, hostileRun, judge, reportOf } from './reportCase.js';

describe('writing a report', () => {
  it.each(REPORT_FORMATS)('gives the same bytes in %s, wherever the case lies', async (format) => {
    const [one, other] = [await hostileRun(await hostileFolder()), await hostileRun(await hostileFolder())];
    const first = await reportOf(one, format);
    expect(await reportOf(one, format)).toBe(first);
    expect(await reportOf(other, format)).toBe(first);
    expect(first).not.toContain(path.dirname(path.dirname(path.dirname(one.dir))));
    await judge(one, ['ada'], { verdict: 'confirmed' });
    expect(await reportOf(one, format)).not.toBe(first);
  });

  it('leaves nothing when it is cancelled, and what was there before', async () => {
    const folder = await hostileFolder();
    const { dir } = await hostileRun(folder);
    const out = path.join(folder, 'report.html');
    await writeFile(out, 'before');
    const before = await readdir(folder, { recursive: true });
    const stop = new AbortController();
    const hooks = { signal: stop.signal, progress: () => stop.abort() };
    await expect(writeReport({ dir, format: 'html', out }, hooks)).rejects.toThrow('Cancelled.');
    expect(await readFile(out, 'utf8')).toBe('before');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it('replaces no file that was compared, and none of the case', async () => {
    const folder = await hostileFolder();
    const { dir } = await hostileRun(folder);
    const suspect = path.join(folder, FILE);
    const text = await readFile(suspect, 'utf8');
    for (const out of [suspect, path.join(dir, 'matches.jsonl'), path.join(dir, '../../verdicts/a.jsonl')]) {
      await expect(writeReport({ dir, format: 'csv', out }, HOOKS)).rejects.toMatchObject({ code: 'usage' });
    }
    expect(await readFile(suspect, 'utf8')).toBe(text);
  });

  it('says where it cannot write', async () => {
    const folder = await hostileFolder();
    const { dir } = await hostileRun(folder);
    const out = path.join(folder, 'nowhere', 'report.csv');
    await expect(writeReport({ dir, format: 'csv', out }, HOOKS)).rejects.toMatchObject({ code: 'case' });
    await expect(
      writeReport({ dir, format: 'csv', out: path.join(folder, 'originals') }, HOOKS),
    ).rejects.toMatchObject({ code: 'case' });
    expect(await readdir(folder)).not.toContain('originals.tmp');
  });

  it('takes the first findings only, and counts the others', async () => {
    const folder = await hostileFolder();
    const { dir } = await hostileRun(folder);
    const out = path.join(folder, 'report.html');
    const done = await writeReport({ dir, format: 'html', out, most: 1 }, HOOKS);
    expect(done).toEqual({ out, findings: 1, leftOut: 2 });
    const page = await readFile(out, 'utf8');
    expect(page).toContain('The first 1 of 3 findings are in this report, best first; 2 are left out.');
    expect(page.match(/<article /g)).toHaveLength(1);
  });
});
