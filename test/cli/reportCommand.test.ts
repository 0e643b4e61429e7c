import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/main.js';
import { compareIn, folderWith, TEXTS } from '../engine/smallCase.js';

async function call(words: readonly string[], signal = new AbortController().signal) {
  const lines = { out: '', err: '' };
  const code = await run(['report', ...words], {
    out: (text) => (lines.out += text + '\n'),
    err: (text) => (lines.err += text + '\n'),
    status: undefined,
    signal,
  });
  return { code, ...lines };
}

async function caseWithRuns(): Promise<{ folder: string; at: (name: string) => string; runs: string[] }> {
  const folder = await folderWith({
    'originals.jsonl': [
      { prompt: 'tides?', response: TEXTS.tides },
      { prompt: 'bread?', response: TEXTS.bread },
    ],
    'one.jsonl': [{ prompt: 'tides?', response: TEXTS.tides }],
    'two.jsonl': [
      { prompt: 'tides?', response: TEXTS.tides },
      { prompt: 'bread?', response: TEXTS.bread },
    ],
  });
  const one = await compareIn(folder, ['one.jsonl'], ['originals.jsonl']);
  const two = await compareIn(folder, ['two.jsonl'], ['originals.jsonl']);
  const at = (name: string) => path.join(folder, name);
  return { folder, at, runs: [one.manifest.run, two.manifest.run] };
}

describe('report', () => {
  it('takes the latest run, or the one that is named', async () => {
    const { at, runs } = await caseWithRuns();
    const words = [at('.distillation-evidence'), '--format', 'jsonl', '--out', at('r.jsonl')];
    expect(await call(words)).toEqual({ code: 0, out: `2 findings: ${at('r.jsonl')}\n`, err: '' });
    expect(await readFile(at('r.jsonl'), 'utf8')).toContain(`"run":"${runs[1]}"`);
    const first = await call([...words, '--run', runs[0]!]);
    expect(first).toMatchObject({ code: 0, out: `1 finding: ${at('r.jsonl')}\n` });
    expect(await readFile(at('r.jsonl'), 'utf8')).toContain(`"run":"${runs[0]}"`);
    const most = await call([...words, '--most', '1']);
    expect(most.out).toBe(`1 finding, 1 left out: ${at('r.jsonl')}\n`);
  });

  it('refuses words that are off with 1, and a run that cannot be read with 2', async () => {
    const { at, runs } = await caseWithRuns();
    const caseDir = at('.distillation-evidence');
    const out = ['--out', at('r.csv')];
    for (const words of [
      ['--format', 'csv', ...out],
      [caseDir, caseDir, '--format', 'csv', ...out],
      [caseDir, '--format', 'pdf', ...out],
      [caseDir, '--format', 'csv'],
      [caseDir, '--format', 'csv', ...out, '--most', '0'],
      [caseDir, '--format', 'csv', ...out, '--least', '1'],
      [caseDir, '--format', 'csv', '--out', at('two.jsonl')],
    ]) {
      expect((await call(words)).code, words.join(' ')).toBe(1);
    }
    const csv = ['--format', 'csv', ...out];
    expect(await call([at('nowhere'), ...csv])).toMatchObject({
      code: 2,
      err: `There is no run in ${at('nowhere')}.\n`,
    });
    expect((await call([caseDir, ...csv, '--run', '../runs'])).code).toBe(2);
    await rm(path.join(caseDir, 'runs', runs[0]!, 'matches.jsonl'));
    expect((await call([caseDir, ...csv, '--run', runs[0]!])).code).toBe(2);
    await writeFile(path.join(caseDir, 'runs', runs[1]!, 'run.json'), '{}');
    expect((await call([caseDir, ...csv])).code).toBe(2);
    expect(await readdir(at(''))).not.toContain('r.csv');
  });

  it('ends with 130 when it is cancelled, and leaves nothing', async () => {
    const { folder, at } = await caseWithRuns();
    const before = await readdir(folder);
    const words = [at('.distillation-evidence'), '--format', 'html', '--out', at('r.html')];
    expect((await call(words, AbortSignal.abort())).code).toBe(130);
    expect(await readdir(folder)).toEqual(before);
  });
});
