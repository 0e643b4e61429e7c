// @ts-check
// How long a cancelled run takes to end: the command line is interrupted at moments spread over a whole run.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './figures.mjs';

/** @typedef {{ moments: number, median: number, most: number, left: number }} Cancels milliseconds; unfinished run folders left behind */

/**
 * Indexes and compares, each time from nothing, and interrupts after a growing share of `seconds`.
 * @param {string} cli
 * @param {import('./generate.mjs').Data} data
 * @param {number} seconds that a whole run takes
 * @param {(what: string) => void} say
 * @returns {Promise<Cancels>}
 */
export async function cancels(cli, data, seconds, say) {
  const MOMENTS = 20;
  const work = path.join(data.folder, 'cancelled');
  /** @type {number[]} */
  const times = [];
  let left = 0;
  for (let moment = 0; moment < MOMENTS; moment++) {
    say(`cancelled, ${moment + 1} of ${MOMENTS}`);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const time = await interrupted(cli, data, work, 300 + (1000 * seconds * moment) / MOMENTS);
    if (time !== undefined) times.push(time);
    const runs = path.join(work, 'case', 'runs');
    // A run that was whole before it heard the signal is no rest of one.
    if (existsSync(runs)) left += readdirSync(runs).filter((name) => name.startsWith('.')).length;
  }
  return { moments: times.length, median: median(times), most: Math.max(...times), left };
}

/**
 * Milliseconds from the signal to the end; undefined if the run was over before.
 * @param {string} cli
 * @param {import('./generate.mjs').Data} data
 * @param {string} work
 * @param {number} after milliseconds
 * @returns {Promise<number | undefined>}
 */
async function interrupted(cli, data, work, after) {
  const child = spawn(
    process.execPath,
    [
      ...[cli, 'compare', data.suspects, '--originals', data.originals],
      ...['--out', path.join(work, 'case'), '--index-dir', path.join(work, 'index')],
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([wait(after), ended]);
  if (child.exitCode !== null) return undefined;
  const sent = performance.now();
  child.kill('SIGINT');
  await ended;
  return performance.now() - sent;
}
