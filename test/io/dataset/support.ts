/** Files made for one test, and everything a file's record stream says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { isBroken, type BrokenItem, type RecordItem } from '../../../src/io/dataset/item.js';
import { LIMITS, type Limits } from '../../../src/io/dataset/limits.js';
import { probe, type Layout } from '../../../src/io/dataset/probe.js';
import { RecordStream } from '../../../src/io/dataset/recordStream.js';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** A folder that is gone after the file's tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into one temporary folder; returns their paths. */
export function fileMaker(): (name: string, content: string | Buffer) => string {
  const folder = temporaryFolder();
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

export interface Read {
  readonly layout: Layout;
  readonly records: readonly RecordItem[];
  readonly broken: readonly BrokenItem[];
  readonly notes: readonly string[];
  readonly sha256: string | undefined;
  readonly bytesDone: readonly number[];
}

export async function readAll(path: string, change: Partial<Limits> = {}): Promise<Read> {
  const limits = { ...LIMITS, ...change };
  const layout = await probe(path, limits);
  const stream = new RecordStream(layout, limits);
  const records: RecordItem[] = [];
  const broken: BrokenItem[] = [];
  const bytesDone: number[] = [];
  for await (const batch of stream.batches()) {
    bytesDone.push(batch.bytesDone);
    for (const item of batch.items) {
      if (isBroken(item)) broken.push(item);
      else records.push(item);
    }
  }
  return { layout, records, broken, notes: stream.notes, sha256: stream.sha256, bytesDone };
}
