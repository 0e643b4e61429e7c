/** Inspect Dataset: what a file or folder holds, as a read-only document. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { DatasetSummary } from '../../shared/dataset.js';
import { compareArgument } from '../inputs/arguments.js';
import { pickSuspect } from '../inputs/pickFiles.js';
import type { Services } from '../services.js';
import { parametersFor } from '../settings.js';
import { bytesInWords } from '../words.js';

/** Scheme of the documents that hold an inspection. */
export const INSPECTION_SCHEME = 'distillation-evidence-inspection';

export class Inspections implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.path) ??
      vscode.l10n.t('Inspect the dataset again: this was read in another session.')
    );
  }

  /** Reads what `argument` names, the active dataset or what the user picks, and opens the result. */
  async inspect(argument: unknown): Promise<void> {
    const { messages, engine } = this.services;
    const file = await pickSuspect(compareArgument(argument).suspect);
    const shape = parametersFor(vscode.Uri.file(file)).suspectShape;
    const title = vscode.l10n.t('Inspecting {0}', path.basename(file));
    const summaries = await messages.progress(title, (_progress, signal) =>
      engine.call('inspect', { path: file, ...(shape && { shape }) }, { signal }),
    );
    const uri = vscode.Uri.from({
      scheme: INSPECTION_SCHEME,
      path: `/${path.basename(file)} (inspection).txt`,
    });
    this.#texts.set(uri.path, summaries.map(inspectionText).join('\n'));
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }
}

function inspectionText(summary: DatasetSummary): string {
  const { compression, format, shape } = summary;
  const lines: [string, string][] = [
    [vscode.l10n.t('format'), compression === 'none' ? format : `${format}, ${compression}`],
    [vscode.l10n.t('size'), `${bytesInWords(summary.bytes)} (${summary.bytes.toLocaleString()} B)`],
    ['SHA-256', summary.sha256],
    [
      vscode.l10n.t('shape'),
      shape.guessed ? vscode.l10n.t('{0} (guessed)', shape.description) : shape.description,
    ],
    [vscode.l10n.t('records'), summary.records.toLocaleString()],
    [vscode.l10n.t('responses'), summary.responses.toLocaleString()],
    [vscode.l10n.t('not read'), summary.skipped.toLocaleString()],
    ...summary.notes.map((note): [string, string] => [vscode.l10n.t('note'), note]),
  ];
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return `${summary.path}\n${lines.map(([name, value]) => `  ${name.padEnd(width)}${value}\n`).join('')}`;
}
