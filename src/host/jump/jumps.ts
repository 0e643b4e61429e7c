/** Jumps between suspect and original, in their files or in the diff editor. */
import * as vscode from 'vscode';
import type { Match, MatchSide } from '../../shared/match.js';
import type { DatasetEditors } from '../dataset/datasetEditors.js';
import type { Messages } from '../messages.js';
import type { Services } from '../services.js';
import { isForTable, openPlace } from './openPlace.js';
import type { RecordDocuments } from './recordDocuments.js';
import { placeLabel, recordUri } from './recordUri.js';

export class Jumps {
  constructor(
    private readonly services: Services,
    private readonly documents: RecordDocuments,
    private readonly tables: DatasetEditors,
  ) {}

  /** Opens the document of `side` with its response selected, or its file as a table where VS Code shows no text of it. */
  async to(side: MatchSide, column?: vscode.ViewColumn): Promise<void> {
    if (await isForTable(side)) {
      await this.tables.show(side.path, side.record, column ?? otherColumn());
      return;
    }
    const { document, range, stale } = await openPlace(this.documents, side);
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: column ?? columnBeside(document),
      selection: range,
      preview: true,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (stale !== undefined) void warn(this.services.messages, stale);
  }

  /** Shows both responses, alone and readable, in VS Code's diff editor. */
  async diff({ suspect, original }: Pick<Match, 'suspect' | 'original'>): Promise<void> {
    const title = `${placeLabel(suspect)} ↔ ${placeLabel(original)}`;
    const sides = [recordUri(suspect, 'response'), recordUri(original, 'response')] as const;
    await Promise.all(sides.map((uri) => this.documents.open(uri)));
    await vscode.commands.executeCommand('vscode.diff', ...sides, title, { preview: true });
  }
}

async function warn(messages: Messages, text: string): Promise<void> {
  await messages.warn(text);
}

/** Where the document is open already, else the column that does not hold the panel. */
function columnBeside(document: vscode.TextDocument): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return shown?.viewColumn ?? otherColumn();
}

/** The column that does not hold the panel. */
function otherColumn(): vscode.ViewColumn {
  const active = vscode.window.tabGroups.activeTabGroup;
  const isPanel = active.activeTab?.input instanceof vscode.TabInputWebview;
  if (!isPanel) return active.viewColumn;
  const other = vscode.window.tabGroups.all.find((group) => group !== active);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}
