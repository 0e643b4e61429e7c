// @ts-check
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runNode } from '../run.mjs';

const BUNDLES = ['extension', 'worker', 'cli', 'webview'].map((name) => join(root, 'dist', `${name}.js`));
const SOURCES = ['package-lock.json', 'esbuild.config.mjs', 'tsconfig.json', 'scripts/kernel.mjs'].map(
  (name) => join(root, name),
);

/**
 * Builds, unless every bundle is younger than all that it is made of.
 * @throws {Error} when the build fails
 */
export async function buildIfStale() {
  const below = await readdir(join(root, 'src'), { recursive: true });
  const sources = [...SOURCES, ...below.map((path) => join(root, 'src', path))];
  const youngest = Math.max(...(await Promise.all(sources.map(modified))));
  const oldest = Math.min(...(await Promise.all(BUNDLES.map(modified))));
  if (oldest > youngest) return;
  console.log('Building');
  if ((await runNode('esbuild.config.mjs')) !== 0) throw new Error('The build failed.');
}

/** @param {string} file */
async function modified(file) {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
