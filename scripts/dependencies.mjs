// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} Lock */

/** Installs the dependencies with `npm ci`, unless those in node_modules are the ones that package-lock.json asks for. */
export async function installDependencies() {
  const wanted = await readLock(join(root, 'package-lock.json'));
  const there = await readLock(join(root, 'node_modules', '.package-lock.json'));
  const stale = Object.entries(wanted).some(
    ([path, { version, optional, peer }]) =>
      path !== '' && optional !== true && peer !== true && there[path]?.version !== version,
  );
  if (!stale) return;
  console.log('Installing dependencies');
  await npm(['ci', '--no-audit', '--no-fund'], { cwd: root });
}

/** @param {string} file */
async function readLock(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const lock = /** @type {unknown} */ (JSON.parse(text));
  return /** @type {Lock} */ (lock).packages ?? {};
}
