/** One record written out for people: each text under its pointer, the response readable and its place known. */
import { leafTexts } from '../core/shape/leafTexts.js';
import { textAt } from '../core/shape/pointer.js';
import { readRecord } from '../io/dataset/readRecord.js';
import type { RecordDocument, RecordRequest } from '../shared/engineCalls.js';
import { Failure } from '../shared/failure.js';

/** Leaves shown of one record: a record is no database. */
const LEAVES = 5_000;
/** A text up to this length without a line break stands on its pointer's line. */
const SHORT = 80;

/** Returns the document for a virtual editor; throws Failure when the record is gone or unreadable. */
export async function recordDocument(request: RecordRequest): Promise<RecordDocument> {
  const { value } = await readRecord(request.path, request);
  if (request.view === 'response') return { text: responseOf(value, request) };
  if (typeof value === 'string') return { text: value, response: [0, value.length] };
  let text = '';
  let response: RecordDocument['response'];
  for (const leaf of leafTexts(value, LEAVES)) {
    const short = leaf.text.length <= SHORT && !/[\r\n]/.test(leaf.text) && leaf.pointer !== request.pointer;
    text += short
      ? `${leaf.pointer}  ${leaf.text}\n`
      : `${text === '' || text.endsWith('\n\n') ? '' : '\n'}${leaf.pointer}\n`;
    if (short) continue;
    if (leaf.pointer === request.pointer) {
      const [start, end] = request.range ?? [0, leaf.text.length];
      response = [text.length + start, text.length + end];
    }
    text += `${leaf.text}\n\n`;
  }
  return { text, ...(response && { response }) };
}

function responseOf(value: unknown, { path, record, pointer = '', range }: RecordRequest): string {
  const text = textAt(value, pointer, range);
  if (text === undefined) {
    throw new Failure(
      'input',
      `Record ${record} of ${path} has no text at ${pointer}: the file changed since the run. Run the comparison again.`,
    );
  }
  return text;
}
