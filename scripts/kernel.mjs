// @ts-check
// The inner loops (`src/kernel`), compiled to WebAssembly for whoever imports `kernel.wasm`.
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
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

/** @type {{ changed: number, bytes: Promise<Uint8Array> } | undefined} */
let last;

/**
 * The kernel, compiled once for all bundles until a source changes.
 * @param {readonly string[]} files its sources
 * @returns {Promise<Uint8Array>} the module's bytes
 * @throws {Error} with what the compiler says
 */
async function kernelOf(files) {
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  const changed = Math.max(...times);
  if (last?.changed !== changed) last = { changed, bytes: compile() };
  return last.bytes;
}

/** @returns {Promise<string[]>} */
async function sources() {
  return (await readdir(SOURCE)).map((name) => join(SOURCE, name));
}

/** @returns {Promise<Uint8Array>} */
async function compile() {
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
      const watchFiles = await sources();
      return { contents: await kernelOf(watchFiles), loader: 'binary', watchFiles };
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
    const text = Buffer.from(await kernelOf(await sources())).toString('base64');
    return `export default Uint8Array.from(Buffer.from('${text}', 'base64'));`;
  },
};
