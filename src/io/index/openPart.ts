/** A part of which few columns are read, or stretches of them. */
import { closeSync } from 'node:fs';
import type { PartColumns, PartMeta, SomeColumns } from './part.js';
import { fill, openIfThere, readDescription } from './partFile.js';
import { emptyColumn, placesOf, type Description, type PlacedSection } from './sections.js';

/** No checksum is made of what is read: this is for parts that were verified before, in the same run. */
export class OpenPart {
  readonly meta: PartMeta;
  private readonly places: ReadonlyMap<string, PlacedSection>;

  private constructor(
    private readonly handle: number,
    description: Description,
    start: number,
  ) {
    this.meta = description.meta as PartMeta;
    this.places = new Map(placesOf(description, start).map((section) => [section.name, section]));
  }

  /** Opens a part; undefined if there is none or its description is damaged or cannot be read. */
  static of(file: string): OpenPart | undefined {
    const handle = openIfThere(file);
    if (handle === undefined) return undefined;
    try {
      const found = readDescription(handle);
      if (found) return new OpenPart(handle, found.description, found.end);
    } catch {
      // A disk that fails holds no part.
    }
    closeSync(handle);
    return undefined;
  }

  /** Numbers [from, to) of a column, without bounds all of them; undefined if the file does not hold them. */
  read<N extends keyof PartColumns>(name: N, from = 0, to?: number): PartColumns[N] | undefined {
    const place = this.places.get(name);
    if (!place || (to !== undefined && to > place.length)) return undefined;
    try {
      const column = emptyColumn(place.type, (to ?? place.length) - from);
      const start = place.offset + from * column.BYTES_PER_ELEMENT;
      const isThere = fill(new Uint8Array(column.buffer), this.handle, start);
      return isThere ? (column as PartColumns[N]) : undefined;
    } catch {
      return undefined;
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}

/** Whole columns of the part in `file`; undefined if there is none, or it does not hold them. */
export function readColumns<N extends keyof PartColumns>(
  file: string,
  names: readonly N[],
): SomeColumns<N> | undefined {
  const part = OpenPart.of(file);
  if (!part) return undefined;
  try {
    const columns: Partial<Pick<PartColumns, N>> = {};
    for (const name of names) {
      const column = part.read(name);
      if (!column) return undefined;
      columns[name] = column;
    }
    return { meta: part.meta, columns: columns as Pick<PartColumns, N> };
  } finally {
    part.close();
  }
}
