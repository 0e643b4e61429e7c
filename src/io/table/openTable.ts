/** Opens any dataset file as a table. */
import { LIMITS } from '../dataset/limits.js';
import { probe } from '../dataset/probe.js';
import { ParquetTable } from './parquetTable.js';
import type { Table } from './table.js';
import { TextTable } from './textTable.js';

/** Throws Failure('input') if the file is gone, not readable, empty, binary, or in an encoding not read. */
export async function openTable(path: string): Promise<Table> {
  const layout = await probe(path, LIMITS);
  return layout.format === 'parquet' ? ParquetTable.open(layout) : TextTable.open(layout);
}
