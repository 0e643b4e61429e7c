import { defineConfig } from 'vitest/config';
import { kernelForVite } from './scripts/kernel.mjs';

/** On a loaded machine a browser can miss a moment: CI tries such a test once more, and names it at the end. */
const retry = process.env['CI'] ? 1 : 0;

/** Plain Node, pages in Chromium driven from Node, and the real workbench. The host's suite has a runner of its own. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [kernelForVite],
        test: {
          name: 'node',
          include: ['test/{core,io,engine,cli,shared,scripts,bench}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [kernelForVite],
        test: {
          name: 'webview',
          include: ['test/webview/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry,
          fileParallelism: false,
        },
      },
      {
        plugins: [kernelForVite],
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          retry,
          fileParallelism: false,
        },
      },
    ],
  },
});
