// @ts-check
// One thread of the exhaustive comparison: its share of the originals, streamed past all suspects.
import { parentPort, workerData } from 'node:worker_threads';
import { digest } from './digest.mjs';
import { canPayToll, leastSharedWindows } from './filter.mjs';
import { loadProduct } from './product.mjs';
import { Suspects, windowKeys } from './suspects.mjs';

/**
 * @typedef {object} Task
 * @property {string} product path of the bundle
 * @property {string} originals path
 * @property {string} suspects path
 * @property {number} every every so many-th suspect is compared with all originals
 * @property {Map<number, number[]>} truth suspects by original: pairs that are scored in any case
 * @property {number} originalCount
 * @property {number} worker
 * @property {number} workers
 * @property {Int32Array} gate arrived, open
 * @property {Uint32Array} frequencies originals per shingle of the suspects
 */

/** @typedef {[suspect: number, original: number, kind: string, reported: boolean, evidence: number, digest: string]} OraclePair */

/** @type {unknown} */
const given = workerData;
const task = /** @type {Task} */ (given);
const { Preparer, Vocabulary, scorePair, openDataset, DEFAULT_PARAMETERS } = loadProduct(task.product);
const parameters = DEFAULT_PARAMETERS;
const seedHalves = Math.max(1, Math.round(2 * parameters.seedTokens));
const least = leastSharedWindows(parameters);
const preparer = new Preparer(parameters, new Vocabulary());
const suspects = new Suspects(seedHalves);
/** @type {OraclePair[]} */
const pairs = [];
let scored = 0;
let hotOnly = 0;

for await (const { text, prompt, address } of responses(task.suspects)) {
  suspects.know(address.record, () => preparer.prepare(text, prompt));
  if (address.record % task.every === 0) suspects.compare(address.record);
}
await countShingles();
meet();
await compareAll();
parentPort?.postMessage({ pairs, scored, hotOnly, least });

/** How many originals have each shingle of the suspects: hot ones propose nothing, by the promise. */
async function countShingles() {
  for await (const { text, prompt } of mine()) {
    for (const shingle of preparer.prepare(text, prompt).shingles) {
      const number = suspects.shingles.get(shingle);
      if (number !== undefined) Atomics.add(task.frequencies, number, 1);
    }
  }
}

/** Waits until all threads are here. */
function meet() {
  if (Atomics.add(task.gate, 0, 1) === task.workers - 1) {
    Atomics.store(task.gate, 1, 1);
    Atomics.notify(task.gate, 1);
  } else Atomics.wait(task.gate, 1, 0);
}

async function compareAll() {
  const counts = new Uint32Array(suspects.size);
  const stamps = new Uint32Array(suspects.windows.size);
  let stamp = 0;
  for await (const { text, prompt, address } of mine()) {
    stamp++;
    const original = preparer.prepare(text, prompt);
    const met = sharedWindows(original, counts, stamps, stamp);
    const sure = new Set([
      ...(suspects.normalised.get(original.normalisedKey) ?? []),
      ...(task.truth.get(address.record) ?? []),
    ]);
    for (const suspect of met) {
      if ((counts[suspect] ?? 0) >= least && !sure.has(suspect)) consider(suspect, address.record, original);
      counts[suspect] = 0;
    }
    for (const suspect of sure) keep(suspect, address.record, original);
  }
}

/**
 * Counts the places of every suspect that share a window with the original; returns the suspects met.
 * @param {import('./entry.js').Prepared} original
 * @param {Uint32Array} counts
 * @param {Uint32Array} stamps
 * @param {number} stamp
 */
function sharedWindows(original, counts, stamps, stamp) {
  /** @type {number[]} */
  const met = [];
  for (const key of windowKeys(original, seedHalves)) {
    const number = suspects.windows.find(key);
    if (number < 0 || stamps[number] === stamp) continue;
    stamps[number] = stamp;
    const list = suspects.windows.suspects(number);
    for (let at = 0; at < list.length; at++) {
      const suspect = list[at] ?? 0;
      if (counts[suspect] === 0) met.push(suspect);
      counts[suspect] = (counts[suspect] ?? 0) + 1;
    }
  }
  return met;
}

/** @param {number} record @param {number} originalRecord @param {import('./entry.js').Prepared} original */
function consider(record, originalRecord, original) {
  const suspect = suspects.get(record);
  if (!canPayToll(suspect, original, parameters)) return;
  if (!sharesOnlyHot(suspect, original)) keep(record, originalRecord, original);
  else if (scorePair(suspect, original, parameters).reported) hotOnly++;
}

/** @param {number} record @param {number} originalRecord @param {import('./entry.js').Prepared} original */
function keep(record, originalRecord, original) {
  scored++;
  const { kind, reported, scores, passages } = scorePair(suspects.get(record), original, parameters);
  if (kind === undefined || (!reported && kind !== 'identical' && kind !== 'normalised')) return;
  const hash = digest({ kind, reported, scores, passages });
  pairs.push([record, originalRecord, kind, reported, scores.distinctiveTokens.value, hash]);
}

/** True if the pair shares shingles, and all of them are hot. @param {import('./entry.js').Prepared} suspect @param {import('./entry.js').Prepared} original */
function sharesOnlyHot(suspect, original) {
  const others = new Set(original.shingles);
  let hot = 0;
  for (const shingle of suspect.shingles) {
    if (!others.has(shingle)) continue;
    const count = task.frequencies[suspects.shingles.get(shingle) ?? 0] ?? 0;
    if (count < parameters.hotMinimum || count <= parameters.hotShare * task.originalCount) return false;
    hot++;
  }
  return hot > 0;
}

/** The originals of this thread. */
async function* mine() {
  for await (const response of responses(task.originals))
    if (response.address.record % task.workers === task.worker) yield response;
}

/** @param {string} file */
async function* responses(file) {
  const dataset = await openDataset(file);
  for await (const batch of dataset.batches()) yield* batch.responses;
}
