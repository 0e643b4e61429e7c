/** How responses are read from the records of dataset files. */
import type { RecordReader } from '../../core/shape/reader.js';
import { LIMITS } from '../../io/dataset/limits.js';
import { findShape } from '../../io/dataset/openDataset.js';
import { probe } from '../../io/dataset/probe.js';
import type { ShapeOverride } from '../../shared/dataset.js';

/** Looks at each file once, since a large one has hundreds of parts. */
export class Readers {
  readonly #byPath = new Map<string, Promise<RecordReader>>();

  /** The reader of a file's records; all calls of a comparison give a file the same shape. */
  of(path: string, shape: ShapeOverride | undefined): Promise<RecordReader> {
    let reader = this.#byPath.get(path);
    if (!reader) this.#byPath.set(path, (reader = find(path, shape)));
    return reader;
  }
}

async function find(path: string, shape: ShapeOverride | undefined): Promise<RecordReader> {
  return (await findShape(await probe(path, LIMITS), LIMITS, { shape }))();
}
