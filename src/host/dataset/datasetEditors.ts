/** The dataset editors of a window: made for VS Code when it opens a file, found again to show a record. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { DatasetAction } from '../../shared/datasetCalls.js';
import { Failure } from '../../shared/failure.js';
import { TABLE_VIEW_TYPES } from '../ids.js';
import { activeFile, compareArgument } from '../inputs/arguments.js';
import { formatOf } from '../inputs/datasetNames.js';
import type { Services } from '../services.js';
import { DatasetDocument } from './datasetDocument.js';
import { DatasetEditor } from './datasetEditor.js';

export class DatasetEditors implements vscode.CustomReadonlyEditorProvider<DatasetDocument> {
  readonly #editors = new Set<DatasetEditor>();
  /** Records to show in editors that are about to open, by file. */
  readonly #pending = new Map<string, number>();

  constructor(private readonly services: Services) {}

  openCustomDocument(uri: vscode.Uri): DatasetDocument {
    return new DatasetDocument(this.services, uri);
  }

  resolveCustomEditor(document: DatasetDocument, view: vscode.WebviewPanel): void {
    const editor = new DatasetEditor(this.services, document, view);
    this.#editors.add(editor);
    view.onDidDispose(() => this.#editors.delete(editor));
    const record = this.#pending.get(document.uri.fsPath);
    this.#pending.delete(document.uri.fsPath);
    if (record !== undefined) editor.tell({ type: 'reveal', record });
  }

  /** Opens the file at `file` as a table, at a record if one is named. */
  async show(file: string, record?: number, viewColumn?: vscode.ViewColumn): Promise<void> {
    const open = [...this.#editors].find(({ document }) => document.uri.fsPath === file);
    if (open) {
      open.view.reveal(open.view.viewColumn ?? viewColumn);
      if (record !== undefined) open.tell({ type: 'reveal', record });
      return;
    }
    if (record !== undefined) this.#pending.set(file, record);
    await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(file), viewTypeOf(file), {
      preview: false,
      ...(viewColumn !== undefined && { viewColumn }),
    });
  }

  /** Opens as a table what a menu or a program names, or the active file. */
  async openTable(argument: unknown): Promise<void> {
    const file = compareArgument(argument).suspect ?? activeFile();
    if (file === undefined || formatOf(file) === undefined) {
      throw new Failure(
        'usage',
        vscode.l10n.t(
          'Open a dataset file first (JSONL, JSON, CSV, TSV or Parquet), or choose one in the explorer.',
        ),
      );
    }
    await this.show(path.resolve(file));
  }

  /** Sends an action to the app of the active editor, if there is one. */
  do(action: DatasetAction): void {
    for (const editor of this.#editors) if (editor.view.active) editor.tell({ type: 'do', action });
  }

  /** The editors that are open, for tests. */
  get open(): readonly DatasetEditor[] {
    return [...this.#editors];
  }
}

function viewTypeOf(file: string): string {
  return formatOf(file)?.format === 'parquet' ? TABLE_VIEW_TYPES.parquet : TABLE_VIEW_TYPES.dataset;
}
