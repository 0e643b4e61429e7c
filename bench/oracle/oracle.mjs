// @ts-check
// What an exhaustive comparison of all suspects with all originals reports. Kept beside the data once computed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { truthOf } from '../generate.mjs';
import { bundleProduct } from './product.mjs';
import { parseJson } from '../unknown.mjs';

/** @typedef {import('./oracleWorker.mjs').OraclePair} OraclePair */

/**
 * @typedef {object} Oracle
 * @property {number} every every so many-th suspect was compared with all originals; of the others only pairs of the truth
 * @property {OraclePair[]} pairs reported ones, and equal texts; ascending by suspect and original
 * @property {number} scored pairs that passed the filters
 * @property {number} hotOnly pairs that would be reported, left out since all shingles they share are hot
 * @property {number} least shared windows asked for by the filter
 * @property {number} seconds
 */

/**
 * @param {import('../generate.mjs').Data} data
 * @param {number} every
 * @param {boolean} anyKept take one that an earlier version of the scoring computed, which then also shows whether
 *   the scores have changed since
 * @returns {Promise<Oracle>}
 */
export async function oracleOf(data, every, anyKept) {
  const product = await bundleProduct(path.dirname(data.folder));
  const earlier = anyKept
    ? readdirSync(data.folder).find((name) => name.startsWith(`oracle-${every}-`))
    : undefined;
  const kept = path.join(data.folder, earlier ?? `oracle-${every}-${product.hash}.json`);
  if (existsSync(kept)) return /** @type {Oracle} */ (parseJson(readFileSync(kept, 'utf8')));
  const started = performance.now();
  const workers = Math.min(os.availableParallelism(), 8);
  const shared = {
    product: product.file,
    originals: data.originals,
    suspects: data.suspects,
    every,
    truth: pairsOf(truthOf(data)),
    originalCount: data.records.originals,
    workers,
    gate: new Int32Array(new SharedArrayBuffer(8)),
    frequencies: new Uint32Array(new SharedArrayBuffer(4 * data.bytes.suspects)),
  };
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, worker) => part({ ...shared, worker })),
  );
  const oracle = {
    every,
    pairs: parts.flatMap((one) => one.pairs).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    scored: parts.reduce((sum, one) => sum + one.scored, 0),
    hotOnly: parts.reduce((sum, one) => sum + one.hotOnly, 0),
    least: parts[0]?.least ?? 0,
    seconds: (performance.now() - started) / 1000,
  };
  writeFileSync(kept, JSON.stringify(oracle));
  return oracle;
}

/**
 * @param {import('./oracleWorker.mjs').Task} workerData
 * @returns {Promise<Pick<Oracle, 'pairs' | 'scored' | 'hotOnly' | 'least'>>}
 */
function part(workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'oracleWorker.mjs'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 8_000 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Suspects by original. @param {Map<number, import('../generate.mjs').Truth>} truth */
function pairsOf(truth) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const { suspect, originals } of truth.values()) {
    for (const original of new Set(originals)) {
      const list = found.get(original);
      if (list === undefined) found.set(original, [suspect]);
      else list.push(suspect);
    }
  }
  return found;
}
