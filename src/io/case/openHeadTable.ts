/** Opens the table of a run's heads; the file of it is made with the run, and again where it is not that of the run's lines. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/failure.js';
import { hashFile } from '../index/hashFile.js';
import type { Column } from '../index/sections.js';
import type { ColumnPieces } from '../index/sectionsFile.js';
import { temporaryName } from '../temporary.js';
import { ROW, type HeadTable } from './headTable.js';
import { HeadTableBuilder } from './headTableBuilder.js';
import { readHeadTable, writeHeadTable, type WrittenTable } from './headTableFile.js';
import { readMatchHeads } from './runFolder.js';
import { Spool } from './spool.js';

/** Bytes of matches.jsonl from which on the table is worth a file: below, its lines are parsed in a tenth of a second. */
const WORTH = 8 << 20;

export interface TableOptions {
  /** Nothing is written: the run lies in a folder that is not trusted. */
  readonly readOnly?: boolean | undefined;
  readonly worth?: number;
}

/** Is called often, with the bytes of a line that was read; may throw the cancelled failure. */
type Breathe = (bytes?: number) => Promise<void>;

/** Returns the heads of the run in `runDir`, from findings.bin where that is right; `breathe` is called often. Throws Failure('case') if a line is no match. */
export async function openHeadTable(
  runDir: string,
  breathe: () => Promise<void>,
  options: TableOptions = {},
): Promise<HeadTable> {
  const { readOnly = false, worth = WORTH } = options;
  const matches = matchesOf(runDir);
  const { size, mtimeMs } = await stat(matches);
  if (size < worth) return inMemory(runDir, breathe);
  const stored = await readHeadTable(runDir);
  if (stored?.matches.bytes === size) {
    if (stored.matches.mtimeMs === mtimeMs) return stored.table;
    // A copied case has other times and the same bytes.
    if (stored.matches.sha256 === (await hashFile(matches, breathe))) {
      if (!readOnly) await writeHeadTable(runDir, { ...stored.matches, mtimeMs }, writtenAs(stored.table));
      return stored.table;
    }
  }
  const made =
    readOnly || !(await makeHeadTable(runDir, breathe, options)) ? undefined : await readHeadTable(runDir);
  return made?.table ?? inMemory(runDir, breathe);
}

/**
 * Makes findings.bin of a large run with little of it in memory; false if it is not worth it or the folder cannot be
 * written. Throws as {@link openHeadTable}.
 */
export async function makeHeadTable(
  runDir: string,
  breathe: Breathe,
  { worth = WORTH }: TableOptions = {},
): Promise<boolean> {
  const { size, mtimeMs } = await stat(matchesOf(runDir));
  if (size < worth) return false;
  const spools: Spool[] = [];
  const spool = (): Spool => {
    const next = new Spool(temporaryName(path.join(runDir, 'findings.waiting')));
    spools.push(next);
    return next;
  };
  try {
    const builder = new HeadTableBuilder(spool);
    const { sha256, bytes } = await gather(runDir, builder, breathe);
    // Lines that were added while they were read are not what is bound to this time.
    return (
      bytes === size && (await writeHeadTable(runDir, { sha256, bytes, mtimeMs }, inOrder(builder, breathe)))
    );
  } catch (error) {
    if (error instanceof Failure) throw error;
    return false;
  } finally {
    for (const one of spools) one.close();
  }
}

async function inMemory(runDir: string, breathe: () => Promise<void>): Promise<HeadTable> {
  const builder = new HeadTableBuilder();
  await gather(runDir, builder, breathe);
  return builder.build();
}

async function gather(
  runDir: string,
  builder: HeadTableBuilder,
  breathe: Breathe,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const heads = readMatchHeads(runDir, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  for await (const { head, range } of heads) {
    builder.add(head, range);
    await breathe(range.length + 1);
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The shorter columns are filled while the longer ones before them are written. */
function inOrder(builder: HeadTableBuilder, breathe: () => Promise<void>): WrittenTable {
  const sizes = new Uint32Array(builder.findings);
  const metaEnds = new Float64Array(builder.metas.count);
  const rowsInOrder = async function* (): AsyncGenerator<Uint8Array> {
    let finding = 0;
    for (const rows of builder.rowsByFinding()) {
      sizes[finding++] = rows.length;
      for (const row of rows) yield bytesOf(row);
      await breathe();
    }
  };
  const metasInOrder = async function* (): AsyncGenerator<Uint8Array> {
    let number = 0;
    let end = 0;
    for (const meta of builder.metas.each()) {
      metaEnds[number++] = end += meta.length;
      yield meta;
      await breathe();
    }
  };
  const columns: ColumnPieces[] = [
    { name: 'rows', type: 'Float64Array', length: builder.matches * ROW, pieces: rowsInOrder() },
    whole('sizes', sizes),
    { name: 'metas', type: 'Uint8Array', length: builder.metas.bytes, pieces: metasInOrder() },
    whole('metaEnds', metaEnds),
  ];
  return { words: builder.words, columns };
}

function writtenAs({ words, columns }: HeadTable): WrittenTable {
  return { words, columns: Object.entries(columns).map(([name, column]) => whole(name, column as Column)) };
}

function whole(name: string, column: Column): ColumnPieces {
  const type = column.constructor.name as ColumnPieces['type'];
  return { name, type, length: column.length, pieces: [bytesOf(column)] };
}

function bytesOf({ buffer, byteOffset, byteLength }: Column): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function matchesOf(runDir: string): string {
  return path.join(runDir, 'matches.jsonl');
}
