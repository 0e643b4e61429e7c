// @ts-check
// The inner loops of proposing (`src/kernel`), compiled to WebAssembly for whoever imports `kernel.wasm`.
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.mjs';

const COMPILER = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const SOURCE = join(root, 'src', 'kernel');
const NAME = '/kernel.wasm';
const OPTIONS = [
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert'],
  // No objects, so nothing to collect; all memory is the importer's, and threads share it.
  ...['--runtime', 'stub', '--importMemory', '--sharedMemory', '--enable', 'threads', '--enable', 'simd'],
  ...['--initialMemory', '1', '--maximumMemory', '65536'],
];

/**
 * Compiles the kernel.
 * @returns {Promise<Uint8Array>} the module's bytes
 * @throws {Error} with what the compiler says
 */
export async function compileKernel() {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [COMPILER, 'index.ts', '--baseDir', SOURCE, '--outFile', '-', ...OPTIONS],
    { encoding: 'buffer' },
  );
  return stdout;
}

/**
 * For esbuild: `import bytes from '…/kernel.wasm'`.
 * @type {import('esbuild').Plugin}
 */
export const kernelForEsbuild = {
  name: 'kernel',
  setup(build) {
    build.onResolve({ filter: /\/kernel\.wasm$/ }, () => ({ path: 'kernel.wasm', namespace: 'kernel' }));
    build.onLoad({ filter: /.*/, namespace: 'kernel' }, async () => {
      const files = await readdir(SOURCE);
      return {
        contents: await compileKernel(),
        loader: 'binary',
        watchFiles: files.map((name) => join(SOURCE, name)),
      };
    });
  },
};

/** For Vitest, the same import. */
export const kernelForVite = {
  name: 'kernel',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  resolveId: (id) => (id.endsWith(NAME) ? '\0kernel.wasm' : undefined),
  /** @param {string} id */
  async load(id) {
    if (id !== '\0kernel.wasm') return undefined;
    const text = Buffer.from(await compileKernel()).toString('base64');
    return `export default Uint8Array.from(Buffer.from('${text}', 'base64'));`;
  },
};
