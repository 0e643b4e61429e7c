import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { MARK } from '../../../scripts/vscode/mark.mjs';

/** Suites below this folder run in a workspace that is not trusted, all others in a trusted one. */
const RESTRICTED = 'restricted';

/**
 * The entry that VS Code's extension host calls: runs the suites with mocha, reports on the console, and writes the
 * counts to the file named by DISTILLATION_EVIDENCE_HOST_RESULT.
 * @throws Error when a test failed or there was none
 */
export async function run(): Promise<void> {
  const suites = join(__dirname, '..');
  const restricted = process.env['DISTILLATION_EVIDENCE_HOST_SUITE'] === RESTRICTED;
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Silent });
  for (const file of readdirSync(suites, { recursive: true, encoding: 'utf8' }).sort()) {
    const wanted = /^restricted[\\/]/.test(file) === restricted;
    if (file.endsWith('.test.js') && wanted) mocha.addFile(join(suites, file));
  }
  say(`VS Code ${vscode.version}${restricted ? ', restricted workspace' : ''}`);
  const { passed, failed } = await runAll(mocha);
  const result = process.env['DISTILLATION_EVIDENCE_HOST_RESULT'];
  if (result !== undefined) writeFileSync(result, JSON.stringify({ passed, failed }));
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} tests failed`);
  if (passed === 0) throw new Error('There was no test to run');
}

async function runAll(mocha: Mocha): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      passed++;
      say(`✓ ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      failed++;
      say(`✗ ${test.fullTitle()}\n${error.stack ?? String(error)}`);
    });
    // A test that is left out proves nothing, and is not to be counted as if it had.
    runner.on('pending', (test) => {
      failed++;
      say(`✗ ${test.fullTitle()}: was skipped`);
    });
  });
  return { passed, failed };
}

/** Mocha's own reporters write to stdout, which nobody reads in an extension host. */
class Silent extends Mocha.reporters.Base {}

function say(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}
