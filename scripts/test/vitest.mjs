// @ts-check
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';
import { runNode } from '../run.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult of vitest's JSON reporter */

/**
 * Runs one project of vitest.config.mts.
 * @param {string} project
 * @returns {Promise<Counts>}
 */
export async function runVitest(project) {
  const file = join(root, 'test-results', `${project}.json`);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  const code = await runNode('node_modules/vitest/vitest.mjs', [
    ...[
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      '--reporter=scripts/test/secondTries.mjs',
      `--outputFile.json=${file}`,
    ],
  ]);
  const result = /** @type {unknown} */ (JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  return countResults(/** @type {{ testResults?: FileResult[] }} */ (result).testResults ?? [], code);
}

/**
 * Whatever is not passed is failed: also a skipped test, a file that does not load, and vitest's own end.
 * @param {FileResult[]} files
 * @param {number} code vitest's exit code
 * @returns {Counts}
 */
export function countResults(files, code) {
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of files) {
    const good = assertionResults.filter((test) => test.status === 'passed').length;
    const bad = assertionResults.length - good;
    passed += good;
    failed += bad === 0 && status !== 'passed' ? 1 : bad;
  }
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}
