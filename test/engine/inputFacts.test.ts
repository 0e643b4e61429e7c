import { readdirSync, rmSync } from 'node:fs';
import { appendFile, readFile, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputFacts } from '../../src/engine/inputFacts.js';
import { clearIndex, listIndex } from '../../src/io/index/indexFolder.js';
import { DEFAULT_PARAMETERS, type Progress } from '../../src/shared/run.js';
import { compareIn, folderWith, HOOKS, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

async function compared() {
  const folder = await folderWith({
    'suspect.jsonl': [{ prompt: 'tides?', response: tides }],
    'originals/a.jsonl': [{ response: tides }, { response: bread }],
    'originals/b.jsonl': [{ response: lease }],
    'notes.pdf': 'no dataset',
  });
  await compareIn(folder, ['suspect.jsonl'], ['originals/a.jsonl']);
  const indexDir = path.join(folder, '.index');
  const facts = (...names: string[]) =>
    inputFacts(
      { paths: names.map((name) => path.join(folder, name)), indexDir, parameters: DEFAULT_PARAMETERS },
      HOOKS.signal,
    );
  return { folder, indexDir, facts };
}

describe('what is known of originals without reading them', () => {
  it('tells files, sizes and what is indexed of them', async () => {
    const { facts } = await compared();
    const [a, both, missing, none] = await facts('originals/a.jsonl', 'originals', 'gone.jsonl', 'notes.pdf');
    expect(a).toMatchObject({ type: 'file', files: 1, indexed: 1, records: 2, responses: 2 });
    expect(both).toMatchObject({ type: 'folder', files: 2, indexed: 1, records: 2 });
    expect(both!.bytes).toBeGreaterThan(a!.bytes);
    expect(missing).toMatchObject({ type: 'missing', files: 0 });
    expect(none).toMatchObject({ type: 'file', files: 0 });
  });

  it('does not take a changed file, or other parameters, for indexed', async () => {
    const { folder, indexDir, facts } = await compared();
    const file = path.join(folder, 'originals/a.jsonl');
    const parameters = {
      ...DEFAULT_PARAMETERS,
      normalise: { ...DEFAULT_PARAMETERS.normalise, casefold: false },
    };
    expect(await inputFacts({ paths: [file], indexDir, parameters }, HOOKS.signal)).toMatchObject([
      { indexed: 0 },
    ]);
    await appendFile(file, '\n');
    expect(await facts('originals/a.jsonl')).toMatchObject([{ indexed: 0, records: 0 }]);
  });

  it('does not take a file that was only touched, nor one whose index is gone, for indexed', async () => {
    const { folder, indexDir, facts } = await compared();
    const file = path.join(folder, 'originals/a.jsonl');
    const [entry] = await listIndex(indexDir);
    expect(entry).toMatchObject({ files: [file], responses: 2, parts: 1 });
    await rm(path.join(entry!.dir, '00000.part'));
    expect(await facts('originals/a.jsonl')).toMatchObject([{ indexed: 0 }]);
    await compareIn(folder, ['suspect.jsonl'], ['originals/a.jsonl']);
    expect(await facts('originals/a.jsonl')).toMatchObject([{ indexed: 1 }]);
    await utimes(file, 1, 1);
    expect(await facts('originals/a.jsonl')).toMatchObject([{ indexed: 0 }]);
  });
});

describe('the index', () => {
  it('is cleared entry by entry, or whole, and nothing else with it', async () => {
    const { folder, indexDir } = await compared();
    await compareIn(folder, ['suspect.jsonl'], ['originals']);
    const [last, first, ...others] = await listIndex(indexDir);
    expect(others).toEqual([]);
    expect((await clearIndex(indexDir, [last!.dir])).map(({ dir }) => dir)).toEqual([last!.dir]);
    expect((await listIndex(indexDir)).map(({ dir }) => dir)).toEqual([first!.dir]);
    await clearIndex(indexDir);
    expect(await listIndex(indexDir)).toEqual([]);
    expect(await clearIndex(path.join(folder, 'originals'))).toEqual([]);
  });

  it('is made again when another process clears it in the middle of a comparison, which says so', async () => {
    const { folder, indexDir } = await compared();
    const before = await readFile(
      path.join((await compareIn(folder, ['suspect.jsonl'], ['originals'])).dir, 'matches.jsonl'),
      'utf8',
    );
    let cleared = 0;
    const progress = ({ phase, done, total }: Progress) => {
      if (phase !== 'Reading originals' || done < total || cleared++ > 0) return;
      for (const name of readdirSync(indexDir)) rmSync(path.join(indexDir, name), { recursive: true });
    };
    const hooks = { ...HOOKS, progress };
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals'], {}, hooks);
    expect(cleared).toBeGreaterThan(1);
    expect(result.notes.join()).toContain('was cleared while it was used');
    expect(await readFile(path.join(result.dir, 'matches.jsonl'), 'utf8')).toBe(before);
  });
});
