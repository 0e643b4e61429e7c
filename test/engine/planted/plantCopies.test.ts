import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { random } from '../../../bench/data/random.mjs';
import { testRun } from '../../../src/engine/planted/testRun.js';
import { readPlanted } from '../../../src/io/case/plantedFile.js';
import { Failure } from '../../../src/shared/failure.js';
import type { CompareRequest, CompareResult } from '../../../src/shared/engineCalls.js';
import type { Planted, PlantedEdit } from '../../../src/shared/planted.js';
import { DEFAULT_PARAMETERS, type Progress } from '../../../src/shared/run.js';
import { compareIn, folderWith, HOOKS } from '../smallCase.js';

const LETTERS = 'bcdfghklmnprstvw';

/** Sentences of made-up words, so that two texts share nothing by chance. */
function answer(seed: number, sentences = 8): string {
  const next = random(seed);
  const letter = () => LETTERS[Math.floor(next() * LETTERS.length)]!;
  const word = () => `${letter()}a${letter()}o${letter()}`;
  return Array.from({ length: sentences }, () => `${Array.from({ length: 10 }, word).join(' ')}.`).join(' ');
}

const records = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    instruction: `Question ${from + at}?`,
    output: answer(from + at),
  }));

const FILES = {
  'suspect.jsonl': [{ instruction: 'Else?', output: answer(9999) }],
  'originals/a.jsonl': [...records(0, 30), { instruction: 'Short?', output: 'Only a few words here.' }],
  'originals/b.jsonl': records(100, 20),
};

async function plant(
  more: Partial<CompareRequest> = {},
  files: Record<string, readonly object[]> = FILES,
): Promise<CompareResult & { bytes: string | undefined }> {
  const folder = await folderWith(files);
  const controls = Object.keys(files).filter((name) => name.startsWith('controls'));
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals'], {
    controls: controls.map((name) => path.join(folder, name)),
    ...more,
  });
  const bytes = await readFile(path.join(result.dir, 'planted.json'), 'utf8').catch(() => undefined);
  return { ...result, bytes };
}

function foundOf({ shares }: Planted, edit: PlantedEdit): number {
  return shares.find((share) => share.edit === edit)!.found;
}

describe('planted copies', () => {
  it('are tested when nothing was found, and say what would have been', async () => {
    const { planted, bytes, dir } = await plant();
    expect(planted).toMatchObject({ originals: 50, texts: 51, tooShort: 1, least: 23, threshold: 13 });
    expect(planted!.shares.map(({ copies }) => copies)).toEqual([50, 50, 50, 50, 50, 50, 50]);
    expect(foundOf(planted!, 'unchanged')).toBe(50);
    expect(foundOf(planted!, 'truncated')).toBe(50);
    expect(planted!.shares[0]).toMatchObject({ upper: 1 });
    // 0.025 ^ (1 / 50), the lower end of Clopper and Pearson for 50 of 50.
    expect(planted!.shares[0]!.lower).toBeCloseTo(0.9289, 4);
    expect(JSON.parse(bytes!)).toEqual(planted);
    expect(await readPlanted(dir)).toEqual(planted);
  });

  it('are fewer to be found the more words are replaced, and the higher the threshold', async () => {
    const { planted } = await plant();
    const edits = ['unchanged', 'words 10 %', 'words 20 %', 'words 30 %'] as const;
    const found = edits.map((edit) => foundOf(planted!, edit));
    expect([...found].sort((a, b) => b - a)).toEqual(found);
    const strict = await plant({ parameters: { ...DEFAULT_PARAMETERS, reportFrom: 45 } });
    expect(strict.planted!.threshold).toBe(45);
    expect(foundOf(strict.planted!, 'unchanged')).toBe(50);
    expect(foundOf(strict.planted!, 'words 30 %')).toBeLessThan(foundOf(planted!, 'words 30 %'));
    expect(strict.planted!.shares.find(({ edit }) => edit === 'truncated')).toEqual({
      ...{ edit: 'truncated', found: 0, copies: 0, tooShort: 50, lower: 0, upper: 1 },
    });
  });

  it('give the same bytes for other file names’ orders and other memory', async () => {
    const first = await plant();
    const { 'originals/a.jsonl': a, 'originals/b.jsonl': b, ...rest } = FILES;
    const second = await plant({ memory: 16 }, { ...rest, 'originals/a.jsonl': b, 'originals/b.jsonl': a });
    expect(second.bytes).toBe(first.bytes);
  });

  it('are of the same originals in any order of records', async () => {
    // From 7 to 35 sentences: which halves are found says which originals were drawn.
    const varied = Array.from({ length: 29 }, (_, at) => ({
      instruction: `${at}?`,
      output: answer(at, 7 + at),
    }));
    const drawn = async (list: readonly object[]) => {
      const parameters = { ...DEFAULT_PARAMETERS, reportFrom: 50 };
      const files = { ...FILES, 'originals/a.jsonl': list, 'originals/b.jsonl': [] };
      return (await plant({ planted: 9, parameters }, files)).bytes;
    };
    expect(await drawn([...varied].reverse())).toBe(await drawn(varied));
  });

  it('are not tested when something was found, unless asked for, and never for 0', async () => {
    const copied = { ...FILES, 'suspect.jsonl': [FILES['originals/a.jsonl'][3]!] };
    expect((await plant({}, copied)).bytes).toBeUndefined();
    const asked = await plant({ planted: 5 }, copied);
    expect(asked.planted!.originals).toBe(5);
    expect((await plant({ planted: 0 })).bytes).toBeUndefined();
  });

  it('are explained by the controls’ answers like a suspect, so that they are not found', async () => {
    const same = [...records(0, 30), ...records(100, 20)];
    const plain = await plant({ planted: 50 });
    expect(foundOf(plain.planted!, 'unchanged')).toBe(50);
    const said = (seed: number) =>
      same.map((record) => ({ ...record, output: `${answer(seed)} ${record.output}` }));
    const controlled = await plant(
      { planted: 50 },
      { ...FILES, 'controls/one.jsonl': said(7001), 'controls/two.jsonl': said(7002) },
    );
    expect(foundOf(controlled.planted!, 'unchanged')).toBe(0);
  });

  it('are made of what weighs enough, however many tokens it has', async () => {
    const han = Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x4e00 + 7 * at)).join('');
    const long = Array.from({ length: 46 }, (_, at) => String.fromCodePoint(0x6e00 + 7 * at)).join('');
    const originals = [han, long].map((output, at) => ({ instruction: `${at}?`, output }));
    const { planted } = await plant(
      {},
      { 'suspect.jsonl': FILES['suspect.jsonl'], 'originals/a.jsonl': originals },
    );
    expect(planted).toMatchObject({ originals: 1, texts: 2, tooShort: 1 });
    expect(planted!.shares[0]).toMatchObject({ edit: 'unchanged', found: 1, copies: 1 });
    expect(planted!.shares.at(-1)).toMatchObject({ edit: 'truncated', copies: 0, tooShort: 1 });
  });

  it('are those of their prompts in a run of model outputs', async () => {
    const { planted } = await plant({ kind: 'outputs' });
    expect(foundOf(planted!, 'unchanged')).toBe(50);
  });

  it('are none of originals that are all too short', async () => {
    const short = { instruction: 'Short?', output: 'Only a few words here.' };
    const { planted } = await plant(
      {},
      { ...FILES, 'originals/a.jsonl': [short], 'originals/b.jsonl': [short] },
    );
    expect(planted).toMatchObject({ originals: 0, texts: 2, tooShort: 2, shares: [] });
  });
});

