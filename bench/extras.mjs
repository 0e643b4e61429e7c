// @ts-check
// What must not cost much: text that many originals share, and equal answers. What must not change the result:
// the number of workers and the order of files.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lines } from './data/jsonl.mjs';
import { generate } from './generate.mjs';
import { ours } from './ours.mjs';

/** @typedef {{ name: string, plain: number, with: number, goal: string }} Ratio seconds without and with it */

/**
 * @param {string} cli
 * @param {string} root
 * @param {(what: string) => void} say
 * @returns {Promise<Ratio[]>}
 */
export async function ratios(cli, root, say) {
  const originals = 50_000;
  const suspects = 5_000;
  say('shared text: none');
  const plain = await total(cli, generate(root, { originals, suspects, refusals: 0 }));
  say('shared text: the same refusal in 30 %');
  const refusals = await total(cli, generate(root, { originals, suspects, refusals: 0.3 }));
  say('50,000 equal answers');
  const equal = await total(cli, generate(root, { originals, suspects, refusals: 0, equal: 50_000 }));
  const one = await total(cli, generate(root, { originals, suspects, refusals: 0, equal: 1 }));
  return [
    { name: 'the same 60-word refusal in 30 % of 50,000 originals', plain, with: refusals, goal: '≤ 1.5' },
    { name: '50,000 equal answers beside 50,000 others', plain: one, with: equal, goal: 'about 1' },
  ];
}

/** @param {string} cli @param {import('./generate.mjs').Data} data */
async function total(cli, data) {
  const { indexSeconds, compareSeconds } = await ours(cli, data);
  return indexSeconds + compareSeconds;
}

/** @typedef {{ name: string, sha256: string }} Same */

/**
 * The hash of matches.jsonl for several numbers of workers, and for originals in two files named in either order.
 * @param {string} cli
 * @param {import('./generate.mjs').Data} data
 * @param {(what: string) => void} say
 * @returns {Promise<{ workers: Same[], orders: Same[] }>}
 */
export async function determinism(cli, data, say) {
  /** @type {Same[]} */
  const workers = [];
  for (const count of [1, 2, 4]) {
    say(`${count} workers`);
    const { matches } = await ours(cli, data, { workers: count });
    workers.push({ name: `${count} workers`, sha256: hashOf(matches) });
  }
  const halves = halved(data);
  /** @type {Same[]} */
  const orders = [];
  for (const [name, originals] of /** @type {const} */ ([
    ['two files', halves],
    ['the same in the other order', [...halves].reverse()],
  ])) {
    say(name);
    const { matches } = await ours(cli, data, { originals });
    orders.push({ name, sha256: hashOf(matches) });
  }
  return { workers, orders };
}

/** @param {string} file */
function hashOf(file) {
  const hash = createHash('sha256');
  for (const line of lines(file)) hash.update(line).update('\n');
  return hash.digest('hex');
}

/** @param {import('./generate.mjs').Data} data */
function halved(data) {
  const text = readFileSync(data.originals);
  const middle = text.indexOf(10, text.length / 2) + 1;
  return ['first', 'second'].map((name, at) => {
    const file = path.join(data.folder, `${name}.jsonl`);
    writeFileSync(file, at === 0 ? text.subarray(0, middle) : text.subarray(middle));
    return file;
  });
}
