/** What can be done with originals and controls in their trees and from the explorer. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Failure } from '../../shared/failure.js';
import { namedPaths } from '../inputs/arguments.js';
import { formatOf } from '../inputs/datasetNames.js';
import { pickFiles, pickFolders, pickWhat } from '../inputs/pickFiles.js';
import type { RememberedRole } from '../inputs/rememberedInputs.js';
import { indexFolder } from '../originalsIndex/indexFolder.js';
import { ProgressWords } from '../compare/progressWords.js';
import type { Services } from '../services.js';
import { parametersFor } from '../settings.js';
import { oneLine } from '../words.js';

export class InputCommands {
  constructor(private readonly services: Services) {}

  /** Adds what was named, or what the user picks of the wanted kind. */
  async add(
    role: RememberedRole,
    what: 'files' | 'folders' | 'any',
    ...named: readonly unknown[]
  ): Promise<void> {
    const paths = namedPaths(named[0], named[1]) ?? (await pick(role, what));
    await this.addPaths(role, paths);
  }

  /** Adds files and folders that can be read; says what cannot, and what changed its role. */
  async addPaths(role: RememberedRole, paths: readonly string[]): Promise<void> {
    const { inputs, messages } = this.services;
    const good: string[] = [];
    for (const file of paths) {
      const stats = await stat(file).catch(() => undefined);
      if (stats && (stats.isDirectory() || formatOf(file))) good.push(file);
    }
    const refused = paths.filter((file) => !good.includes(file));
    if (refused.length > 0) void messages.warn(refusal(refused));
    // One text cannot be both ours and independent of ours.
    const other = inputs[role === 'original' ? 'control' : 'original'];
    for (const file of good.filter((one) => other.all().includes(one))) {
      await other.remove(file);
      messages.status(
        role === 'original'
          ? vscode.l10n.t('{0} is an original now and no control any more.', path.basename(file))
          : vscode.l10n.t('{0} is a control now and no original any more.', path.basename(file)),
      );
    }
    if (good.length > 0) await inputs[role].add(good);
  }

  /** Forgets what was named; the files stay where they are. */
  async remove(role: RememberedRole, ...named: readonly unknown[]): Promise<void> {
    for (const file of namedPaths(named[0], named[1]) ?? []) await this.services.inputs[role].remove(file);
  }

  /** Indexes what was named, or all originals that the next comparison takes. */
  async index(...named: readonly unknown[]): Promise<void> {
    const { engine, inputs, messages, context } = this.services;
    const files = namedPaths(named[0], named[1]) ?? inputs.original.chosen();
    if (files.length === 0) {
      throw new Failure(
        'usage',
        vscode.l10n.t('There are no originals to index. Add files or a folder first.'),
      );
    }
    const title =
      files.length === 1
        ? vscode.l10n.t('Indexing {0}', oneLine(path.basename(files[0]!), 60))
        : vscode.l10n.t('Indexing originals');
    const done = await messages.progress(title, (progress, signal) => {
      const words = new ProgressWords(progress, 1);
      const request = { files, indexDir: indexFolder(context), parameters: parametersFor(undefined) };
      return engine.call('index', request, { signal, onProgress: (p) => words.report(p) });
    });
    messages.status(vscode.l10n.t('{0} responses are indexed', done.responses.toLocaleString()));
    for (const note of done.notes) void messages.info(note);
    inputs.original.touch();
  }
}

function pick(role: RememberedRole, what: 'files' | 'folders' | 'any'): Promise<string[]> {
  const title =
    role === 'original'
      ? vscode.l10n.t('Choose your originals: your own model’s responses')
      : vscode.l10n.t('Choose controls: answers that are known to be independent of yours');
  const label = role === 'original' ? vscode.l10n.t('Add to Originals') : vscode.l10n.t('Add to Controls');
  if (what === 'any') return pickWhat(title, label);
  return what === 'files' ? pickFiles(title, label, true) : pickFolders(title, label);
}

function refusal(refused: readonly string[]): string {
  const names = refused.map((file) => oneLine(path.basename(file), 60));
  return refused.length === 1
    ? vscode.l10n.t(
        '{0} was not added: it is no dataset file. JSONL, JSON, CSV, TSV, Parquet and text files are.',
        names[0]!,
      )
    : vscode.l10n.t(
        '{0} files were not added, since they are no dataset files: {1}',
        refused.length,
        names.slice(0, 5).join(', '),
      );
}
