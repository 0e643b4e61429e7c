/** Packs a run with everything it was made of, so that anybody can make it again and see that it is the same. */
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../io/makeFolder.js';
import { copyHashed } from '../../io/bundle/copyHashed.js';
import { layoutOf, SUMS } from '../../io/bundle/layout.js';
import { writeSums, type Sum } from '../../io/bundle/sums.js';
import { writeZip } from '../../io/bundle/zip.js';
import { writing } from '../../io/writeFailure.js';
import { caseOfRun, exclusionsDir, fromCasePath, verdictsDir } from '../../io/case/paths.js';
import { readManifest } from '../../io/case/runFolder.js';
import { temporaryName } from '../../io/temporary.js';
import type { BundleDone, BundleRequest } from '../../shared/bundle.js';
import { Failure, throwIfCancelled } from '../../shared/failure.js';
import type { RunManifest } from '../../shared/run.js';
import { sha256 } from '../identity.js';
import { Pace, type Hooks } from '../pace.js';
import { ownFiles } from './readme.js';

interface Item {
  readonly from: string;
  /** In the bundle, with `/`. */
  readonly to: string;
  readonly bytes: number;
  /** What its hash has to be: the file as it was compared. */
  readonly expected?: string;
}

/**
 * Writes the bundle of a run into the folder `out`, or into one file if it ends with .zip; it must not be there yet. Throws Failure: 'usage' where it is,
 * 'input' where an input is gone or not what was compared, 'cancelled'. Nothing half-written is left.
 */
export async function makeBundle({ runDir, out }: BundleRequest, hooks: Hooks): Promise<BundleDone> {
  if (await stat(out).catch(() => undefined))
    throw new Failure('usage', `${out} is there already. Choose another place for the bundle.`);
  const pace = new Pace(hooks);
  const manifest = await readManifest(runDir);
  const caseDir = caseOfRun(runDir);
  const layout = layoutOf(manifest.inputs.map((input) => input.path));
  const items = [
    ...(await inputItems(manifest, caseDir, (input) => layout.of(input))),
    ...(await folderItems(runDir, `${layout.caseDir}/runs/${manifest.run}`, (name) => name !== HEADS)),
    ...(await folderItems(verdictsDir(caseDir), `${layout.caseDir}/verdicts`, isLog)),
    ...(await folderItems(exclusionsDir(caseDir), `${layout.caseDir}/exclusions`, isLog)),
  ];
  const scratch = temporaryName(out);
  try {
    const files = await writing(`The bundle ${out}`, 'Choose another place for it.', async () => {
      await makeFolder(scratch);
      const sums = await copyAll(items, scratch, pace);
      for (const [name, text] of ownFiles(manifest)) {
        await writeFile(path.join(scratch, name), text);
        sums.push({ path: name, sha256: sha256(text) });
      }
      await writeFile(path.join(scratch, SUMS), writeSums(sums));
      throwIfCancelled(hooks.signal);
      const names = [...sums.map((sum) => sum.path), SUMS];
      await (out.endsWith(ZIP) ? pack(scratch, names, out, pace) : rename(scratch, out));
      return names.length;
    });
    return { dir: out, files, bytes: items.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  }
}

/** What is made of matches.jsonl when it is opened. */
const HEADS = 'findings.bin';
const ZIP = '.zip';

/** Packs the finished folder, and removes it. */
async function pack(scratch: string, files: readonly string[], out: string, pace: Pace): Promise<void> {
  const packed = `${scratch}${ZIP}`;
  const sizes = await Promise.all(files.map((file) => sizeOf(path.join(scratch, file))));
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  try {
    await writeZip(scratch, [...files].sort(), packed, async (done) => {
      pace.report({ phase: 'Packing', done, total, unit: 'bytes' });
      await pace.breathe();
    });
    await rename(packed, out);
  } finally {
    await rm(packed, { force: true });
    await rm(scratch, { recursive: true, force: true });
  }
}

async function copyAll(items: readonly Item[], scratch: string, pace: Pace): Promise<Sum[]> {
  const total = items.reduce((sum, { bytes }) => sum + bytes, 0);
  const sums: Sum[] = [];
  let before = 0;
  for (const { from, to, bytes, expected } of items) {
    const hash = await copyHashed(from, path.join(scratch, ...to.split('/')), async (done) => {
      pace.report({ phase: 'Copying', done: before + done, total, unit: 'bytes' });
      await pace.breathe();
    });
    if (expected !== undefined && hash !== expected)
      throw new Failure(
        'input',
        `${from} has changed since it was compared. Run the comparison again, then make the bundle.`,
      );
    sums.push({ path: to, sha256: hash });
    before += bytes;
  }
  return sums;
}

/** Every input once: a file can be an original and a public text. */
async function inputItems(
  { inputs }: RunManifest,
  caseDir: string,
  placeOf: (input: string) => string,
): Promise<Item[]> {
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  return Promise.all(
    [...byPath.values()].map(async (input) => {
      const from = fromCasePath(caseDir, input.path);
      return { from, to: placeOf(input.path), bytes: await sizeOf(from), expected: input.sha256 };
    }),
  );
}

async function folderItems(dir: string, to: string, isTaken: (name: string) => boolean): Promise<Item[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && isTaken(entry.name)).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const from = path.join(dir, name);
      return { from, to: `${to}/${name}`, bytes: await sizeOf(from) };
    }),
  );
}

/** Locks and what else begins with a dot are no log. */
function isLog(name: string): boolean {
  return name.endsWith('.jsonl') && !name.startsWith('.');
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (found) return found.size;
  throw new Failure('input', `${file} is not there any more. A bundle needs every file that was compared.`);
}
