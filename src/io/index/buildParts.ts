/** Reads dataset files into parts of the index. */
import path from 'node:path';
import { Fingerprinter } from '../../core/index/fingerprint.js';
import type { Shape, ShapeOverride, Skipped } from '../../shared/dataset.js';
import type { NormaliseSteps } from '../../shared/run.js';
import { Failure } from '../../shared/failure.js';
import { LIMITS } from '../dataset/limits.js';
import { Notes } from '../dataset/notes.js';
import { findShape, openDataset } from '../dataset/openDataset.js';
import { probe, type Layout } from '../dataset/probe.js';
import { stampOf } from '../fileStamp.js';
import { cutLines, readRange, type ByteRange } from './jsonlRange.js';
import type { PartMeta } from './part.js';
import { PartBuilder } from './partBuilder.js';
import { writePart } from './partFile.js';
import type { Readers } from './readers.js';

/** What makes an index what it is, beside the bytes of the dataset file. */
export interface IndexSettings {
  readonly normalise: NormaliseSteps;
  readonly shape: ShapeOverride | undefined;
  /** Prompts are hashed too, for runs that pair by prompt. */
  readonly prompts: boolean;
}

/** One stretch of a dataset file to index. */
export interface BuildTask {
  readonly path: string;
  readonly dir: string;
  readonly settings: IndexSettings;
  /** The file's stamp from before it was hashed: what was written since then is not what the folder is named by. */
  readonly stamp: string;
  /** Undefined: the whole file, in as many parts as it takes. */
  readonly range: (ByteRange & { readonly number: number; readonly last: boolean }) | undefined;
}

/** Called now and then with the bytes done; may throw, e.g. because of a cancel. */
export type Breathe = (bytes: number) => Promise<void>;

/** Tokens of a part of a file that is read in one go. */
const PART_TOKENS = 3_000_000;

/** How a file will be indexed: in stretches that threads share, or in one go. */
export async function planBuild(file: string, shape: ShapeOverride | undefined): Promise<ByteRange[]> {
  const layout = await probe(file, LIMITS);
  if (layout.format !== 'jsonl' || layout.compression !== 'none') return [];
  const reader = (await findShape(layout, LIMITS, { shape }))();
  // Message trees name earlier records as their prompts, so they are read in one go.
  return reader.shape.name === 'oasst' ? [] : cutLines(file, layout.bytes);
}

/** The file of a part. */
export function partName(dir: string, number: number): string {
  return path.join(dir, `${String(number).padStart(5, '0')}.part`);
}

/**
 * Indexes what the task says; the parts are on disk when it returns. Throws Failure: 'input' also where the file changed
 * since it was hashed, of which no part is left then.
 */
export async function buildParts(task: BuildTask, readers: Readers, breathe: Breathe): Promise<void> {
  if (task.range) await buildRange(task, task.range, readers, breathe);
  else await buildWhole(task, breathe);
}

async function buildRange(
  { path: file, dir, settings, stamp }: BuildTask,
  range: NonNullable<BuildTask['range']>,
  readers: Readers,
  breathe: Breathe,
): Promise<void> {
  const { layout, reader } = await readers.of(file, settings.shape);
  const notes = new Notes();
  const builder = new PartBuilder(new Fingerprinter(settings.normalise), {
    prompts: settings.prompts,
    copies: false,
  });
  const skipped: Skipped[] = [];
  let counts = { lines: 0, records: 0 };
  for (const batch of readRange(layout, range, reader, notes)) {
    for (const response of batch.responses) builder.add(response);
    skipped.push(...batch.skipped);
    counts = batch;
    await breathe(batch.bytesDone);
  }
  const { records, lines } = counts;
  const { said, counted } = notes;
  const seen = { said: [...layout.notes, ...said], counted };
  const about = { ...describe(layout, reader.shape), ...seen, records, lines, texted: 'source' as const };
  await requireSame(file, stamp);
  finish(partName(dir, range.number), builder, skipped, { ...about, last: range.last });
}

async function buildWhole({ path: file, dir, settings, stamp }: BuildTask, breathe: Breathe): Promise<void> {
  const layout = await probe(file, LIMITS);
  const dataset = await openDataset(file, { shape: settings.shape });
  const direct =
    layout.compression === 'none' &&
    (layout.format === 'json' || layout.format === 'jsonl') &&
    dataset.shape.name !== 'oasst';
  const make = () =>
    new PartBuilder(new Fingerprinter(settings.normalise), { prompts: settings.prompts, copies: !direct });
  const about = {
    ...describe(layout, dataset.shape),
    lines: 0,
    texted: direct ? ('source' as const) : ('copy' as const),
  };
  let builder = make();
  let number = 0;
  let skipped: Skipped[] = [];
  for await (const batch of dataset.batches()) {
    for (const response of batch.responses) builder.add(response);
    skipped.push(...batch.skipped);
    await breathe(batch.bytesDone);
    if (builder.tokens < PART_TOKENS) continue;
    const none = { said: [], counted: {}, records: 0, last: false };
    await requireSame(file, stamp);
    finish(partName(dir, number++), builder, skipped, { ...about, ...none });
    builder = make();
    skipped = [];
  }
  const { notes, records } = dataset.summary();
  await requireSame(file, stamp);
  finish(partName(dir, number), builder, skipped, {
    ...about,
    said: notes,
    counted: {},
    records,
    last: true,
  });
}

/** A part is kept only while the file is what it was when it was hashed; asked after its last byte was read. */
async function requireSame(file: string, stamp: string): Promise<void> {
  if ((await stampOf(file)) === stamp) return;
  throw new Failure(
    'input',
    `${file} changed while it was read. Compare again when nothing writes to it any more.`,
  );
}

function describe(
  { format, compression }: Layout,
  shape: Shape,
): Pick<PartMeta, 'format' | 'compression' | 'shape'> {
  return { format, compression, shape };
}

function finish(
  file: string,
  builder: PartBuilder,
  skipped: readonly Skipped[],
  about: Omit<PartMeta, 'rows' | 'texts' | 'tokens' | 'skipped'>,
): void {
  const meta: PartMeta = {
    ...about,
    rows: builder.rows,
    texts: builder.textCount,
    tokens: builder.tokens,
    skipped: skipped.map(({ record, line, reason }) => ({
      ...(record === undefined ? {} : { record }),
      ...(line === undefined ? {} : { line }),
      reason,
    })),
  };
  writePart(file, { meta, columns: builder.columns() });
}
