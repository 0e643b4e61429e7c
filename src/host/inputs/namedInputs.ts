/** The templates, or the public texts, that a setting names: kept where the workspace's settings are shared. */
import path from 'node:path';
import * as vscode from 'vscode';
import { isStrings } from '../checks.js';
import { INPUT_SETTINGS } from '../ids.js';

export type NamedRole = keyof typeof INPUT_SETTINGS;
export const NAMED_ROLES = Object.keys(INPUT_SETTINGS) as NamedRole[];

/**
 * Absolute paths of what is named for a file or folder, in the order of the setting; relative ones lie in the folder of
 * the workspace that holds it. Without one, what is named for the first folder.
 */
export function namedInputs(role: NamedRole, resource = firstFolder()): string[] {
  return [...read(role, resource).keys()];
}

/** Names `paths` too; those inside the workspace relative to it, so that the setting means the same elsewhere. */
export async function nameInputs(role: NamedRole, paths: readonly string[]): Promise<void> {
  const named = read(role);
  for (const file of paths) if (!named.has(file)) named.set(file, written(file));
  await write(role, [...named.values()]);
}

/** Names `paths` no longer; the files stay where they are. */
export async function unnameInputs(role: NamedRole, paths: readonly string[]): Promise<void> {
  const named = read(role);
  for (const file of paths) named.delete(file);
  await write(role, [...named.values()]);
}

function firstFolder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** What the setting says, by absolute path. */
function read(role: NamedRole, resource = firstFolder()): Map<string, string> {
  const value = vscode.workspace.getConfiguration(undefined, resource).get<unknown>(INPUT_SETTINGS[role]);
  const base = resource ? folderOf(resource) : path.parse(process.cwd()).root;
  return new Map(isStrings(value) ? value.map((one) => [path.resolve(base, one), one]) : []);
}

function folderOf(resource: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(resource)?.uri.fsPath ?? path.dirname(resource.fsPath);
}

function written(file: string): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (!only || folders.length > 1) return file;
  const inside = path.relative(only.uri.fsPath, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? file : inside;
}

/** For the workspace; without one, for the user. */
async function write(role: NamedRole, values: readonly string[]): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const value = values.length === 0 ? undefined : values;
  await vscode.workspace.getConfiguration().update(INPUT_SETTINGS[role], value, target);
}
