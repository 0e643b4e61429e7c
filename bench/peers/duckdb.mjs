// @ts-check
// DuckDB: a table of (hash, record) on disk, and one join for all suspects.
//
// Fed fairly: shingles are hashed here, as ours are; rows go in as whole vectors, without a value object per row; the
// file is checkpointed, so that its size is that of the index; all its threads. Finds a pair from one shared shingle
// on; the join counts them and the answer is read as vectors.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { shingleHashes } from './shingles.mjs';

/**
 * @typedef {{ items: BigInt64Array | Int32Array, flush: () => void }} Vector
 * @typedef {{ rowCount: number, getColumnVector: (column: number) => Vector }} Chunk
 * @typedef {{ appendDataChunk: (chunk: Chunk) => void, closeSync: () => void }} Appender
 * @typedef {object} Connection
 * @property {(sql: string) => Promise<unknown>} run
 * @property {(sql: string) => Promise<{ fetchChunk: () => Promise<Chunk | null> }>} stream
 * @property {(table: string) => Promise<Appender>} createAppender
 * @typedef {object} DuckDb
 * @property {{ create: (file: string) => Promise<{ connect: () => Promise<Connection> }> }} DuckDBInstance
 * @property {{ create: (types: readonly unknown[], rows: number) => Chunk }} DuckDBDataChunk
 * @property {unknown} BIGINT
 * @property {unknown} INTEGER
 */

const ROWS = 2048;

/**
 * @param {unknown} module
 * @param {string} folder where the database goes
 * @returns {Promise<import('./peer.mjs').Peer>}
 */
export async function duckdb(module, folder) {
  const { DuckDBInstance, DuckDBDataChunk, BIGINT, INTEGER } = /** @type {DuckDb} */ (module);
  const home = mkdtempSync(path.join(folder, 'duckdb-'));
  const file = path.join(home, 'postings.duckdb');
  const connection = await (await DuckDBInstance.create(file)).connect();
  let loading = 0;
  let joining = 0;

  /** @param {string} table @param {Iterable<string>} texts */
  const load = async (table, texts) => {
    await connection.run(`create table ${table} (hash bigint, record integer)`);
    const appender = await connection.createAppender(table);
    const hashes = new Float64Array(ROWS);
    const records = new Int32Array(ROWS);
    let rows = 0;
    const flush = () => {
      const before = performance.now();
      appender.appendDataChunk(chunkOf(hashes, records, rows));
      rows = 0;
      loading += performance.now() - before;
    };
    let record = 0;
    for (const text of texts) {
      for (const hash of shingleHashes(text, 5)) {
        hashes[rows] = hash;
        records[rows++] = record;
        if (rows === ROWS) flush();
      }
      record++;
    }
    if (rows > 0) flush();
    const before = performance.now();
    appender.closeSync();
    loading += performance.now() - before;
    return record;
  };

  /** @param {Float64Array} hashes @param {Int32Array} records @param {number} rows */
  const chunkOf = (hashes, records, rows) => {
    const chunk = DuckDBDataChunk.create([BIGINT, INTEGER], rows);
    const [hash, record] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    const halves = new Uint32Array(hash.items.buffer, hash.items.byteOffset, 2 * rows);
    for (let at = 0; at < rows; at++) {
      const value = hashes[at] ?? 0;
      halves[2 * at] = value >>> 0;
      halves[2 * at + 1] = value / 4294967296;
    }
    record.items.set(/** @type {never} */ (records.subarray(0, rows)));
    hash.flush();
    record.flush();
    return chunk;
  };

  let bytes = 0;
  return {
    async index(originals) {
      await load('originals', originals);
      const before = performance.now();
      await connection.run('checkpoint');
      loading += performance.now() - before;
      bytes = statSync(file).size;
    },
    async compare(suspects, found) {
      const loadingBefore = loading;
      const count = await load('suspects', suspects);
      loading = loadingBefore;
      const before = performance.now();
      const answer = await connection.stream(
        'select s.record, o.record, count(*)::integer from suspects s join originals o using (hash) group by all',
      );
      /** @type {number[][]} */
      const ids = Array.from({ length: count }, () => []);
      for (
        let chunk = await answer.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await answer.fetchChunk()
      ) {
        const [left, right] = [chunk.getColumnVector(0).items, chunk.getColumnVector(1).items];
        for (let row = 0; row < chunk.rowCount; row++) ids[Number(left[row])]?.push(Number(right[row]));
      }
      joining = performance.now() - before;
      ids.every((one, suspect) => found(suspect, (id) => one.includes(id)));
      rmSync(home, { recursive: true, force: true });
    },
    diskBytes: () => bytes,
    details: () => ({ loadSeconds: loading / 1000, joinSeconds: joining / 1000 }),
  };
}
