// @ts-check
// Child processes with a time limit.
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Ended
 * @property {number | null} code null if it was stopped
 * @property {string} out stdout
 * @property {string} err the end of stderr
 * @property {number} seconds
 */

/**
 * Runs node; resolves when it ends, or was stopped after `limit` seconds.
 * @param {readonly string[]} words
 * @param {{ limit: number, env?: Readonly<Record<string, string>> }} options
 * @returns {Promise<Ended>}
 */
export function node(words, { limit, env = {} }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (out += text));
    child.stderr
      .setEncoding('utf8')
      .on('data', (/** @type {string} */ text) => (err = (err + text).slice(-2000)));
    const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, err, seconds: (performance.now() - started) / 1000 });
    });
  });
}
