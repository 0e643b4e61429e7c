/** The sample case, compared at a click: what the product does, seen before any file of one's own is chosen. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { runComparison } from '../compare/run.js';
import type { Panels } from '../panel/panels.js';
import type { Services } from '../services.js';
import { parametersFor } from '../settings.js';

/** Compares a copy of the sample case in the extension's own storage and shows it; nothing of it is remembered as the user's. */
export async function compareSample(services: Services, panels: Panels): Promise<void> {
  const { context } = services;
  const folder = path.join(context.globalStorageUri.fsPath, 'sample');
  await cp(path.join(context.extensionPath, 'samples', 'case'), folder, { recursive: true });
  const suspect = path.join(folder, 'suspect.jsonl');
  await vscode.window.showTextDocument(vscode.Uri.file(suspect), { preview: false });
  const run = await runComparison(services, {
    kind: 'dataset',
    suspects: [suspect],
    originals: [path.join(folder, 'originals')],
    controls: [path.join(folder, 'controls')],
    families: [],
    templates: [],
    publicTexts: [],
    parameters: parametersFor(undefined),
  });
  await panels.show(run.dir);
}
