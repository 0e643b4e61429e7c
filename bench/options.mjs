// @ts-check
// What the benchmark was asked for.
import { parseArgs } from 'node:util';
import path from 'node:path';
import { PEERS } from './peers/list.mjs';

/**
 * @typedef {object} Size
 * @property {number} originals
 * @property {number} suspects
 * @property {number} every so many-th suspect is compared with all originals by the oracle
 * @property {number} runs figures are medians of
 * @property {number} limit seconds that a peer has for a phase
 * @property {number} [copies] share of the suspects that are made of originals; the generator's default when absent
 * @property {number} [memory] megabytes that our comparison may take; its default when absent
 */

/** @type {Readonly<Record<string, Size>>} */
const SIZES = {
  smoke: { originals: 300, suspects: 120, every: 1, runs: 1, limit: 60 },
  '10k': { originals: 10_000, suspects: 2_000, every: 1, runs: 3, limit: 60 },
  '100k': { originals: 100_000, suspects: 10_000, every: 5, runs: 1, limit: 240 },
  '100kx100k': { originals: 100_000, suspects: 100_000, every: 50, runs: 1, limit: 900 },
  '1M': { originals: 1_000_000, suspects: 100_000, every: 500, runs: 1, limit: 900 },
  '16M': { originals: 16_000_000, suspects: 100_000, every: 10_000, runs: 1, limit: 3600, memory: 1024 },
};

export const USAGE = `Usage: node bench/run.mjs [--million] [--smoke] [--sizes 10k,100k,100kx100k,1M,16M] [--write]
    [--originals <file> --suspects <file>] [--peers <name,…>|none] [--clickhouse] [--runs <n>]
    [--copies <share of the suspects>] [--memory <MB>] [--set <setting>=<value>]… [--cli <cli.js>] [--data <folder>] [--no-extras] [--no-oracle] [--kept-oracle]
Peers: ${Object.keys(PEERS).join(', ')}. Build the product first (npm run build); peers: npm install in bench/.`;

/**
 * @param {readonly string[]} words
 */
export function optionsFrom(words) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      million: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      write: { type: 'boolean', default: false },
      originals: { type: 'string' },
      suspects: { type: 'string' },
      peers: { type: 'string' },
      clickhouse: { type: 'boolean', default: false },
      runs: { type: 'string' },
      copies: { type: 'string' },
      memory: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      cli: { type: 'string', default: path.resolve(import.meta.dirname, '../dist/cli.js') },
      data: { type: 'string', default: path.join(import.meta.dirname, '.data') },
      'no-extras': { type: 'boolean', default: false },
      'no-oracle': { type: 'boolean', default: false },
      'kept-oracle': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const names = values.smoke
    ? ['smoke']
    : (values.sizes?.split(',') ?? (values.million ? ['10k', '100k', '1M'] : ['10k', '100k']));
  const { runs, copies, memory } = values;
  const asked = numbersOf({ runs, copies, memory });
  return {
    ...values,
    cli: path.resolve(values.cli),
    data: path.resolve(values.data),
    sizes: names.map((name) => {
      const size = SIZES[name];
      if (!size) throw new RangeError(`There is no size "${name}". Sizes: ${Object.keys(SIZES).join(', ')}.`);
      return { name, ...size, ...asked };
    }),
    peers: peersOf(values),
    extras: !values['no-extras'] && !values.smoke,
    oracle: values['no-oracle']
      ? /** @type {const} */ ('none')
      : values['kept-oracle']
        ? /** @type {const} */ ('kept')
        : /** @type {const} */ ('fresh'),
  };
}

/**
 * Those that are there, as numbers.
 * @template {string} Name
 * @param {Record<Name, string | undefined>} words
 */
function numbersOf(words) {
  const there = Object.entries(words).filter(([, word]) => word !== undefined);
  return /** @type {Partial<Record<Name, number>>} */ (
    Object.fromEntries(there.map(([name, word]) => [name, Number(word)]))
  );
}

/** @param {{ peers?: string | undefined, smoke: boolean, clickhouse: boolean }} values */
function peersOf({ peers, smoke, clickhouse }) {
  if (peers === 'none') return [];
  if (peers !== undefined) return peers.split(',');
  if (smoke) return ['naive'];
  return Object.keys(PEERS).filter((name) => name !== 'clickhouse' || clickhouse);
}
