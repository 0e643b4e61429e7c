/** Selected text as a suspect of one response. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Failure } from '../../shared/failure.js';

/** Writes the selected text of `editor` into the extension's storage and returns the file's path; throws Failure('usage') if nothing is selected. */
export async function selectionAsFile(
  context: vscode.ExtensionContext,
  editor: vscode.TextEditor,
): Promise<string> {
  const text = editor.selections.map((selection) => editor.document.getText(selection)).join('\n');
  if (text.trim() === '') {
    throw new Failure('usage', vscode.l10n.t('Nothing is selected. Select the text to compare first.'));
  }
  const folder = path.join(context.globalStorageUri.fsPath, 'selections');
  await mkdir(folder, { recursive: true });
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const file = path.join(folder, `selection-${name}.txt`);
  await writeFile(file, text);
  return file;
}
