// @ts-check
// The product's own functions, bundled from its source.
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { kernelForEsbuild } from '../../scripts/kernel.mjs';

/** @typedef {typeof import('./entry.js')} Product */

/** @returns {Promise<Product>} */
export async function loadProduct() {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-'));
  try {
    const outfile = path.join(folder, 'product.cjs');
    const entryPoints = [path.join(import.meta.dirname, 'entry.ts')];
    await build({
      ...{ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
      plugins: [kernelForEsbuild],
    });
    /** @type {(file: string) => unknown} */
    const load = createRequire(import.meta.url);
    return /** @type {Product} */ (load(outfile));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
