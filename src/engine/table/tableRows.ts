/** Rows of a table: what a person sees of a record without opening it. */
import { isBroken, type Item } from '../../io/dataset/item.js';
import type { TableRow } from '../../shared/tableCalls.js';
import { excerpt } from './excerpt.js';
import type { Needle } from './needle.js';
import type { OpenTable } from './openTables.js';
import type { FindingsOf } from './tableFindings.js';

/** The rows of a range of records. Throws what `Table.items` throws. */
export async function tableRows(
  { table, reader }: OpenTable,
  first: number,
  count: number,
  needle: Needle | undefined,
  findings: FindingsOf,
): Promise<TableRow[]> {
  const items = await table.items(first, count);
  return items.map((item) => {
    const row = rowOf(item, reader, needle);
    return { ...row, findings: findings(row.record) };
  });
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
