// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a Node program in the project's folder, its output on the terminal.
 * @param {string} program path below the project
 * @param {string[]} [args]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runNode(program, args = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
