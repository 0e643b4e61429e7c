/** Registers the providers for exactly the files of the current run, and anew when that changes. */
import * as vscode from 'vscode';
import type { RecordDocuments } from '../jump/recordDocuments.js';
import type { Services } from '../services.js';
import { EDITOR_SETTINGS } from '../ids.js';
import { formatOf } from '../inputs/datasetNames.js';
import { Badges } from './badges.js';
import type { FileFindings } from './fileFindings.js';
import { Lenses } from './lenses.js';
import { Marks } from './marks.js';
import { Navigation } from './navigation.js';
import { Outline } from './outline.js';
import { Problems } from './problems.js';

/** Wires the editor's providers; returns those that others use too. */
export function registerEditor(
  services: Services,
  findings: FileFindings,
  documents: RecordDocuments,
): { navigation: Navigation; lenses: Lenses } {
  const { run, context } = services;
  const lenses = new Lenses(findings);
  const navigation = new Navigation(services, findings, documents);
  const outline = new Outline(services, findings);
  let providers: vscode.Disposable[] = [];
  const renew = () => {
    vscode.Disposable.from(...providers).dispose();
    const current = run.get();
    const suspects = selector(current?.suspects);
    const originals = selector(current?.originals);
    const both = [...suspects, ...originals];
    providers = [];
    if (both.length === 0) return;
    providers = [
      vscode.languages.registerCodeLensProvider(both, lenses),
      vscode.languages.registerDefinitionProvider(suspects, navigation),
      vscode.languages.registerHoverProvider(suspects, navigation),
      vscode.languages.registerReferenceProvider(originals, navigation),
      vscode.languages.registerDocumentSymbolProvider(both, outline, { label: vscode.l10n.t('Records') }),
    ];
  };
  renew();
  context.subscriptions.push(
    new Marks(services, findings),
    new Problems(services, findings),
    vscode.window.registerFileDecorationProvider(new Badges(services)),
    run.onDidChange(renew),
    services.reviews.onDidChange(({ by }) => by !== undefined && lenses.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(EDITOR_SETTINGS.codeLens)) lenses.refresh();
    }),
    { dispose: () => void vscode.Disposable.from(...providers).dispose() },
  );
  return { navigation, lenses };
}

/** A pattern that equals a file's path matches exactly that file, whatever characters the path has. */
function selector(files: readonly string[] = []): vscode.DocumentFilter[] {
  return files
    .filter((file) => formatOf(file)?.compression === 'none')
    .map((file) => ({ scheme: 'file', pattern: file }));
}
