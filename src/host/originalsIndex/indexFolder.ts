import path from 'node:path';
import type * as vscode from 'vscode';

/** Where the index of originals lies: in the extension's own storage, which all windows share. */
export function indexFolder(context: vscode.ExtensionContext): string {
  return path.join(context.globalStorageUri.fsPath, 'index');
}
