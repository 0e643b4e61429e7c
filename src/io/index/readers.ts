/** How responses are read from the records of dataset files. */
import type { RecordReader } from '../../core/shape/reader.js';
import type { ShapeOverride } from '../../shared/dataset.js';
import { LIMITS } from '../dataset/limits.js';
import { findShape } from '../dataset/openDataset.js';
import { probe, type Layout } from '../dataset/probe.js';

/** A file as its first records show it. */
export interface KnownFile {
  readonly layout: Layout;
  readonly reader: RecordReader;
}

/** Looks at each file once, since a large one has hundreds of parts. */
export class Readers {
  readonly #known = new Map<string, Promise<KnownFile>>();

  /** What a file is and the reader of its records. Throws Failure('input') if it holds none. */
  of(path: string, shape: ShapeOverride | undefined): Promise<KnownFile> {
    const key = JSON.stringify([path, shape]);
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = find(path, shape)));
    return known;
  }
}

async function find(path: string, shape: ShapeOverride | undefined): Promise<KnownFile> {
  const layout = await probe(path, LIMITS);
  return { layout, reader: (await findShape(layout, LIMITS, { shape }))() };
}
