// @ts-check
// `npm test`: everything, in order, to the end. Imports nothing outside Node before the dependencies are there.
import { installDependencies } from './dependencies.mjs';
import { BUILD, CHECKS, TESTS } from './test/kinds.mjs';

/** @typedef {import('./test/kinds.mjs').Kind} Kind */

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const tests = TESTS.filter(({ name }) => only === undefined || name === only);
if (tests.length === 0) {
  console.error(`--only is one of ${TESTS.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
await installDependencies();

/** @type {string[]} */
const summary = [];
let passed = 0;
let failed = 0;
for (const kind of [...(process.argv.includes('--checks') ? CHECKS : []), BUILD, ...tests]) {
  const counts = await run(kind);
  // A build that succeeds is no test, but one that does not must not go unseen.
  if (kind !== BUILD) passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {Kind} kind */
async function run({ name, heading, run: runKind }) {
  console.log(`\n── ${heading}`);
  const started = Date.now();
  const counts = await runKind().catch((/** @type {unknown} */ error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  if (counts.passed + counts.failed === 0) {
    console.error('There was no test to run.');
    counts.failed = 1;
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  summary.push(`${name.padEnd(8)} ${counts.passed} passed, ${counts.failed} failed  (${seconds} s)`);
  return counts;
}
