/** Wires the dataset editor: its two names, and the commands of its actions. */
import * as vscode from 'vscode';
import { DATASET_ACTIONS } from '../../shared/datasetCalls.js';
import { DATASET_COMMANDS, TABLE_VIEW_TYPES } from '../ids.js';
import type { Services } from '../services.js';
import type { DatasetEditors } from './datasetEditors.js';

export function registerDatasetEditors({ context }: Services, editors: DatasetEditors): void {
  for (const viewType of Object.values(TABLE_VIEW_TYPES)) {
    context.subscriptions.push(
      vscode.window.registerCustomEditorProvider(viewType, editors, {
        supportsMultipleEditorsPerDocument: true,
      }),
    );
  }
  for (const action of DATASET_ACTIONS) {
    context.subscriptions.push(
      vscode.commands.registerCommand(DATASET_COMMANDS[action], () => editors.do(action)),
    );
  }
}
