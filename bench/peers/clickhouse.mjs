// @ts-check
// ClickHouse in this process (npm package chdb): a MergeTree of (hash, record), and one join for all suspects.
//
// Fed fairly: shingles are hashed here, as ours are; rows go in by RowBinary files, the quickest way that the package
// has; the table is ordered by hash. Finds a pair from one shared shingle on.
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { shingleHashes } from './shingles.mjs';

/**
 * @typedef {{ query: (sql: string, format?: string) => string, close?: () => void }} Session
 * @typedef {{ Session: new (folder: string) => Session }} Package
 */

const ROW = 12;

/**
 * @param {unknown} module
 * @param {string} folder
 * @returns {import('./peer.mjs').Peer}
 */
export function clickhouse(module, folder) {
  const { Session } = /** @type {Package} */ (module);
  const home = mkdtempSync(path.join(folder, 'clickhouse-'));
  const session = new Session(path.join(home, 'tables'));
  session.query('CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic');
  let loading = 0;
  let joining = 0;
  let bytes = 0;

  /** @param {string} table @param {Iterable<string>} texts */
  const load = (table, texts) => {
    const file = path.join(home, `${table}.bin`);
    const count = writeRows(file, texts);
    const before = performance.now();
    session.query(
      `CREATE TABLE bench.${table} (hash UInt64, record UInt32) ENGINE = MergeTree ORDER BY hash SETTINGS index_granularity = 8192`,
    );
    session.query(
      `INSERT INTO bench.${table} SELECT * FROM file('${file}', 'RowBinary', 'hash UInt64, record UInt32')`,
    );
    loading += performance.now() - before;
    rmSync(file);
    return count;
  };

  return {
    index(originals) {
      load('originals', originals);
      bytes = sizeOf(path.join(home, 'tables'));
    },
    compare(suspects, found) {
      const before = loading;
      const count = load('suspects', suspects);
      loading = before;
      const started = performance.now();
      const rows = session.query(
        'SELECT s.record, o.record, count() FROM bench.originals o JOIN bench.suspects s USING (hash) GROUP BY 1, 2',
        'CSV',
      );
      /** @type {number[][]} */
      const ids = Array.from({ length: count }, () => []);
      for (const row of rows.trimEnd().split('\n')) {
        const [left, right] = row.split(',');
        ids[Number(left)]?.push(Number(right));
      }
      joining = performance.now() - started;
      ids.every((one, suspect) => found(suspect, (id) => one.includes(id)));
      session.close?.();
      rmSync(home, { recursive: true, force: true });
    },
    diskBytes: () => bytes,
    details: () => ({ loadSeconds: loading / 1000, joinSeconds: joining / 1000 }),
  };
}

/**
 * Little-endian rows of an 8-byte hash and a 4-byte record; returns the number of texts.
 * @param {string} file
 * @param {Iterable<string>} texts
 */
function writeRows(file, texts) {
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(ROW * 100_000);
  let at = 0;
  let record = 0;
  for (const text of texts) {
    for (const hash of shingleHashes(text, 5)) {
      block.writeUInt32LE(hash >>> 0, at);
      block.writeUInt32LE(Math.floor(hash / 4294967296), at + 4);
      block.writeUInt32LE(record, at + 8);
      at += ROW;
      if (at < block.length) continue;
      writeSync(handle, block);
      at = 0;
    }
    record++;
  }
  writeSync(handle, block, 0, at);
  closeSync(handle);
  return record;
}

/** @param {string} folder @returns {number} */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
