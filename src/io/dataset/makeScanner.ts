/** The scanner that cuts a file of a layout into records. */
import { CsvScanner } from './csvScanner.js';
import type { Scanner } from './item.js';
import { JsonScanner } from './jsonScanner.js';
import { JsonlScanner } from './jsonlScanner.js';
import type { Limits } from './limits.js';
import type { Notes } from './notes.js';
import type { Layout } from './probe.js';
import { TextScanner } from './textScanner.js';

/**
 * A scanner that is fed the uncompressed file from its first byte on or, with `within`, from the first byte of
 * any of its records on; it then counts records, lines and bytes from there.
 */
export function makeScanner(layout: Layout, limits: Limits, notes: Notes, within = false): Scanner {
  const { json, csv, format } = layout;
  const bom = within ? 0 : layout.bom;
  if (json) return new JsonScanner(within ? { ...json, start: 0 } : json, limits, notes);
  if (csv) return new CsvScanner(bom, csv, limits, notes, within || csv.header === undefined);
  if (format === 'text') return new TextScanner(bom, limits, notes);
  return new JsonlScanner(bom, limits, notes);
}
