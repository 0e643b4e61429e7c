/** Where the results of a comparison are written. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { CASE_FOLDER, caseOfRun } from '../../io/case/paths.js';

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

/** All case folders that this window may hold runs in: its workspace folders', and the one of the run at hand. */
export function caseFolders(context: vscode.ExtensionContext, runDir: string | undefined): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .filter((folder) => folder.uri.scheme === 'file')
    .map((folder) => path.join(folder.uri.fsPath, CASE_FOLDER));
  const stored = path.join(context.globalStorageUri.fsPath, CASE_FOLDER);
  const isStored = folders.length === 0 || !vscode.workspace.isTrusted;
  return [
    ...new Set([
      ...folders,
      ...(isStored ? [stored] : []),
      ...(runDir === undefined ? [] : [caseOfRun(runDir)]),
    ]),
  ];
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
