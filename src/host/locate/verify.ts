/** Whether a piece of the open buffer is the text that was compared, by its hash. */
import { createHash } from 'node:crypto';
import { jsonStringOffsets, jsonValueAt } from '../../core/jsonText/jsonStringOffsets.js';
import type { Span } from '../../shared/dataset.js';
import type { MatchSide } from '../../shared/match.js';

/** What of a match's side says where its response is and what it was. */
export type Sought = Pick<
  MatchSide,
  'path' | 'record' | 'line' | 'byteOffset' | 'byteLength' | 'pointer' | 'range' | 'sha256'
>;

/** Whether `text` is the response that was compared; the editor may have changed its line ends. */
export function isResponse(text: string, sha256: string): boolean {
  if (hash(text) === sha256) return true;
  if (!text.includes('\n')) return false;
  const lf = text.replaceAll('\r\n', '\n');
  return hash(lf) === sha256 || hash(lf.replaceAll('\n', '\r\n')) === sha256;
}

/** The span of the response in the JSON source `raw` of its record, if it is the one that was compared. */
export function responseInJson(raw: string, sought: Sought): Span | undefined {
  const string = jsonStringOffsets(raw, sought.pointer);
  if (!string) return joinedTokens(raw, sought);
  const [start, end] = sought.range ?? [0, string.value.length];
  if (end > string.value.length || hash(string.value.slice(start, end)) !== sought.sha256) return undefined;
  return [string.offsets[start]!, string.offsets[end]!];
}

/** A response given as a list of token strings is the whole list. */
function joinedTokens(raw: string, sought: Sought): Span | undefined {
  const span = jsonValueAt(raw, sought.pointer);
  if (!span || raw[span[0]] !== '[') return undefined;
  try {
    const value: unknown = JSON.parse(raw.slice(...span));
    return Array.isArray(value) && hash(value.join('')) === sought.sha256 ? span : undefined;
  } catch {
    return undefined;
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
