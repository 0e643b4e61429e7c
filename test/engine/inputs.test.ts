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

const names = (files: readonly { readonly path: string }[]) =>
  files.map(({ path: file }) => path.basename(file));

describe('the files of a comparison', () => {
  it('are each there once, whatever their names', async () => {
    const { originals, notes } = await resolveInputs(
      [at('suspect.jsonl')],
      [at('ours.jsonl'), at('again.jsonl')],
      at('.case'),
    );
    expect(names(originals)).toEqual(['again.jsonl']);
    expect(notes).toEqual([]);
  });

  it('have the name that comes first in the case, and its order, whatever was named first', async () => {
    await writeFile(at('b.jsonl'), '{"prompt":"p","response":"r"}\n');
    const suspects = ['suspect.jsonl', 'other name.jsonl', 'b.jsonl'].map(at);
    for (const named of [suspects, [...suspects].reverse()]) {
      const resolved = await resolveInputs(named, [at('ours.jsonl')], at('.case'));
      expect(names(resolved.suspects)).toEqual(['b.jsonl', 'other name.jsonl']);
    }
  });

  it('have one role, and who gets a second is told', async () => {
    const { originals, notes } = await resolveInputs(
      [at('suspect.jsonl')],
      [at('other name.jsonl'), at('ours.jsonl')],
      at('.case'),
    );
    expect(names(originals)).toEqual(['ours.jsonl']);
    expect(notes).toEqual(['other name.jsonl is the suspect itself and was left out of the originals.']);
  });

  it('are left out of templates under any name', async () => {
    const files = await resolveInputs([at('suspect.jsonl')], [at('ours.jsonl')], at('.case'));
    const { kept, notes } = await apartFrom(
      await rolesOf(files),
      (await listDatasetFiles([at('again.jsonl')])).files,
      'templates',
      at('.case'),
    );
    expect(kept).toEqual([]);
    expect(notes).toEqual(['again.jsonl is an original and was left out of the templates.']);
  });
});
