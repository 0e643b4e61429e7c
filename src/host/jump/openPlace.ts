/** From a response's address to a document and the range of the response in it. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Failure } from '../../shared/failure.js';
import type { MatchSide } from '../../shared/match.js';
import { formatOf, LARGEST_DOCUMENT } from '../inputs/datasetNames.js';
import { expectedLine, locate } from '../locate/locate.js';
import type { RecordDocuments } from './recordDocuments.js';
import { recordUri } from './recordUri.js';

/** A place in a document; `stale` says that the document no longer holds what was compared. */
export interface OpenedPlace {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly stale?: string;
}

/** Opens the document that shows `side`: its file, or the record alone where VS Code cannot open the file; throws Failure('input') if the file is gone. */
export async function openPlace(documents: RecordDocuments, side: MatchSide): Promise<OpenedPlace> {
  const size = await sizeOf(side);
  const named = formatOf(side.path);
  const isText = named !== undefined && named.format !== 'parquet' && named.compression === 'none';
  return isText && size <= LARGEST_DOCUMENT ? inFile(side) : inRecord(documents, side);
}

/** True for files that VS Code shows no text of: Parquet, and what is too large. Throws Failure('input') if the file is gone. */
export async function isForTable(side: Pick<MatchSide, 'path'>): Promise<boolean> {
  return (await sizeOf(side)) > LARGEST_DOCUMENT || formatOf(side.path)?.format === 'parquet';
}

async function sizeOf({ path: file }: Pick<MatchSide, 'path'>): Promise<number> {
  const stats = await stat(file).catch(() => undefined);
  if (stats) return stats.size;
  throw new Failure(
    'input',
    vscode.l10n.t(
      '{0} is not there any more. Put it back, or compare again with the file where it lies now.',
      file,
    ),
  );
}

async function inFile(side: MatchSide): Promise<OpenedPlace> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(side.path));
  const found = locate(document, side);
  if (found) return { document, range: found.response };
  return {
    document,
    range: document.lineAt(expectedLine(document, side)).range,
    stale: staleText(document, side),
  };
}

async function inRecord(documents: RecordDocuments, side: MatchSide): Promise<OpenedPlace> {
  const uri = recordUri(side, 'record');
  const { document, response } = await documents.open(uri);
  const [start, end] = response ?? [0, 0];
  return { document, range: new vscode.Range(document.positionAt(start), document.positionAt(end)) };
}

/** Why a document does not hold what was compared, and what to do. */
export function staleText(document: vscode.TextDocument, side: Pick<MatchSide, 'path'>): string {
  const name = path.basename(side.path);
  return document.isDirty
    ? vscode.l10n.t(
        '{0} has unsaved changes and no longer holds the text that was compared. Undo them, or save and compare again.',
        name,
      )
    : vscode.l10n.t(
        '{0} changed since the comparison and no longer holds the text that was compared. Compare again.',
        name,
      );
}
