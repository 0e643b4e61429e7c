// @ts-check
// The product's own scoring, bundled from its source, so that the oracle scores as the product does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { kernelForEsbuild } from '../../scripts/kernel.mjs';

/** @typedef {typeof import('./entry.js')} Product */

/**
 * Bundles the product's scoring; returns the bundle's path and the hash of its code, which changes whenever a score
 * might.
 * @param {string} folder
 * @returns {Promise<{ file: string, hash: string }>}
 */
export async function bundleProduct(folder) {
  const file = path.join(folder, 'product.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'entry.ts')],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    plugins: [kernelForEsbuild],
  });
  return { file, hash: createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12) };
}

/**
 * @param {string} file
 * @returns {Product}
 */
export function loadProduct(file) {
  /** @type {(file: string) => unknown} */
  const load = createRequire(import.meta.url);
  return /** @type {Product} */ (load(file));
}
