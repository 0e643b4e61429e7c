// @ts-check
import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { kernelForEsbuild } from '../kernel.mjs';
import { root } from '../root.mjs';

/** Below the project, so that the suites find mocha where Node looks for it. */
const OUT = join(root, '.vscode-test', 'suite');

/**
 * Bundles the runner and each `test/host/**` file that ends in `.test.ts`, for the extension host.
 * @returns {Promise<string>} the runner, for `--extensionTestsPath`
 */
export async function bundleSuites() {
  const folder = join(root, 'test', 'host');
  const files = await readdir(folder, { recursive: true });
  await rm(OUT, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [
      join(folder, 'runner', 'index.ts'),
      ...files.filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file)),
    ],
    outbase: folder,
    outdir: OUT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    plugins: [kernelForEsbuild],
    logLevel: 'warning',
  });
  return join(OUT, 'runner', 'index.js');
}
