/** The tables that a worker has open: each with its reader, and with the findings of the run it is shown with. */
import type { RecordReader } from '../../core/shape/reader.js';
import { LIMITS } from '../../io/dataset/limits.js';
import { findShape } from '../../io/dataset/openDataset.js';
import { openTable } from '../../io/table/openTable.js';
import type { Table } from '../../io/table/table.js';
import type { ShapeOverride } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import type { TableId, TableInfo } from '../../shared/tableCalls.js';
import type { RunModel } from '../runModel.js';
import { FindingsByRecord } from './tableFindings.js';

export interface OpenTable {
  readonly table: Table;
  /** Undefined where no prompt and response were found: rows then show the record as it is. */
  readonly reader: RecordReader | undefined;
  findings?: FindingsByRecord;
}

export class OpenTables {
  readonly #tables = new Map<TableId, OpenTable>();

  /** Opens a file under a name; throws Failure('input') if it cannot be read at all, or is Parquet without text. */
  async open(id: TableId, path: string, shape: ShapeOverride | undefined): Promise<TableInfo> {
    const table = await openTable(path);
    const { layout, size } = table;
    const notes = [...table.notes];
    const reader = await findShape(layout, LIMITS, { shape }).then(
      (makeReader) => makeReader(),
      (error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        notes.push(error.message);
        return undefined;
      },
    );
    if (reader?.shape.guessed) {
      notes.push('No known shape fits: the longest text field was taken for the response.');
    }
    await this.close(id);
    this.#tables.set(id, { table, reader });
    const { format, compression } = layout;
    return {
      size,
      format,
      compression,
      notes,
      ...(reader && { shape: reader.shape.description }),
    };
  }

  get(id: TableId): OpenTable {
    const opened = this.#tables.get(id);
    if (opened) return opened;
    throw new Failure('usage', 'This table is no longer open. Reload it.');
  }

  /** What the run found in the file of an open table. */
  findings(opened: OpenTable, model: RunModel): FindingsByRecord {
    if (opened.findings?.model !== model)
      opened.findings = new FindingsByRecord(model, opened.table.layout.path);
    return opened.findings;
  }

  async close(id: TableId): Promise<void> {
    const opened = this.#tables.get(id);
    this.#tables.delete(id);
    await opened?.table.close();
  }
}
