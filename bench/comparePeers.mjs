// @ts-check
// All peers on one data set, each in its own process.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from './figures.mjs';
import { installed, PEERS } from './peers/list.mjs';
import { node } from './processes.mjs';
import { parseJson } from './unknown.mjs';

/** Megabytes that a peer's objects may take: three quarters of the machine's. */
const HEAP = Math.floor((0.75 * os.totalmem()) / 2 ** 20);

/** @typedef {import('./peers/child.mjs').PeerResult} PeerResult */
/** @typedef {{ key: string, name: string, finds: string, version?: string, skipped?: string, result?: PeerResult }} PeerRow */

/**
 * @param {import('./generate.mjs').Data} data
 * @param {import('./oracle/oracle.mjs').Oracle} oracle
 * @param {{ names: readonly string[], runs: number, limit: number, say: (what: string) => void }} options
 * @returns {Promise<PeerRow[]>}
 */
export async function comparePeers(data, oracle, { names, runs, limit, say }) {
  const wanted = path.join(data.folder, 'wanted.json');
  writeFileSync(wanted, JSON.stringify(wantedOf(oracle)));
  /** @type {PeerRow[]} */
  const rows = [];
  for (const key of names) {
    const listed = PEERS[key];
    if (!listed) throw new RangeError(`There is no peer "${key}". Peers: ${Object.keys(PEERS).join(', ')}.`);
    const version = listed.needs === undefined ? undefined : installed(listed.needs);
    const row = { key, name: listed.name, finds: listed.finds, ...(version !== undefined && { version }) };
    if (listed.needs !== undefined && version === undefined)
      rows.push({ ...row, skipped: `${listed.needs} is not installed` });
    else if (data.records.originals > listed.most)
      rows.push({ ...row, skipped: 'does not survive this size' });
    else {
      say(listed.name);
      rows.push({ ...row, ...(await several(key, data, { wanted, runs, limit })) });
    }
  }
  return rows;
}

/**
 * @param {string} peer
 * @param {import('./generate.mjs').Data} data
 * @param {{ wanted: string, runs: number, limit: number }} options
 * @returns {Promise<{ result: PeerResult } | { skipped: string }>}
 */
async function several(peer, data, { wanted, runs, limit }) {
  const out = path.join(data.folder, 'peer.json');
  /** @type {PeerResult[]} */
  const results = [];
  for (let run = 0; run < runs; run++) {
    rmSync(out, { force: true });
    const { originals, suspects, records, folder } = data;
    // string-similarity takes whatever time it is given.
    const task = {
      peer,
      originals,
      suspects,
      records,
      limit: peer === 'stringSimilarity' ? Math.min(limit, 20) : limit,
      wanted,
      folder,
      out,
    };
    const child = path.join(import.meta.dirname, 'peers', 'child.mjs');
    const ended = await node([`--max-old-space-size=${HEAP}`, child, JSON.stringify(task)], {
      limit: 3 * limit,
    });
    if (ended.code !== 0) return { skipped: reason(ended.code, ended.err, 3 * limit) };
    results.push(/** @type {PeerResult} */ (parseJson(readFileSync(out, 'utf8'))));
    // One that has no time to finish won't have it the next time.
    if (results[0]?.failure !== undefined) break;
  }
  const [first] = results;
  if (!first) return { skipped: 'was not run' };
  const middle = (/** @type {(one: PeerResult) => number | undefined} */ of) =>
    median(results.map(of).filter((one) => one !== undefined));
  return {
    result: {
      ...first,
      ...(first.indexSeconds !== undefined && { indexSeconds: middle((one) => one.indexSeconds) }),
      ...(first.compareSeconds !== undefined && { compareSeconds: middle((one) => one.compareSeconds) }),
    },
  };
}

/** @param {number | null} code @param {string} err @param {number} limit */
function reason(code, err, limit) {
  if (code === null) return `stopped after ${limit} s or out of memory`;
  return `failed: ${/(\w*Error: .*|FATAL ERROR: .*)/u.exec(err)?.[1]?.slice(0, 120) ?? `exit code ${code}`}`;
}

/** Originals by suspect that the oracle reports. @param {import('./oracle/oracle.mjs').Oracle} oracle */
function wantedOf({ pairs }) {
  /** @type {Record<number, number[]>} */
  const wanted = {};
  for (const [suspect, original, , reported] of pairs) if (reported) (wanted[suspect] ??= []).push(original);
  return wanted;
}
