/** A run's report for people without the tool: format and place are asked for, and the file is offered to be opened. */
import path from 'node:path';
import * as vscode from 'vscode';
import { caseOfRun } from '../../io/case/paths.js';
import { cancelled } from '../../shared/failure.js';
import { REPORT_FORMATS, type ReportDone, type ReportFormat } from '../../shared/report.js';
import { isObject } from '../checks.js';
import { ProgressWords } from '../compare/progressWords.js';
import type { Services } from '../services.js';

/** Where a report goes, and in which format. */
interface Wish {
  readonly format: ReportFormat;
  readonly out: string;
}

/** Writes the report of the run in `dir`; what `wish` names (`{format, out}`) is not asked for. Resolves once it is written. */
export async function exportReport(services: Services, dir: string, wish: unknown): Promise<ReportDone> {
  const { engine, messages } = services;
  const { format, out } = wishFrom(wish) ?? (await ask(dir));
  const done = await messages.progress(vscode.l10n.t('Exporting the report'), (progress, signal) => {
    const words = new ProgressWords(progress, 1);
    return engine.call('report', { dir, format, out }, { signal, onProgress: (p) => words.report(p) });
  });
  void offerToOpen(services, format, done);
  return done;
}

async function ask(dir: string): Promise<Wish> {
  const format = await askFormat();
  const folder = path.dirname(caseOfRun(dir));
  const name = `report-${path.basename(dir)}.${format}`;
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    defaultUri: vscode.Uri.file(path.join(folder, name)),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (!chosen) throw cancelled();
  return { format, out: chosen.fsPath };
}

async function askFormat(): Promise<ReportFormat> {
  const details: Readonly<Record<ReportFormat, string>> = {
    html: vscode.l10n.t('One page to read, print or send: both texts side by side, best findings first'),
    csv: vscode.l10n.t('A table for spreadsheets, one match a line'),
    jsonl: vscode.l10n.t('One finding a line, with matches, texts and verdicts'),
    sarif: vscode.l10n.t('For code scanning: one result a finding, at the suspect record'),
  };
  const items = REPORT_FORMATS.map((format) => ({
    format,
    label: format.toUpperCase(),
    detail: details[format],
  }));
  const placeHolder = vscode.l10n.t('The report holds texts of both sides. In which format?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (!picked) throw cancelled();
  return picked.format;
}

async function offerToOpen(
  { messages }: Services,
  format: ReportFormat,
  { out, findings, leftOut }: ReportDone,
): Promise<void> {
  const name = path.basename(out);
  const number = findings.toLocaleString();
  const text =
    leftOut === 0
      ? vscode.l10n.t('{0}: findings in the report: {1}.', name, number)
      : vscode.l10n.t(
          '{0}: findings in the report: {1}, best first; left out: {2}.',
          name,
          number,
          leftOut.toLocaleString(),
        );
  const open = vscode.l10n.t('Open');
  if ((await messages.info(text, open)) !== open) return;
  const uri = vscode.Uri.file(out);
  const isHere = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  // A page on another machine has no browser there.
  if (format === 'html' && isHere) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}

function wishFrom(value: unknown): Wish | undefined {
  if (!isObject(value)) return undefined;
  const format = REPORT_FORMATS.find((one) => one === value['format']);
  const out = value['out'];
  return format !== undefined && typeof out === 'string' && path.isAbsolute(out)
    ? { format, out }
    : undefined;
}
