/** Programs that tests start, bundled like the product before the first test. */
import { build } from 'esbuild';
import path from 'node:path';
import { beforeAll } from 'vitest';
import { kernelForEsbuild } from '../scripts/kernel.mjs';

/** Bundles TypeScript files, by the names of their programs; returns the folder that has `<name>.js` then. */
export function bundled(folder: string, entryPoints: Readonly<Record<string, string>>): string {
  const outdir = path.resolve('test-results', folder);
  beforeAll(async () => {
    await build({
      ...{ entryPoints, outdir, bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
      plugins: [kernelForEsbuild],
    });
  });
  return outdir;
}
