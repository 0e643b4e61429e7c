import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apartFrom, resolveInputs, rolesOf } from '../../src/engine/inputs.js';
import { listDatasetFiles } from '../../src/io/dataset/listDatasetFiles.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inputs-'));
  for (const name of ['suspect.jsonl', 'ours.jsonl'])
    await writeFile(path.join(folder, name), '{"prompt":"p","response":"r"}\n');
  await symlink(at('ours.jsonl'), at('again.jsonl'));
  await symlink(at('suspect.jsonl'), at('other name.jsonl'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function at(name: string): string {
  return path.join(folder, name);
}

describe('the files of a comparison', () => {
  it('are each there once, whatever their names', async () => {
    const { originals, notes } = await resolveInputs(
      [at('suspect.jsonl')],
      [at('ours.jsonl'), at('again.jsonl')],
    );
    expect(originals.map(({ path: file }) => path.basename(file))).toEqual(['ours.jsonl']);
    expect(notes).toEqual([]);
  });

  it('have one role, and who gets a second is told', async () => {
    const { originals, notes } = await resolveInputs(
      [at('suspect.jsonl')],
      [at('other name.jsonl'), at('ours.jsonl')],
    );
    expect(originals.map(({ path: file }) => path.basename(file))).toEqual(['ours.jsonl']);
    expect(notes).toEqual(['other name.jsonl is the suspect itself and was left out of the originals.']);
  });

  it('are left out of templates under any name', async () => {
    const files = await resolveInputs([at('suspect.jsonl')], [at('ours.jsonl')]);
    const { kept, notes } = await apartFrom(
      await rolesOf(files),
      (await listDatasetFiles([at('again.jsonl')])).files,
      'templates',
    );
    expect(kept).toEqual([]);
    expect(notes).toEqual(['again.jsonl is an original and was left out of the templates.']);
  });
});
