/** What a command was called with: a resource of a menu, words of a program, or nothing. */
import * as vscode from 'vscode';
import type { RunKind } from '../../shared/run.js';
import { isObject, isStrings } from '../checks.js';

/** The argument object of the compare commands, for keybindings, tasks and tests: no dialog is shown for what it says. */
export interface CompareArgument {
  readonly suspect?: string;
  readonly originals?: readonly string[];
  /** Those that the workspace remembers where absent; none where empty. */
  readonly controls?: readonly string[];
  /** Those of the settings where absent. */
  readonly templates?: readonly string[];
  readonly publicTexts?: readonly string[];
  readonly kind?: RunKind;
  readonly skipPreview?: boolean;
}

/** Reads a command's first argument: an argument object, or a resource as the suspect. */
export function compareArgument(value: unknown): CompareArgument {
  if (value instanceof vscode.Uri) return { suspect: value.fsPath };
  if (!isObject(value)) return {};
  const { suspect, originals, controls, templates, publicTexts, kind, skipPreview } = value;
  return {
    ...(typeof suspect === 'string' && { suspect }),
    ...(isStrings(originals) && originals.length > 0 && { originals }),
    ...(isStrings(controls) && { controls }),
    ...(isStrings(templates) && { templates }),
    ...(isStrings(publicTexts) && { publicTexts }),
    ...((kind === 'dataset' || kind === 'outputs') && { kind }),
    ...(skipPreview === true && { skipPreview }),
  };
}

/** The paths that a command of the explorer, of a tree or of a program names; undefined if it names none. */
export function namedPaths(argument: unknown, selected: unknown): string[] | undefined {
  if (isStrings(argument)) return argument;
  const all = Array.isArray(selected) && selected.length > 0 ? (selected as unknown[]) : [argument];
  const paths = all.flatMap((one) => {
    if (one instanceof vscode.Uri) return one.scheme === 'file' ? [one.fsPath] : [];
    return isObject(one) && typeof one['path'] === 'string' ? [one['path']] : [];
  });
  return paths.length > 0 ? paths : undefined;
}

/** The file of the active editor or tab, if it is one of this machine. */
export function activeFile(): string | undefined {
  const editor = vscode.window.activeTextEditor?.document.uri;
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = editor ?? (isObject(input) && input['uri'] instanceof vscode.Uri ? input['uri'] : undefined);
  return uri?.scheme === 'file' ? uri.fsPath : undefined;
}
