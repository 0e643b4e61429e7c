/** Which findings belong to the record at a position. */
import type * as vscode from 'vscode';
import type { RecordFinding } from '../../shared/engineCalls.js';
import type { MatchSide } from '../../shared/match.js';
import { bufferText } from '../locate/bufferText.js';
import { locate, type Located } from '../locate/locate.js';

/** A side of a finding with its place in the document. */
export interface Placed {
  readonly finding: RecordFinding;
  readonly side: MatchSide;
  readonly place: Located;
}

/** Sides that are tried, nearest first. */
const TRIED = 100;
const REACH = 50;

/** The findings whose record holds `position`, in the order given; several where a record has several responses. */
export function findingsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  candidates: readonly { finding: RecordFinding; side: MatchSide }[],
): Placed[] {
  const distance = distanceTo(document, position);
  const near = candidates
    .map((candidate, order) => ({ ...candidate, order, distance: distance(candidate.side) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, TRIED);
  const found: (Placed & { order: number })[] = [];
  for (const { finding, side, order } of near) {
    const place = locate(document, side, REACH);
    if (place?.record.contains(position)) found.push({ finding, side, place, order });
  }
  return found.sort((a, b) => a.order - b.order);
}

/** How far a side's recorded place is from the position, by line and then by byte. */
function distanceTo(document: vscode.TextDocument, position: vscode.Position): (side: MatchSide) => number {
  const offset = document.offsetAt(position);
  let buffer: ReturnType<typeof bufferText> | undefined;
  return ({ line, byteOffset, byteLength = 0 }) => {
    if (line === undefined) return 0;
    const lines = Math.abs(line - 1 - position.line) * 1e9;
    // Only a file with many records on one line needs to look at bytes.
    if (document.lineCount > 50 || byteOffset === undefined) return lines;
    buffer ??= bufferText(document);
    return lines + Math.abs(buffer.offsetOfByte(byteOffset + byteLength / 2) - offset);
  };
}

export function suspectSides(
  findings: readonly RecordFinding[],
): { finding: RecordFinding; side: MatchSide }[] {
  return findings.map((finding) => ({ finding, side: finding.suspect }));
}

/** The originals of `findings` that lie in `path`. */
export function originalSides(
  findings: readonly RecordFinding[],
  path: string,
): { finding: RecordFinding; side: MatchSide }[] {
  return findings.flatMap((finding) =>
    finding.originals.filter((side) => side.path === path).map((side) => ({ finding, side })),
  );
}
