// @ts-check
// The peers by name: the package that each needs, and how it is made.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { clickhouse } from './clickhouse.mjs';
import { dolos } from './dolos.mjs';
import { duckdb } from './duckdb.mjs';
import { minhash } from './minhash.mjs';
import { naive } from './naive.mjs';
import { stringSimilarity } from './stringSimilarity.mjs';
import { importModule, parseJson } from '../unknown.mjs';

/**
 * @typedef {object} Listed
 * @property {string} name as the table has it
 * @property {string} [needs] package
 * @property {string} finds when it counts as having found a pair
 * @property {number} most originals that it is tried on
 * @property {(module: unknown, records: { originals: number }, folder: string) =>
 *   import('./peer.mjs').Peer | Promise<import('./peer.mjs').Peer>} make
 */

/** @type {Readonly<Record<string, Listed>>} */
export const PEERS = {
  naive: {
    name: 'naive exact Map',
    finds: 'one shared shingle',
    most: 200_000,
    make: () => naive(),
  },
  dolos: {
    name: 'Dolos core',
    needs: '@dodona/dolos-core',
    finds: 'one shared fingerprint',
    most: 200_000,
    make: (module, records) => dolos(module, records),
  },
  minhash: {
    name: 'minhash + LSH',
    needs: 'minhash',
    finds: 'one shared band of 2',
    most: 200_000,
    make: (module) => minhash(module),
  },
  duckdb: {
    name: 'DuckDB join',
    needs: '@duckdb/node-api',
    finds: 'one shared shingle',
    most: 1_000_000,
    make: (module, _records, folder) => duckdb(module, folder),
  },
  clickhouse: {
    name: 'ClickHouse join',
    needs: 'chdb',
    finds: 'one shared shingle',
    most: 1_000_000,
    make: (module, _records, folder) => clickhouse(module, folder),
  },
  stringSimilarity: {
    name: 'string-similarity',
    needs: 'string-similarity',
    finds: 'best match rates ≥ 0.5',
    most: 100_000,
    make: (module) => stringSimilarity(module),
  },
};

const home = path.join(import.meta.dirname, '..', 'node_modules');

/**
 * The version of a package that is installed for the benchmark; undefined if it is not. Those of the product don't
 * count.
 * @param {string} name
 */
export function installed(name) {
  return existsSync(path.join(home, name, 'package.json')) ? manifest(name).version : undefined;
}

/**
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export function load(name) {
  const { exports: only } = manifest(name);
  // Dolos has one entry, for imports only, which require.resolve does not see.
  const entry =
    typeof only === 'string'
      ? path.join(home, name, only)
      : createRequire(path.join(home, 'x.js')).resolve(name);
  return importModule(pathToFileURL(entry).href);
}

/** @param {string} name */
function manifest(name) {
  return /** @type {{ version: string, exports?: unknown }} */ (
    parseJson(readFileSync(path.join(home, name, 'package.json'), 'utf8'))
  );
}
