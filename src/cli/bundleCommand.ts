/** `distillation-evidence bundle` and `verify`: evidence that leaves the house, and its check. */
import path from 'node:path';
import { makeBundle } from '../engine/bundle/makeBundle.js';
import { verifyBundle } from '../engine/bundle/verifyBundle.js';
import { Failure } from '../shared/failure.js';
import { namedRun } from './namedRun.js';
import { hooksOf, type Terminal } from './terminal.js';
import { memoryIn, parsedWords } from './words.js';

/** Writes the bundle of a run, the latest if none is named; throws Failure. */
export async function bundleCommand(words: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parsedWords(words, { run: { type: 'string' }, out: { type: 'string' } });
  const [caseDir, ...more] = positionals;
  if (caseDir === undefined || more.length > 0)
    throw new Failure('usage', 'bundle takes one case folder (.distillation-evidence).');
  if (values.out === undefined)
    throw new Failure(
      'usage',
      'bundle needs --out: the folder or .zip to write, which must not be there yet.',
    );
  const runDir = await namedRun(path.resolve(caseDir), values.run);
  const done = await makeBundle({ runDir, out: path.resolve(values.out) }, hooksOf(terminal));
  terminal.status?.('');
  terminal.out(`${done.files} files, ${(done.bytes / 1e6).toFixed(1)} MB: ${done.dir}`);
}

/** Checks a bundle and prints what agrees; returns whether all does. Throws Failure. */
export async function verifyCommand(words: readonly string[], terminal: Terminal): Promise<boolean> {
  const { values, positionals } = parsedWords(words, { memory: { type: 'string' } });
  const [dir, ...more] = positionals;
  if (dir === undefined || more.length > 0)
    throw new Failure('usage', 'verify takes one bundle: its folder or .zip.');
  const checks = await verifyBundle({ path: path.resolve(dir), ...memoryIn(values) }, hooksOf(terminal));
  terminal.status?.('');
  for (const { what, agrees, differences } of checks) {
    terminal.out(`${agrees ? 'agrees ' : 'DIFFERS'}  ${what}`);
    for (const difference of differences) terminal.out(`         ${difference}`);
  }
  return checks.every(({ agrees }) => agrees);
}
