/** Every command by its name. */
import * as vscode from 'vscode';
import type { CompareCommands } from '../compare/compareCommands.js';
import { PANEL_ACTIONS } from '../../shared/panelCalls.js';
import { guarded } from '../fail.js';
import { COMMANDS, PANEL_COMMANDS, type CommandName } from '../ids.js';
import type { DatasetEditors } from '../dataset/datasetEditors.js';
import type { Panels } from '../panel/panels.js';
import type { Services } from '../services.js';
import type { FindingCommands } from './findingCommands.js';
import type { Inspections } from './inspect.js';

/** Registers them all; each tells by itself how it failed. */
export function registerCommands(
  services: Services,
  compare: CompareCommands,
  findings: FindingCommands,
  inspections: Inspections,
  panels: Panels,
  tables: DatasetEditors,
): void {
  const commands: Record<CommandName, (argument: unknown) => unknown> = {
    compare: (argument) => compare.dataset(argument),
    compareRecord: (argument) => compare.record(argument),
    compareSelection: (argument) => compare.selection(argument),
    compareOutputs: (argument) => compare.outputs(argument),
    showFindings: (argument) => findings.showFindings(argument),
    inspect: (argument) => inspections.inspect(argument),
    openTable: (argument) => tables.openTable(argument),
    jumpToOriginal: (argument) => findings.jumpToOriginal(argument),
    jumpToSuspect: (argument) => findings.jumpToSuspect(argument),
    openDiff: (argument) => findings.openDiff(argument),
    showLog: () => services.log.show(),
  };
  const { subscriptions } = services.context;
  for (const name of Object.keys(commands) as CommandName[]) {
    const run = commands[name];
    const safely = (argument: unknown) => guarded(services, () => Promise.resolve(run(argument)));
    subscriptions.push(vscode.commands.registerCommand(COMMANDS[name], safely));
  }
  for (const action of PANEL_ACTIONS) {
    subscriptions.push(vscode.commands.registerCommand(PANEL_COMMANDS[action], () => panels.do(action)));
  }
}
