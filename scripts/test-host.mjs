// @ts-check
import { runTests } from '@vscode/test-electron';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleSuites } from './host/bundle.mjs';
import { desktopRuns, downloadDesktop } from './host/desktop.mjs';
import { runRestricted } from './host/restricted.mjs';
import { inFreshCase } from './host/workspace.mjs';
import { root } from './root.mjs';
import { installVSCode, NEWEST, OLDEST } from './vscode/install.mjs';

/** @typedef {import('./vscode/install.mjs').Version} Version */
/** @typedef {{ passed: number, failed: number }} Counts */

const LAUNCHER = join(root, 'scripts', 'vscode', 'launcher.mjs');

/**
 * Runs the suites of `test/host` in the oldest and the newest VS Code, and the restricted ones in the newest.
 * @returns {Promise<Counts>}
 */
export async function runHostSuites() {
  const tests = await bundleSuites();
  const desktop = await desktopRuns();
  console.log(
    desktop ? 'Desktop VS Code' : "VS Code's server build (there is no download or no display here)",
  );
  /** @type {Counts} */
  const total = { passed: 0, failed: 0 };
  for (const { version, restricted } of [
    { version: OLDEST, restricted: false },
    { version: NEWEST, restricted: false },
    { version: NEWEST, restricted: true },
  ]) {
    const counts = await counted((env) =>
      inFreshCase((folder) => runOne({ version, restricted, desktop, tests, folder, env })),
    );
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return total;
}

/**
 * @typedef {object} Run
 * @property {Version} version
 * @property {boolean} restricted
 * @property {boolean} desktop
 * @property {string} tests
 * @property {string} folder
 * @property {NodeJS.ProcessEnv} env
 */

/** @param {Run} run */
async function runOne({ version, restricted, desktop, tests, folder, env }) {
  const executable = desktop ? await downloadDesktop(version) : LAUNCHER;
  // Installed here, so that the installation does not eat the time of the tests.
  if (!desktop) await installVSCode(version);
  const launchArgs = [folder, ...(desktop ? [] : [`--vscode=${version}`])];
  if (restricted) return runRestricted({ executable, launchArgs, tests, env });
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs,
  });
}

/**
 * The counts that a run writes; a run that ends badly without a failed test is one failure, and so is one without tests.
 * @param {(env: NodeJS.ProcessEnv) => Promise<void>} run
 * @returns {Promise<Counts>}
 */
async function counted(run) {
  const folder = await mkdtemp(join(tmpdir(), 'distillation-evidence-result-'));
  const file = join(folder, 'result.json');
  let crashed = false;
  try {
    await run({ DISTILLATION_EVIDENCE_HOST_RESULT: file });
  } catch (error) {
    crashed = true;
    console.error(error instanceof Error ? error.message : error);
  }
  const text = await readFile(file, 'utf8').catch(() => '{"passed":0,"failed":0}');
  await rm(folder, { recursive: true, force: true });
  const result = /** @type {unknown} */ (JSON.parse(text));
  const { passed, failed } = /** @type {Counts} */ (result);
  return { passed, failed: failed === 0 && (crashed || passed === 0) ? 1 : failed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await runHostSuites();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
