/** The extension starts and ends here; nothing is read and no worker started before something asks for it. */
import path from 'node:path';
import * as vscode from 'vscode';
import { FindingCommands } from './commands/findingCommands.js';
import { INSPECTION_SCHEME, Inspections } from './commands/inspect.js';
import { registerCommands } from './commands/register.js';
import { CompareCommands } from './compare/compareCommands.js';
import { DatasetEditors } from './dataset/datasetEditors.js';
import { registerDatasetEditors } from './dataset/register.js';
import { runDemo } from './demo.js';
import { FileFindings } from './editor/fileFindings.js';
import { registerEditor } from './editor/register.js';
import { Engine } from './engine/engine.js';
import { startWorker } from './engine/workerPort.js';
import { guarded } from './fail.js';
import { PANEL_VIEW_TYPE, SCHEME } from './ids.js';
import { RememberedInputs } from './inputs/rememberedInputs.js';
import { Jumps } from './jump/jumps.js';
import { RecordDocuments } from './jump/recordDocuments.js';
import { Log } from './log.js';
import { windowMessages } from './messages.js';
import { Panels } from './panel/panels.js';
import { Reviews } from './review/reviews.js';
import { StatusItem } from './review/statusItem.js';
import { CurrentRun } from './run/currentRun.js';
import type { Services } from './services.js';
import { registerViews, type Views } from './views/register.js';

/** What activation returns: for this extension's own tests, no promise to others. */
export interface Extension {
  readonly services: Services;
  readonly panels: Panels;
  readonly status: StatusItem;
  readonly views: Views;
  readonly tables: DatasetEditors;
}

let engine: Engine | undefined;

export function activate(context: vscode.ExtensionContext): Extension {
  const worker = path.join(context.extensionPath, 'dist', 'worker.js');
  engine = new Engine(
    (onEnd) => startWorker(worker, onEnd),
    () => !vscode.workspace.isTrusted,
  );
  const run = new CurrentRun(context.workspaceState);
  const original = new RememberedInputs(context.workspaceState, 'original');
  const control = new RememberedInputs(context.workspaceState, 'control');
  const inputs = { original, control };
  const reviews = new Reviews(engine);
  const [log, messages] = [new Log(), windowMessages];
  const services: Services = { context, engine, run, reviews, inputs, log, messages };
  const status = new StatusItem(run, reviews, engine);
  context.subscriptions.push(run, reviews, status, original, control, log);

  const documents = new RecordDocuments(services);
  const inspections = new Inspections(services);
  const { navigation, lenses } = registerEditor(services, new FileFindings(services), documents);
  const tables = new DatasetEditors(services);
  const jumps = new Jumps(services, documents, tables);
  const panels = new Panels(services, jumps);
  // An editor that loses the focus drops lenses that it was about to ask for.
  context.subscriptions.push(panels.onDidLoad(() => lenses.refresh()));
  const compare = new CompareCommands(services, (ended) => panels.show(ended.dir));
  const findings = new FindingCommands(services, panels, jumps, navigation);
  registerCommands(services, compare, findings, inspections, panels, tables);
  registerDatasetEditors(services, tables);
  const views = registerViews(services, panels);
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, documents),
    vscode.workspace.registerTextDocumentContentProvider(INSPECTION_SCHEME, inspections),
    vscode.window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, panels),
  );
  void guarded(services, () => runDemo(process.env));
  return { services, panels, status, tables, views };
}

export async function deactivate(): Promise<void> {
  await engine?.stop();
}
