/** The originals of a run, indexed: what was indexed before is used again, what is missing or damaged is made. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Notes } from '../../io/dataset/notes.js';
import { openDataset } from '../../io/dataset/openDataset.js';
import { Failure } from '../../shared/failure.js';
import { planBuild, partName, type BuildTask, type IndexSettings } from '../../io/index/buildParts.js';
import { stampOf } from '../../io/fileStamp.js';
import { hashFile } from '../../io/index/hashFile.js';
import { partsDir } from '../../io/index/indexFolder.js';
import type { PartMeta } from '../../io/index/part.js';
import { readMeta } from '../../io/index/partFile.js';
import { noteUse } from '../../io/index/sources.js';
import { sweepTemporary } from '../../io/temporary.js';
import type { DatasetSummary, Skipped } from '../../shared/dataset.js';
import type { SizedFile } from '../inputs.js';
import type { Pace } from '../pace.js';
import { BytesDone } from './bytesDone.js';
import type { PartRef } from './partMatcher.js';
import { inLanes } from './lanes.js';
import type { Pool } from './pool.js';

export interface Corpus {
  readonly parts: readonly PartRef[];
  /** Responses of all files. */
  readonly responses: number;
  /** Distinct texts of all parts, those of each part by themselves. */
  readonly texts: number;
  readonly summaries: readonly DatasetSummary[];
  readonly skipped: readonly Skipped[];
  /** What the reader of the run must know. */
  readonly notes: readonly string[];
}

interface Indexed {
  readonly parts: readonly PartRef[];
  readonly texts: number;
  readonly summary: DatasetSummary;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/** Indexes all files that are not indexed yet; what it returns of them is in their order. Throws Failure. */
export async function ensureIndex(
  files: readonly SizedFile[],
  settings: IndexSettings,
  indexDir: string,
  pool: Pool,
  pace: Pace,
): Promise<Corpus> {
  await sweepTemporary(indexDir);
  const progress = new BytesDone(files, pace);
  const indexed: Indexed[] = [];
  const unreadable: Skipped[] = [];
  const started = new Map<string, Promise<string[]>>();
  // A few files at a time, so that their parts fill all threads and a folder of many files opens few at once.
  await inLanes(files, 2 * pool.threads, async (file) => {
    const reason = file.named ? undefined : await whyUnreadable(file, settings);
    if (reason !== undefined) {
      unreadable.push({ path: file.path, reason });
      return;
    }
    const stamp = await stampOf(file.path);
    // Not in a thread: threads begin while the first file is hashed.
    const sha256 = await hashFile(file.path, () => pace.breathe());
    const dir = partsDir(indexDir, file.path, sha256, settings);
    let ensured = started.get(dir);
    if (!ensured) started.set(dir, (ensured = ensureParts(file, stamp, dir, settings, pool, progress)));
    const notes = await ensured;
    indexed.push({ ...describe(file, dir, sha256, settings), notes });
    await noteUse(dir, file.path);
    progress.finish(file);
  });
  const places = new Map(files.map(({ path: file }, place) => [file, place]));
  const byPlace = (a: { readonly path: string }, b: { readonly path: string }) =>
    places.get(a.path)! - places.get(b.path)!;
  indexed.sort((a, b) => byPlace(a.summary, b.summary));
  return {
    parts: indexed.flatMap(({ parts }) => parts),
    responses: indexed.reduce((sum, { summary }) => sum + summary.responses, 0),
    texts: indexed.reduce((sum, { texts }) => sum + texts, 0),
    summaries: indexed.map(({ summary }) => summary),
    skipped: [...unreadable.sort(byPlace), ...indexed.flatMap(({ skipped }) => skipped)],
    notes: [...new Set(indexed.flatMap(({ notes }) => notes))],
  };
}

/** Why a file that a folder holds cannot be read; one that the user named is left to fail. */
async function whyUnreadable(
  { path: file }: SizedFile,
  { shape }: IndexSettings,
): Promise<string | undefined> {
  try {
    await openDataset(file, { shape });
    return undefined;
  } catch (error) {
    if (error instanceof Failure && error.code === 'input') return error.message;
    throw error;
  }
}

/** Makes the parts that are missing or damaged; returns notes about the damaged ones. */
async function ensureParts(
  file: SizedFile,
  stamp: string,
  dir: string,
  settings: IndexSettings,
  pool: Pool,
  progress: BytesDone,
): Promise<string[]> {
  const notes: string[] = [];
  const known = metasIn(dir);
  const ranges = known ? [] : await planBuild(file.path, settings.shape);
  const ask = (range: BuildTask['range']) =>
    pool.run('build', { path: file.path, dir, settings, stamp, range }, (bytes) =>
      progress.report(file, range?.number ?? 0, bytes),
    );
  const whole = (number: number): Promise<boolean> => pool.run('verify', { file: partName(dir, number) });
  if (known) {
    const sound = await Promise.all(known.map((_, number) => whole(number)));
    if (sound.every(Boolean)) return notes;
    notes.push(`The index of ${path.basename(file.path)} was damaged and was made again.`);
    await rm(dir, { recursive: true, force: true });
    return [...notes, ...(await ensureParts(file, stamp, dir, settings, pool, progress))];
  }
  if (ranges.length === 0) await ask(undefined);
  await Promise.all(
    ranges.map(async ({ start, end }, number) => {
      const there = readMeta(partName(dir, number));
      if (there && (await whole(number))) return;
      await ask({ start, end, number, last: number === ranges.length - 1 });
    }),
  );
  return notes;
}

/** The descriptions of all parts up to the last one; undefined if one is missing. */
function metasIn(dir: string): PartMeta[] | undefined {
  const metas: PartMeta[] = [];
  for (let number = 0; ; number++) {
    const meta = readMeta(partName(dir, number));
    if (!meta) return undefined;
    metas.push(meta);
    if (meta.last) return metas;
  }
}

function describe(
  file: SizedFile,
  dir: string,
  sha256: string,
  settings: IndexSettings,
): Omit<Indexed, 'notes'> {
  const metas = metasIn(dir);
  if (!metas) throw new Failure('index', `The index of ${file.path} is gone. Run the comparison again.`);
  const parts: PartRef[] = [];
  const skipped: Skipped[] = [];
  const notes = new Notes();
  let records = 0;
  let lines = 0;
  let responses = 0;
  let texts = 0;
  for (const [number, meta] of metas.entries()) {
    const place = { path: file.path, records, lines };
    parts.push({ file: partName(dir, number), place, shape: settings.shape });
    for (const one of meta.skipped)
      skipped.push({
        path: file.path,
        ...one,
        ...(one.record === undefined ? {} : { record: one.record + records }),
        ...(one.line === undefined ? {} : { line: one.line + lines }),
      });
    notes.add(meta.said, meta.counted);
    records += meta.records;
    lines += meta.lines;
    responses += meta.rows;
    texts += meta.texts;
  }
  const { format, compression, shape } = metas[0]!;
  const counts = { records, responses, skipped: skipped.length };
  const about = { path: file.path, format, compression, bytes: file.bytes, sha256, shape };
  return { parts, texts, skipped, summary: { ...about, ...counts, notes: notes.words() } };
}
