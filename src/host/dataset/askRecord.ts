/** Asks for the number of a record. */
import * as vscode from 'vscode';

/** Resolves with a number from 0 up to `records` (exclusive), or undefined if the reader thinks better of it. */
export async function askRecord(records: number): Promise<number | undefined> {
  const last = Math.max(0, records - 1);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Go to Record'),
    prompt: vscode.l10n.t('A record’s number, from 0 to {0}', last.toLocaleString('en')),
    validateInput: (text) =>
      text.trim() === '' || numberIn(text, last) !== undefined
        ? undefined
        : vscode.l10n.t('Records are numbered from 0 to {0}.', last.toLocaleString('en')),
  });
  return typed === undefined ? undefined : numberIn(typed, last);
}

/** The number that people write as 1234567, 1,234,567 or 1 234 567; undefined if it is none up to `last`. */
export function numberIn(text: string, last: number): number | undefined {
  const digits = text.trim().replaceAll(/(?<=\d)[\s,_'’](?=\d{3}(?!\d))/g, '');
  if (!/^\d{1,15}$/.test(digits)) return undefined;
  const record = Number(digits);
  return record <= last ? record : undefined;
}
