/**
 * findings.bin: the table of heads beside a large run's matches.jsonl, so that the run opens without its lines being
 * parsed. It says of which matches.jsonl it was made (SHA-256) and holds nothing else than those lines say.
 */
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/failure.js';
import { decodeSections } from '../index/sections.js';
import { writeSections, type ColumnPieces } from '../index/sectionsFile.js';
import { sweepTemporary, temporaryName } from '../temporary.js';
import { HeadTable, ROW, type HeadColumns, type HeadWords } from './headTable.js';
import { caseOfRun, fromCasePath, toCasePath } from './paths.js';

/** Changes with the form of the file. */
const LAYOUT = 3;

/** matches.jsonl as it was: its hash decides, size and time of change save reading it for that. */
export interface MatchesStamp {
  readonly sha256: string;
  readonly bytes: number;
  readonly mtimeMs: number;
}

interface TableMeta {
  readonly layout: number;
  readonly matches: MatchesStamp;
  readonly words: HeadWords;
}

/** What a table is written from. */
export interface WrittenTable {
  readonly words: HeadWords;
  readonly columns: readonly ColumnPieces[];
}

/** The table of the run in `runDir` and what it was made of; undefined if it is missing, damaged or of another form. */
export async function readHeadTable(
  runDir: string,
): Promise<{ matches: MatchesStamp; table: HeadTable } | undefined> {
  const bytes = await readWhole(fileOf(runDir)).catch(() => undefined);
  const decoded = bytes && decodeSections(bytes);
  const meta = decoded?.meta as TableMeta | undefined;
  if (!decoded || meta?.layout !== LAYOUT) return undefined;
  const columns = Object.fromEntries(decoded.columns) as unknown as HeadColumns;
  const matches = columns.sizes.reduce((sum, size) => sum + size, 0);
  if (columns.rows.length !== matches * ROW) return undefined;
  const caseDir = caseOfRun(runDir);
  const paths = meta.words.paths.map((written) => fromCasePath(caseDir, written));
  return { matches: meta.matches, table: new HeadTable(columns, { ...meta.words, paths }) };
}

/** Writes it whole or not at all; false if the folder cannot be written. Throws the Failures that the columns throw. */
export async function writeHeadTable(
  runDir: string,
  matches: MatchesStamp,
  { words, columns }: WrittenTable,
): Promise<boolean> {
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
      await writeSections(handle.fd, meta, columns);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    return true;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (error instanceof Failure) throw error;
    return false;
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
