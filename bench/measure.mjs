// @ts-check
// One data set: the floor, ours, the peers, and what was missed.
import { comparePeers } from './comparePeers.mjs';
import { median } from './figures.mjs';
import { floorOf } from './floor.mjs';
import { oracleOf } from './oracle/oracle.mjs';
import { ours } from './ours.mjs';
import { recallOf } from './recall.mjs';

/** Originals kept per suspect when recall is measured: the promise is made before the usual cap of 20. */
const CAP = 1000;

/**
 * @typedef {object} Measured
 * @property {string} size
 * @property {import('./generate.mjs').Data} data
 * @property {ReturnType<typeof floorOf>} floor of the originals
 * @property {import('./ours.mjs').OursResult} ours medians of the times
 * @property {import('./comparePeers.mjs').PeerRow[]} peers
 * @property {import('./recall.mjs').Recall} [recall]
 * @property {Omit<import('./oracle/oracle.mjs').Oracle, 'pairs'> & { pairs: number }} [oracle]
 */

/**
 * @param {string} size
 * @param {import('./generate.mjs').Data} data
 * @param {object} options
 * @param {string} options.cli
 * @param {readonly string[]} options.set
 * @param {number | undefined} options.memory megabytes for our comparison
 * @param {readonly string[]} options.peers
 * @param {'none' | 'kept' | 'fresh'} options.oracle
 * @param {number} options.every
 * @param {number} options.runs
 * @param {number} options.limit
 * @param {(what: string) => void} options.say
 * @returns {Promise<Measured>}
 */
export async function measure(size, data, { cli, set, memory, peers, oracle, every, runs, limit, say }) {
  say('reading');
  floorOf(data.originals);
  const floors = Array.from({ length: runs }, () => floorOf(data.originals));
  const floor = floors.sort((a, b) => a.parseSeconds - b.parseSeconds)[Math.floor((runs - 1) / 2)];
  if (!floor) throw new RangeError('There must be one run at the least.');
  /** @type {import('./ours.mjs').OursResult[]} */
  const results = [];
  for (let run = 0; run < runs; run++) {
    say(`ours, run ${run + 1} of ${runs}`);
    results.push(await ours(cli, data, { settings: set, memory }));
  }
  const [first] = results;
  if (!first) throw new RangeError('There must be one run at the least.');
  const mine = {
    ...first,
    indexSeconds: median(results.map((one) => one.indexSeconds)),
    compareSeconds: median(results.map((one) => one.compareSeconds)),
    peak: median(results.map((one) => one.peak)),
  };
  const found = await judge(data, { cli, set, memory, every, oracle, say });
  say('peers');
  const none = { every: 1, pairs: [], scored: 0, hotOnly: 0, least: 0, seconds: 0 };
  const rows = await comparePeers(data, found?.oracle ?? none, { names: peers, runs, limit, say });
  return {
    size,
    data,
    floor,
    ours: mine,
    peers: rows,
    ...(found && { recall: found.recall, oracle: { ...found.oracle, pairs: found.oracle.pairs.length } }),
  };
}

/**
 * @param {import('./generate.mjs').Data} data
 * @param {{ cli: string, set: readonly string[], memory: number | undefined, every: number, oracle: 'none' | 'kept' | 'fresh', say: (what: string) => void }} options
 */
async function judge(data, { cli, set, memory, every, oracle: wanted, say }) {
  if (wanted === 'none') return undefined;
  say('the exhaustive comparison');
  const oracle = await oracleOf(data, every, wanted === 'kept');
  say('ours, for recall');
  const { matches } = await ours(cli, data, {
    memory,
    settings: [...set, `originalsPerResponse=${CAP}`],
  });
  return { oracle, recall: recallOf(data, oracle, matches, CAP) };
}
