/**
 * findings.bin: the table of heads beside a large run's matches.jsonl, so that the run opens without its lines being
 * parsed. It is written with the run, says of which matches.jsonl it was made (SHA-256), holds nothing else than those
 * lines say, and is made again when it is missing, damaged or of other lines.
 */
import { createHash } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeSections, encodeSections } from '../index/sections.js';
import { hashFile } from '../index/hashFile.js';
import { sweepTemporary, temporaryName } from '../temporary.js';
import { HASHES, HeadTable, WIDTH, type HeadColumns, type HeadWords } from './headTable.js';
import { HeadTableBuilder } from './headTableBuilder.js';
import { caseOfRun, fromCasePath, toCasePath } from './paths.js';
import { readMatchHeads } from './runFolder.js';

/** Changes with the form of the file. */
const LAYOUT = 2;
/** Bytes of matches.jsonl from which on the table is worth a file: below, its lines are parsed in a tenth of a second. */
const WORTH = 8 << 20;

interface TableMeta {
  readonly layout: number;
  /** matches.jsonl as it was: its hash decides, size and time of change save reading it for that. */
  readonly matches: { readonly sha256: string; readonly bytes: number; readonly mtimeMs: number };
  readonly words: HeadWords;
}

export interface TableOptions {
  /** Nothing is written: the run lies in a folder that is not trusted. */
  readonly readOnly?: boolean | undefined;
  readonly worth?: number;
}

/** Returns the heads of the run in `runDir`, from findings.bin where that is right; `breathe` is called often. */
export async function openHeadTable(
  runDir: string,
  breathe: () => Promise<void>,
  { readOnly = false, worth = WORTH }: TableOptions = {},
): Promise<HeadTable> {
  const matches = path.join(runDir, 'matches.jsonl');
  const { size, mtimeMs } = await stat(matches);
  if (size < worth) return (await parse(runDir, breathe)).table;
  const stored = await read(runDir);
  if (stored) {
    const { matches: known } = stored.meta;
    if (known.bytes === size && known.mtimeMs === mtimeMs) return stored.table;
    // A copied case has other times and the same bytes.
    if (known.bytes === size && known.sha256 === (await hashFile(matches, breathe))) {
      if (!readOnly) await write(runDir, { ...stored.meta.matches, mtimeMs }, stored.table);
      return stored.table;
    }
  }
  const { table, sha256, bytes } = await parse(runDir, breathe);
  // Lines that were added while they were read are not what is bound to this time.
  if (!readOnly && bytes === size) await write(runDir, { sha256, bytes, mtimeMs }, table);
  return table;
}

async function parse(
  runDir: string,
  breathe: () => Promise<void>,
): Promise<{ table: HeadTable; sha256: string; bytes: number }> {
  const builder = new HeadTableBuilder();
  const hash = createHash('sha256');
  let bytes = 0;
  const heads = readMatchHeads(runDir, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  for await (const { head, range } of heads) {
    builder.add(head, range);
    await breathe();
  }
  return { table: builder.build(), sha256: hash.digest('hex'), bytes };
}

async function read(runDir: string): Promise<{ meta: TableMeta; table: HeadTable } | undefined> {
  const bytes = await readWhole(fileOf(runDir)).catch(() => undefined);
  const decoded = bytes && decodeSections(bytes);
  const meta = decoded?.meta as TableMeta | undefined;
  if (!decoded || meta?.layout !== LAYOUT) return undefined;
  const columns = Object.fromEntries(decoded.columns) as unknown as HeadColumns;
  const matches = columns.sizes.reduce((sum, size) => sum + size, 0);
  if (columns.numbers.length !== matches * WIDTH || columns.hashes.length !== matches * HASHES)
    return undefined;
  const caseDir = caseOfRun(runDir);
  const paths = meta.words.paths.map((written) => fromCasePath(caseDir, written));
  return { meta, table: new HeadTable(columns, { ...meta.words, paths }) };
}

/** Whole or not there; a folder that cannot be written does without. */
async function write(
  runDir: string,
  matches: TableMeta['matches'],
  { columns, words }: HeadTable,
): Promise<void> {
  const caseDir = caseOfRun(runDir);
  const paths = words.paths.map((absolute) => toCasePath(caseDir, absolute));
  const meta: TableMeta = { layout: LAYOUT, matches, words: { ...words, paths } };
  const file = fileOf(runDir);
  const temporary = temporaryName(file);
  try {
    await sweepTemporary(runDir);
    const handle = await open(temporary, 'wx');
    try {
      // Not forced to the disk: what a crash leaves half-written is told by its checksum.
      for (const piece of encodeSections(meta, { ...columns })) await handle.writeFile(piece);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** In memory of its own, since columns begin at multiples of 8. */
async function readWhole(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.from(new ArrayBuffer((await handle.stat()).size));
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
      if (bytesRead === 0) throw new Error('it is shorter now');
      read += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

function fileOf(runDir: string): string {
  return path.join(runDir, 'findings.bin');
}
