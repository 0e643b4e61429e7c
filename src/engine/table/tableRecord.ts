/** A whole record of a table, every text under its pointer. */
import { leafTexts } from '../../core/shape/leafTexts.js';
import { valueAt } from '../../core/shape/pointer.js';
import { isBroken } from '../../io/dataset/item.js';
import { Failure } from '../../shared/failure.js';
import type { TableField, TableRecord } from '../../shared/tableCalls.js';
import type { OpenTable } from './openTables.js';
import type { FindingsOf } from './tableFindings.js';

/** Fields shown of one record, and characters shown of one text. */
const FIELDS = 2_000;
const CHARACTERS = 200_000;
/** Where the records of chats say who speaks, beside what is said. */
const SPEAKERS = ['role', 'from'];

/** Returns the record for people to read; throws Failure('input') if the file has no such record. */
export async function tableRecord(
  { table, reader }: OpenTable,
  record: number,
  findings: FindingsOf,
): Promise<TableRecord> {
  const [item] = await table.items(record, 1);
  if (item?.record !== record) {
    throw new Failure('input', `${table.layout.path} has no record ${record}. Reload it if it changed.`);
  }
  const line = item.line === undefined ? {} : { line: item.line };
  const known = { record, ...line, findings: findings(record) };
  if (isBroken(item)) return { ...known, fields: [], more: false, problem: item.reason };
  const { byteOffset, byteLength } = item;
  const { responses, reason } = reader?.extract(item.value) ?? { responses: [], reason: undefined };
  const parts = new Map(responses.map(({ pointer, part }) => [pointer, part]));
  const fields: TableField[] = [];
  let more = false;
  for (const { pointer, text } of leafTexts(item.value, FIELDS + 1)) {
    if (fields.length === FIELDS) {
      more = true;
      break;
    }
    const part = parts.get(pointer);
    const speaker = speakerOf(item.value, pointer);
    fields.push({
      pointer,
      text: text.slice(0, CHARACTERS),
      ...(text.length > CHARACTERS && { cut: text.length - CHARACTERS }),
      ...(part && { part }),
      ...(speaker !== undefined && { speaker }),
    });
  }
  return {
    ...known,
    ...(byteOffset !== undefined && { byteOffset }),
    ...(byteLength !== undefined && { byteLength }),
    fields,
    more,
    ...(reason !== undefined && { problem: reason }),
  };
}

/** The role that stands beside a message's text. */
function speakerOf(value: unknown, pointer: string): string | undefined {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  if (parent === '') return undefined;
  for (const name of SPEAKERS) {
    if (pointer === `${parent}/${name}`) return undefined;
    const speaker = valueAt(value, `${parent}/${name}`);
    if (typeof speaker === 'string' && speaker.length <= 40) return speaker;
  }
  return undefined;
}
