/** Where the results of a comparison are written. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { CASE_FOLDER } from '../../io/case/paths.js';

/**
 * The case folder for `suspect`: in the workspace folder that holds it, or in the extension's own storage where there
 * is none, it is not trusted or it cannot be written.
 */
export async function caseFolderFor(suspect: string, context: vscode.ExtensionContext): Promise<string> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(suspect));
  if (folder?.uri.scheme === 'file' && vscode.workspace.isTrusted && (await isWritable(folder.uri.fsPath))) {
    return path.join(folder.uri.fsPath, CASE_FOLDER);
  }
  const storage = context.globalStorageUri.fsPath;
  await mkdir(storage, { recursive: true });
  return path.join(storage, CASE_FOLDER);
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
