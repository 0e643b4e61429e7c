/** Reads the folder of a finished run. */
import { createReadStream } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Calibration } from '../../shared/calibration.js';
import type { Closeness } from '../../shared/closeness.js';
import { Failure } from '../../shared/failure.js';
import type { Match } from '../../shared/match.js';
import type { RunManifest } from '../../shared/run.js';
import { readBlocks } from '../readBlocks.js';
import { caseOfRun, fromCasePath } from './paths.js';

/** Where a match stands in matches.jsonl. */
export interface LineRange {
  readonly offset: number;
  readonly length: number;
}

/** Returns run.json of `runDir`; throws Failure('case') if it isn't one. */
export async function readManifest(runDir: string): Promise<RunManifest> {
  const file = path.join(runDir, 'run.json');
  try {
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Partial<RunManifest>;
    if (
      typeof manifest.run !== 'string' ||
      !Array.isArray(manifest.inputs) ||
      !manifest.counts ||
      !manifest.parameters
    ) {
      throw new Error('it does not have the form of a run');
    }
    return manifest as RunManifest;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('case', `The run in ${runDir} cannot be read (${reason}). Run the comparison again.`);
  }
}

/** Returns calibration.json of `runDir`, undefined if the run had no controls; throws Failure('case') if it is damaged. */
export async function readCalibration(runDir: string): Promise<Calibration | undefined> {
  return readPart<Calibration>(runDir, 'calibration.json', ({ scores, expected }) => {
    return Array.isArray(scores) && expected !== undefined;
  });
}

/** Returns closeness.json of `runDir`, undefined if the run has none; throws Failure('case') if it is damaged. */
export async function readCloseness(runDir: string): Promise<Closeness | undefined> {
  return readPart<Closeness>(runDir, 'closeness.json', ({ sources, pairs, trials }) => {
    return Array.isArray(sources) && Array.isArray(pairs) && Array.isArray(trials);
  });
}

async function readPart<T>(
  runDir: string,
  name: string,
  hasForm: (part: Partial<T>) => boolean,
): Promise<T | undefined> {
  const file = path.join(runDir, name);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const part = JSON.parse(text) as Partial<T>;
    if (!hasForm(part)) throw new Error('it has another form');
    return part as T;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('case', `${file} cannot be read (${reason}). Run the comparison again.`);
  }
}

/** A match without its passages and explained text, which are most of its line. */
export type MatchHead = Omit<Match, 'passages' | 'explained'>;

/**
 * All matches of a run in their order, as far as a list needs them, each with its place in the file. `onBytes` is
 * given the file's bytes.
 */
export async function* readMatchHeads(
  runDir: string,
  onBytes?: (chunk: Buffer) => void,
): AsyncGenerator<{ head: MatchHead; range: LineRange }> {
  const absolute = knownPaths(caseOfRun(runDir));
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(path.join(runDir, 'matches.jsonl'), {
    highWaterMark: 1 << 20,
  })) {
    onBytes?.(chunk as Buffer);
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
      const range = { offset: offset + start, length: end - start };
      yield { head: withPaths(parseHead(bytes.subarray(start, end)), absolute), range };
      start = end + 1;
    }
    offset += start;
    rest = bytes.subarray(start);
  }
}

/** Reads single matches of a run by their place. */
export class MatchFile {
  readonly #caseDir: string;

  private constructor(
    readonly handle: FileHandle,
    runDir: string,
  ) {
    this.#caseDir = caseOfRun(runDir);
  }

  static async open(runDir: string): Promise<MatchFile> {
    return new MatchFile(await open(path.join(runDir, 'matches.jsonl')), runDir);
  }

  async at({ offset, length }: LineRange): Promise<Match> {
    return parseMatch(await this.#read(offset, length), this.#caseDir);
  }

  /** The matches of many items that have a line each, in the order of the file and in batches. */
  async *each<T extends { readonly line: LineRange }>(
    items: readonly T[],
  ): AsyncGenerator<(readonly [T, Match])[]> {
    const read = (offset: number, length: number) => this.#read(offset, length);
    for await (const batch of readBlocks(items, ({ line }) => line, read))
      yield batch.map(([item, bytes]) => [item, parseMatch(bytes, this.#caseDir)]);
  }

  async #read(offset: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    await this.handle.read(bytes, 0, length, offset);
    return bytes;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

const PASSAGES = Buffer.from(',"passages":[');
const FLAGS = Buffer.from(',"flags":[');

/**
 * Parses a line without what lies between its scores and its flags. The two marks cannot stand in a string, where
 * a quote is escaped; a line in which they are not found in this order is parsed as a whole.
 */
function parseHead(line: Buffer): MatchHead {
  const from = line.indexOf(PASSAGES);
  const to = line.lastIndexOf(FLAGS);
  const whole = from < 0 || to < from;
  return JSON.parse(
    whole ? line.toString('utf8') : line.toString('utf8', 0, from) + line.toString('utf8', to),
  ) as MatchHead;
}

function parseMatch(line: Buffer, caseDir: string): Match {
  return withPaths(JSON.parse(line.toString('utf8')) as Match, (written) => fromCasePath(caseDir, written));
}

function withPaths<M extends MatchHead>(match: M, absolute: (written: string) => string): M {
  const { suspect, original } = match;
  return {
    ...match,
    suspect: { ...suspect, path: absolute(suspect.path) },
    original: { ...original, path: absolute(original.path) },
  };
}

/** {@link fromCasePath}, once for each of the few paths that stand in every line. */
function knownPaths(caseDir: string): (written: string) => string {
  const known = new Map<string, string>();
  return (written) => {
    let absolute = known.get(written);
    if (absolute === undefined) known.set(written, (absolute = fromCasePath(caseDir, written)));
    return absolute;
  };
}
