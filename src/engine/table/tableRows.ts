/** Rows of a table: what a person sees of a record without opening it. */
import { isBroken, type Item } from '../../io/dataset/item.js';
import type { TableRow } from '../../shared/tableCalls.js';
import { excerpt } from './excerpt.js';
import type { Needle } from './needle.js';
import type { OpenTable } from './openTables.js';
import type { FindingsOf } from './tableFindings.js';

/** Records so near to each other are read as one stretch. */
const NEAR = 64;

/** The rows of records whose numbers rise, fewer where the file ends. Throws what `Table.items` throws. */
export async function tableRows(
  { table, reader }: OpenTable,
  records: readonly number[],
  needle: Needle | undefined,
  findings: FindingsOf,
): Promise<TableRow[]> {
  const wanted = new Set(records);
  const rows: TableRow[] = [];
  for (const [first, last] of stretches(records)) {
    for (const item of await table.items(first, last - first + 1)) {
      if (!wanted.has(item.record ?? -1)) continue;
      const row = rowOf(item, reader, needle);
      rows.push({ ...row, findings: findings(row.record) });
    }
  }
  return rows;
}

function stretches(records: readonly number[]): [first: number, last: number][] {
  const found: [first: number, last: number][] = [];
  for (const record of records) {
    const open = found.at(-1);
    if (open && record - open[1] <= NEAR) open[1] = record;
    else found.push([record, record]);
  }
  return found;
}

function rowOf(
  item: Item,
  reader: OpenTable['reader'],
  needle: Needle | undefined,
): Omit<TableRow, 'findings'> {
  const place = { record: item.record ?? 0, ...(item.line !== undefined && { line: item.line }) };
  if (isBroken(item)) return { ...place, prompt: '', response: '', responses: 0, problem: item.reason };
  const { responses, reason } = reader?.extract(item.value) ?? { responses: [], reason: undefined };
  const shown = responses.find(({ text }) => needle !== undefined && needle.in(text) >= 0) ?? responses[0];
  if (!shown) {
    const response = excerpt(JSON.stringify(item.value), needle);
    return { ...place, prompt: '', response, responses: 0, ...(reason !== undefined && { problem: reason }) };
  }
  return {
    ...place,
    prompt: excerpt(shown.prompt, needle),
    response: excerpt(shown.text, needle),
    responses: responses.length,
  };
}
