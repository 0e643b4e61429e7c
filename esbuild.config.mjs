// @ts-check
// One block per bundle: what runs where, and nothing else in it.
import { build, context } from 'esbuild';
import { rm } from 'node:fs/promises';
import { kernelForEsbuild } from './scripts/kernel.mjs';
import { writeNotices } from './scripts/notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  metafile: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', plugins: [kernelForEsbuild] };

/** @type {import('esbuild').BuildOptions} */
const page = { ...common, platform: 'browser', format: 'iife', target: 'chrome128' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // The extension host: the only bundle that may ask for vscode.
  { ...node, entryPoints: ['src/host/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  // The worker thread that reads, matches and owns the model.
  { ...node, entryPoints: ['src/engine/worker.ts'], outfile: 'dist/worker.js' },
  // A thread of the pool that indexes and matches.
  { ...node, entryPoints: ['src/engine/thread.ts'], outfile: 'dist/thread.js' },
  // The terminal.
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  // The panel's app.
  { ...page, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js' },
  // The dataset editor's app.
  { ...page, entryPoints: ['src/webview/dataset/main.ts'], outfile: 'dist/dataset.js' },
];

if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((c) => c.watch()));
} else {
  await rm('dist', { recursive: true, force: true });
  const built = await Promise.all(bundles.map((options) => build(options)));
  await writeNotices(
    built.map(({ metafile }) => metafile),
    'dist/THIRD-PARTY-NOTICES.txt',
  );
}
