// @ts-check
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { cacheFolder, exists, withLock } from '../cache.mjs';
import { root } from '../root.mjs';

/** @typedef {{ folder: string, env: { DISTILLATION_EVIDENCE_DEMO: string } }} Demo */

/**
 * The workspace of the demo: a copy of the sample case, named by its hash and kept with its verdicts.
 * `env` tells the extension what to compare when it starts.
 * @returns {Promise<Demo>}
 */
export async function prepareDemo() {
  const sample = join(root, 'samples', 'case');
  const folder = join(cacheFolder(), `demo-${(await hashFolder(sample)).slice(0, 8)}`);
  await withLock('demo', async () => {
    if (await exists(folder)) return;
    const unfinished = `${folder}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(sample, unfinished, { recursive: true });
    await rename(unfinished, folder);
  });
  const request = {
    suspect: join(folder, 'suspect.jsonl'),
    originals: [join(folder, 'originals')],
    controls: [join(folder, 'controls')],
  };
  return { folder, env: { DISTILLATION_EVIDENCE_DEMO: JSON.stringify(request) } };
}

/** @param {string} folder */
async function hashFolder(folder) {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${relative(folder, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * Puts the built extension where a server looks for installed ones.
 * @param {string} extensionsDir
 */
export async function installExtension(extensionsDir) {
  const target = join(extensionsDir, 'distillation-evidence.distillation-evidence');
  await mkdir(target, { recursive: true });
  const names = await readdir(root);
  const wanted = names.filter((name) =>
    /^(package(\.nls.*)?\.json|README\.md|dist|media|samples)$/.test(name),
  );
  for (const name of wanted) await cp(join(root, name), join(target, name), { recursive: true });
}