describe('a finished run', () => {
  const said = (seed: number) =>
    [...records(0, 30), ...records(100, 20)].map((record) => ({
      ...record,
      output: `${answer(seed)} ${record.output.slice(0, 200)}`,
    }));

  it('is tested afterwards with its own controls and parameters, and has the same bytes', async () => {
    const files = { ...FILES, 'controls/one.jsonl': said(7001), 'controls/two.jsonl': said(7002) };
    const parameters = { ...DEFAULT_PARAMETERS, reportFrom: 12 };
    const first = await plant({ planted: 300, parameters }, files);
    const file = path.join(first.dir, 'planted.json');
    await rm(file);
    const indexDir = path.join(first.dir, '../../../.index');
    const planted = await testRun({ dir: first.dir, indexDir }, HOOKS);
    expect(await readFile(file, 'utf8')).toBe(first.bytes);
    expect(planted).toEqual(first.planted);
    expect(foundOf(planted, 'unchanged')).toBe(50);
    const fewer = await testRun({ dir: first.dir, indexDir, planted: 4 }, HOOKS);
    expect(await readPlanted(first.dir)).toEqual(fewer);
  });

  it('whose originals changed is not tested, and says so', async () => {
    const { dir } = await plant({ planted: 0 });
    const folder = path.join(dir, '../../..');
    await appendFile(path.join(folder, 'originals/a.jsonl'), '{"instruction":"New?","output":"New."}\n');
    const asked = testRun({ dir, indexDir: path.join(folder, '.index') }, HOOKS);
    await expect(asked).rejects.toThrow('originals/a.jsonl has changed since it was compared.');
    expect(await readPlanted(dir)).toBeUndefined();
  });

  it('is left as it was when the test is cancelled', async () => {
    const { dir, bytes } = await plant();
    const stop = new AbortController();
    const progress = ({ phase }: Progress) => {
      if (phase === 'Testing planted copies') stop.abort();
    };
    const indexDir = path.join(dir, '../../../.index');
    await expect(testRun({ dir, indexDir, planted: 3 }, { signal: stop.signal, progress })).rejects.toThrow(
      Failure,
    );
    expect(await readFile(path.join(dir, 'planted.json'), 'utf8')).toBe(bytes);
  });

  it('with a damaged planted.json says which file it is', async () => {
    const { dir } = await plant();
    await writeFile(path.join(dir, 'planted.json'), '{');
    await expect(readPlanted(dir)).rejects.toThrow(/planted\.json cannot be read/u);
  });
});
