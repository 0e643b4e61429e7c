/** The name under which this window's verdicts are recorded. */
import { execFile } from 'node:child_process';
import os from 'node:os';
import * as vscode from 'vscode';
import { EDITOR_SETTINGS } from '../ids.js';

const PATIENCE_MS = 3000;

/** The setting, else git's user.name, else the name of the operating system's user. */
export async function reviewerName(): Promise<string> {
  const chosen = vscode.workspace.getConfiguration().get<unknown>(EDITOR_SETTINGS.reviewer);
  if (typeof chosen === 'string' && chosen.trim() !== '') return chosen.trim();
  return (await gitName()) || userName();
}

/** The workspace's own name in git; only the user's in a workspace that is not trusted. */
function gitName(): Promise<string> {
  const folder = vscode.workspace.isTrusted ? vscode.workspace.workspaceFolders?.[0]?.uri : undefined;
  const where = folder?.scheme === 'file' ? ['-C', folder.fsPath] : [];
  // Started in the home folder: Windows looks for the program in the current one first.
  const options = { cwd: os.homedir(), timeout: PATIENCE_MS };
  return new Promise((resolve) => {
    execFile('git', [...where, 'config', '--get', 'user.name'], options, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    );
  });
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A user without an entry, as in some containers.
    return 'reviewer';
  }
}
