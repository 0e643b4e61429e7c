// @ts-check
import { spawn, spawnSync } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Process groups that end with this process, however it ends. */
const started = /** @type {Set<ChildProcess>} */ (new Set());
let watching = false;

/**
 * Starts a program as the head of its own process group, which `stopGroup` ends as a whole.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startGroup(command, args, options = {}) {
  endWithThisProcess();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  started.add(child);
  return child;
}

/**
 * Ends a program and everything that it started; resolves when the program is gone.
 * @param {ChildProcess} child
 */
export async function stopGroup(child) {
  started.delete(child);
  const gone = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) resolve(undefined);
    else child.once('exit', resolve);
  });
  signalGroup(child, 'SIGTERM');
  const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(killer);
  // Children that outlive the head of the group have nobody left who waits for them.
  signalGroup(child, 'SIGKILL');
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is empty already.
  }
}

function endWithThisProcess() {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of started) signalGroup(child, 'SIGKILL');
  });
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(signal, () => process.exit(code));
  }
}
