// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages can be installed here without asking anyone: root, on Debian or a system made of it. */
export function canInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian packages, with apt's own output on the terminal.
 * @param {string[]} packages
 * @throws {Error} when apt-get fails, with its last words
 */
export function installPackages(packages) {
  console.log(`Installing with apt-get: ${packages.join(' ')}`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
}

/** @param {string[]} args */
function apt(args) {
  const result = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const said = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(`apt-get ${args.join(' ')} failed (exit code ${String(result.status)}):\n${said}`);
}
