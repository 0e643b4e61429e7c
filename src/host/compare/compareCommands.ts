/** The commands that compare: what to compare is gathered, looked at where that is worth it, and run. */
import path from 'node:path';
import * as vscode from 'vscode';
import { cancelled, Failure } from '../../shared/failure.js';
import type { RunKind } from '../../shared/run.js';
import { offerGitignore } from '../case/gitignore.js';
import { guarded } from '../fail.js';
import { compareArgument, type CompareArgument } from '../inputs/arguments.js';
import { namedInputs } from '../inputs/namedInputs.js';
import { pickFiles, pickSuspect } from '../inputs/pickFiles.js';
import { pickOriginals } from '../inputs/pickOriginals.js';
import type { RememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { openFieldSettings, parametersFor } from '../settings.js';
import { previewed } from './preview.js';
import { recordAtCursor } from './recordAtCursor.js';
import { mustExist, runComparison } from './run.js';
import { selectionAsFile } from './selection.js';

/** Shows the findings of a run that has just ended. */
export type ShowRun = (run: RememberedRun) => Promise<void>;

interface Wish extends CompareArgument {
  readonly suspect: string;
  readonly kind: RunKind;
  readonly records?: readonly number[];
}

export class CompareCommands {
  constructor(
    private readonly services: Services,
    private readonly show: ShowRun,
  ) {}

  /** Compare Dataset with Originals…; resolves with the run. */
  async dataset(argument: unknown): Promise<RememberedRun> {
    const given = compareArgument(argument);
    const suspect = await pickSuspect(given.suspect);
    return this.#compare({ kind: 'dataset', ...given, suspect });
  }

  /** Compare Two Model Output Files… */
  async outputs(argument: unknown): Promise<RememberedRun> {
    const given = compareArgument(argument);
    const label = vscode.l10n.t('Choose');
    const suspect =
      given.suspect ??
      (await pickFiles(vscode.l10n.t('Outputs of the model under review'), label, false))[0]!;
    const originals =
      given.originals ??
      (await pickFiles(vscode.l10n.t('Outputs of your own model for the same prompts'), label, false));
    return this.#compare({ ...given, suspect, originals, kind: 'outputs' });
  }

  /** Compare Record at Cursor. */
  async record(argument: unknown): Promise<RememberedRun> {
    const editor = requireEditor(vscode.l10n.t('Open a dataset and put the cursor into a record first.'));
    const found = await recordAtCursor(this.services, editor);
    return this.#compare({ kind: 'dataset', ...compareArgument(argument), ...found });
  }

  /** Compare Selection: the selected text as a suspect of one response. */
  async selection(argument: unknown): Promise<RememberedRun> {
    const editor = requireEditor(vscode.l10n.t('Select the text to compare first.'));
    const suspect = await selectionAsFile(this.services.context, editor);
    return this.#compare({ kind: 'dataset', ...compareArgument(argument), suspect });
  }

  async #compare(wish: Wish): Promise<RememberedRun> {
    const { suspect, kind, records, skipPreview } = wish;
    await mustExist([suspect]);
    await this.#saved(suspect, skipPreview === true);
    const remembered = this.services.inputs.original;
    const originals = wish.originals ?? (await pickOriginals(remembered, suspect));
    await mustExist(originals);
    if (originals.every((original) => path.resolve(original) === path.resolve(suspect))) {
      throw new Failure(
        'input',
        vscode.l10n.t(
          '{0} is both the suspect and the only original. Choose the files that hold your own responses as originals.',
          path.basename(suspect),
        ),
      );
    }
    const controls = wish.controls ?? this.services.inputs.control.chosen();
    const templates = wish.templates ?? namedInputs('templates', vscode.Uri.file(suspect));
    const publicTexts = wish.publicTexts ?? namedInputs('publicTexts', vscode.Uri.file(suspect));
    await mustExist([...controls, ...templates, ...publicTexts]);
    await remembered.choose(originals);
    const base = parametersFor(vscode.Uri.file(suspect));
    const parameters = records ? { ...base, suspectRecords: records } : base;
    if (skipPreview !== true) {
      const choice = await previewed(this.services, suspect, originals, parameters);
      if (choice === 'fields') await openFieldSettings();
      if (choice !== 'compare') throw cancelled();
    }
    const run = await runComparison(this.services, {
      kind,
      suspects: [suspect],
      originals,
      controls,
      families: this.services.inputs.control.families(controls),
      templates,
      publicTexts,
      parameters,
    });
    await this.show(run);
    const caseDir = path.dirname(path.dirname(run.dir));
    void guarded(this.services, () => offerGitignore(this.services, caseDir, originals));
    return run;
  }

  /** A comparison reads the disk: an unsaved editor is offered to be saved first. */
  async #saved(suspect: string, silent: boolean): Promise<void> {
    const document = vscode.workspace.textDocuments.find(
      (d) => d.uri.scheme === 'file' && d.uri.fsPath === suspect,
    );
    if (!document?.isDirty || silent) return;
    const save = vscode.l10n.t('Save and Compare');
    const asIs = vscode.l10n.t('Compare Saved Version');
    const chosen = await this.services.messages.warn(
      vscode.l10n.t('{0} has unsaved changes.', path.basename(suspect)),
      save,
      asIs,
    );
    if (chosen === undefined) throw cancelled();
    if (chosen === save && !(await document.save())) throw cancelled();
  }
}

function requireEditor(otherwise: string): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Failure('usage', otherwise);
  return editor;
}
