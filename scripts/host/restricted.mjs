// @ts-check
import { spawn } from 'node:child_process';
import { root } from '../root.mjs';

/**
 * Runs the suites of a restricted workspace: as `runTests` of @vscode/test-electron does, which however always trusts.
 * @param {{ executable: string, launchArgs: string[], tests: string, env: NodeJS.ProcessEnv }} run
 * @returns {Promise<void>}
 * @throws {Error} when VS Code exits with another code than 0
 */
export function runRestricted({ executable, launchArgs, tests, env }) {
  const args = [
    ...launchArgs,
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
    `--user-data-dir=${root}/.vscode-test/restricted-user-data`,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${tests}`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, {
      env: { ...process.env, ...env, DISTILLATION_EVIDENCE_HOST_SUITE: 'restricted' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`VS Code ended with exit code ${String(code)}`));
    });
  });
}
