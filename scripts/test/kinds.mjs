// @ts-check
import { runNode } from '../run.mjs';
import { runVitest } from './vitest.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, heading: string, run: () => Promise<Counts> }} Kind */

/**
 * One check without tests of its own: it passes or it fails.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
async function check(program, args) {
  const code = await runNode(program, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @type {Kind[]} */
export const CHECKS = [
  {
    name: 'lint',
    heading: 'ESLint',
    run: () => check('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  },
  {
    name: 'format',
    heading: 'Prettier',
    run: () => check('node_modules/prettier/bin/prettier.cjs', ['--check', '.']),
  },
  { name: 'types', heading: 'TypeScript', run: () => check('node_modules/typescript/bin/tsc', ['--noEmit']) },
];

/** What the tests of the host need, and whose failure is one of the run. */
export const BUILD = { name: 'build', heading: 'Build', run: () => check('esbuild.config.mjs', []) };

/** @type {Kind[]} */
export const TESTS = [
  { name: 'node', heading: 'Core, files, engine and command line, in Node', run: () => runVitest('node') },
  { name: 'webview', heading: 'The panel, in Chromium', run: () => runVitest('webview') },
  {
    name: 'host',
    heading: 'The extension, in VS Code',
    run: async () => (await import('../test-host.mjs')).runHostSuites(),
  },
  {
    name: 'e2e',
    heading: 'The packaged extension, as a user meets it',
    run: async () => {
      const packaged = await runNode('scripts/package.mjs');
      if (packaged !== 0) console.error('The extension could not be packaged.');
      const { passed, failed } = await runVitest('e2e');
      return { passed, failed: failed + (packaged === 0 ? 0 : 1) };
    },
  },
];
