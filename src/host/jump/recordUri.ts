/** The address of a read-only document that holds one record. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { RecordRequest } from '../../shared/engineCalls.js';
import type { MatchSide } from '../../shared/match.js';
import { isIndex, isObject } from '../checks.js';
import { SCHEME } from '../ids.js';

type Place = Pick<MatchSide, 'path' | 'record' | 'line' | 'byteOffset' | 'byteLength' | 'pointer' | 'range'>;

/** e.g. "answers.jsonl:412", or "answers.parquet#411" where a file has no lines. */
export function placeLabel(place: Pick<Place, 'path' | 'record' | 'line'>): string {
  const name = path.basename(place.path);
  return place.line === undefined ? `${name}#${place.record}` : `${name}:${place.line}`;
}

/** The address of the record at `place`, or of its response alone. */
export function recordUri(place: Place, view: RecordRequest['view']): vscode.Uri {
  const { path: file, record, pointer, byteOffset, byteLength, range } = place;
  const request: RecordRequest = {
    path: file,
    record,
    view,
    pointer,
    ...(byteOffset !== undefined && { byteOffset }),
    ...(byteLength !== undefined && { byteLength }),
    ...(range && { range }),
  };
  return vscode.Uri.from({
    scheme: SCHEME,
    authority: view,
    path: `/${placeLabel(place)}.txt`,
    query: JSON.stringify(request),
  });
}

/** The request behind an address, or undefined if it is none of ours: anyone may open an address. */
export function requestOf(uri: vscode.Uri): RecordRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(uri.query);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { path: file, record, view, pointer, byteOffset, byteLength, range } = value;
  if (typeof file !== 'string' || !isIndex(record) || (view !== 'record' && view !== 'response'))
    return undefined;
  if (![byteOffset, byteLength].every((n) => n === undefined || isIndex(n))) return undefined;
  if (pointer !== undefined && typeof pointer !== 'string') return undefined;
  if (range !== undefined && !(Array.isArray(range) && range.length === 2 && range.every(isIndex)))
    return undefined;
  return value as unknown as RecordRequest;
}
