/** The short fields beside prompt and response: request id, account, model, time. */
import type { Meta } from '../../shared/dataset.js';
import { field, isFields } from './layout.js';

const MAX_FIELDS = 16;
const MAX_LENGTH = 200;
const MAX_NAME = 80;
/** Objects whose fields are the record's own in all but name. */
const NESTED = ['metadata', 'meta', 'info'];

/** At most 16 short scalar fields of `record` that are not in `uses`, then those of its `metadata`. */
export function metaOf(record: unknown, uses: ReadonlySet<string>): Meta {
  const found = new Map<string, string | number | boolean>();
  for (const source of [record, ...NESTED.map((name) => field(record, name))]) {
    if (!isFields(source)) continue;
    for (const name of Object.keys(source)) {
      if (found.size >= MAX_FIELDS) break;
      const value = scalar(source[name]);
      const used = source === record && uses.has(name);
      if (value !== undefined && !used && !found.has(name) && name.length <= MAX_NAME) found.set(name, value);
    }
  }
  // fromEntries defines own properties, so that a field `__proto__` is data like any other.
  return Object.fromEntries(found);
}

function scalar(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string') return value.trim() !== '' && value.length <= MAX_LENGTH ? value : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  return typeof value === 'boolean' ? value : undefined;
}
