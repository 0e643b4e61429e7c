// @ts-check
// One peer in its own process: its task is the first argument, its result goes to the task's `out`.
import { readFileSync, writeFileSync } from 'node:fs';
import { texts } from '../data/jsonl.mjs';
import { peakBytes } from '../memory.mjs';
import { load, PEERS } from './list.mjs';
import { OutOfTime, until } from './peer.mjs';
import { parseJson } from '../unknown.mjs';

/**
 * @typedef {object} PeerTask
 * @property {string} peer
 * @property {string} originals path
 * @property {string} suspects path
 * @property {{ originals: number, suspects: number }} records
 * @property {number} limit seconds a phase may take
 * @property {string} wanted path of a JSON file: originals by suspect, which the oracle reports
 * @property {string} folder for files
 * @property {string} out
 */

/**
 * @typedef {object} PeerResult
 * @property {number} [indexSeconds]
 * @property {number} [compareSeconds]
 * @property {number} [compared] suspects
 * @property {number} [hits] pairs that the oracle reports and the peer found
 * @property {number} [asked] pairs that the oracle reports for the suspects compared
 * @property {number} [diskBytes]
 * @property {number} peak bytes
 * @property {Readonly<Record<string, number>>} [details]
 * @property {string} [failure]
 */

const task = /** @type {PeerTask} */ (parseJson(process.argv[2] ?? ''));
const listed = PEERS[task.peer];
if (!listed) throw new RangeError(`There is no peer "${task.peer}".`);
const wanted = /** @type {Record<string, number[]>} */ (parseJson(readFileSync(task.wanted, 'utf8')));
const module = listed.needs === undefined ? undefined : await load(listed.needs);
const peer = await listed.make(module, task.records, task.folder);
/** @type {PeerResult} */
let result = { peak: 0 };

try {
  const start = performance.now();
  await peer.index(until(texts(task.originals), task.limit));
  const between = performance.now();
  const diskBytes = peer.diskBytes?.();
  result = {
    ...result,
    indexSeconds: (between - start) / 1000,
    ...(diskBytes !== undefined && { diskBytes }),
  };
  let [compared, hits, asked] = [0, 0, 0];
  await peer.compare(texts(task.suspects), (suspect, has) => {
    compared++;
    for (const original of wanted[suspect] ?? []) {
      asked++;
      if (has(original)) hits++;
    }
    return performance.now() - between < task.limit * 1000;
  });
  const compareSeconds = (performance.now() - between) / 1000;
  result = { ...result, compareSeconds, compared, hits, asked };
} catch (error) {
  if (!(error instanceof OutOfTime)) throw error;
  result = { ...result, failure: error.message };
}
const details = peer.details?.();
writeFileSync(task.out, JSON.stringify({ ...result, peak: peakBytes(), ...(details && { details }) }));
process.exit(0);
