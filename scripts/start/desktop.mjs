// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../root.mjs';

/** Desktop VS Code's command on the PATH, if there is one. */
export function findCode() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Opens the demo in a new window of desktop VS Code; resolves when the window is asked for.
 * @param {string} code
 * @param {import('./demo.mjs').Demo} demo
 * @returns {Promise<void>}
 */
export function openInDesktop(code, { folder, env }) {
  const shell = process.platform === 'win32';
  const quoted = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const args = [
    '--new-window',
    '--disable-workspace-trust',
    `--extensionDevelopmentPath=${root}`,
    folder,
    join(folder, 'suspect.jsonl'),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(quoted(code), args.map(quoted), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell,
    });
    child.on('error', reject);
    child.on('close', (exit) => {
      if (exit === 0) resolve();
      else reject(new Error(`code ended with exit code ${String(exit)}`));
    });
  });
}
