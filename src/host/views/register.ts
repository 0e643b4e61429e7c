/** The views of the activity bar, and their commands. */
import path from 'node:path';
import * as vscode from 'vscode';
import { guarded } from '../fail.js';
import { VIEW_COMMANDS, VIEWS, type ViewCommandName } from '../ids.js';
import type { RememberedRole } from '../inputs/rememberedInputs.js';
import { IndexCommands } from '../originalsIndex/indexCommands.js';
import type { Panels } from '../panel/panels.js';
import { foundIn } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { compareSample } from '../start/sample.js';
import { comparedInWords, DifferenceTree, type DifferenceNode } from './differenceTree.js';
import { FindingsTree, type FindingNode } from './findingsTree.js';
import { setFamily } from './familyCommand.js';
import { InputCommands } from './inputCommands.js';
import { InputDrop } from './inputDrop.js';
import { InputsTree } from './inputsTree.js';
import { addNamed, removeNamed } from './namedCommands.js';
import { NamedTree } from './namedTree.js';
import { verifyBundle } from './bundleCommands.js';
import { showExclusions } from '../review/exclusions.js';
import { RunCommands } from './runCommands.js';
import { RunsTree } from './runsTree.js';

type Handler = (argument: unknown, selected: unknown) => unknown;

export interface Views {
  readonly originals: InputsTree;
  readonly controls: InputsTree;
  readonly named: NamedTree;
  readonly runs: RunsTree;
  readonly differences: DifferenceTree;
  readonly findings: FindingsTree;
}

/** Wires trees, drag and drop, badges and commands; nothing is read before a view is shown. */
export function registerViews(services: Services, panels: Panels): Views {
  const { subscriptions } = services.context;
  const inputs = new InputCommands(services);
  const originals = inputsView(services, inputs, 'original');
  const controls = inputsView(services, inputs, 'control');
  const named = new NamedTree(services);
  services.context.subscriptions.push(
    vscode.window.createTreeView(VIEWS.named, { treeDataProvider: named, canSelectMany: true }),
  );
  const runs = new RunsTree(services);
  const differences = new DifferenceTree(services);
  const findings = new FindingsTree(services);
  const runCommands = new RunCommands(services, panels, runs, differences);
  const index = new IndexCommands(services);
  runsView(services, runs);
  differenceView(services, differences);
  findingsView(services, findings);

  const commands: Record<ViewCommandName, Handler> = {
    addOriginals: (...named) => inputs.add('original', 'any', ...named),
    addOriginalFiles: (...named) => inputs.add('original', 'files', ...named),
    addOriginalFolder: (...named) => inputs.add('original', 'folders', ...named),
    removeOriginal: (...named) => inputs.remove('original', ...named),
    addControls: (...named) => inputs.add('control', 'any', ...named),
    addControlFiles: (...named) => inputs.add('control', 'files', ...named),
    addControlFolder: (...named) => inputs.add('control', 'folders', ...named),
    removeControl: (...named) => inputs.remove('control', ...named),
    addTemplates: (...wish) => addNamed(services, 'templates', wish[0]),
    addPublicTexts: (...wish) => addNamed(services, 'publicTexts', wish[0]),
    removeNamed: (...rows) => removeNamed(...rows),
    setFamily: (...named) => setFamily(services.inputs.control, ...named),
    indexOriginals: (...named) => inputs.index(...named),
    showIndex: () => index.show(),
    clearIndex: () => index.clear(),
    exportBundle: (run) => runCommands.bundle(run),
    verifyBundle: () => verifyBundle(services),
    showExclusions: () => showExclusions(services),
    openRun: (run) => runCommands.open(run),
    rerun: (run) => runCommands.rerun(run),
    testRun: (run) => runCommands.test(run),
    exportReport: (run, wish) => runCommands.report(run, wish),
    deleteRun: (run, selected) => runCommands.delete(run, selected),
    revealRun: (run) => runCommands.reveal(run),
    compareRuns: (run, selected) => runCommands.compare(run, selected),
    closeDifference: () => differences.close(),
    openDifference: (place) => runCommands.openDifference(place),
    moreDifferences: (node) => differences.more(node as DifferenceNode),
    groupFindings: (by) => findings.groupBy(by),
    moreFindings: (node) => findings.more(node as FindingNode),
    compareSample: () => compareSample(services, panels),
    refreshViews: () => {
      for (const tree of [originals, controls, named, runs, findings]) tree.refresh();
    },
  };
  for (const name of Object.keys(commands) as ViewCommandName[]) {
    const run = commands[name];
    const safely: Handler = (...named) => guarded(services, () => Promise.resolve(run(...named)));
    subscriptions.push(vscode.commands.registerCommand(VIEW_COMMANDS[name], safely));
  }
  return { originals, controls, named, runs, differences, findings };
}

function inputsView(services: Services, commands: InputCommands, role: RememberedRole): InputsTree {
  const inputs = services.inputs[role];
  const tree = new InputsTree(services, inputs);
  const add = (paths: readonly string[]) => guarded(services, () => commands.addPaths(role, paths));
  const view = vscode.window.createTreeView(role === 'original' ? VIEWS.originals : VIEWS.controls, {
    treeDataProvider: tree,
    dragAndDropController: new InputDrop(add),
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  services.context.subscriptions.push(
    view,
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [{ path }, state] of items) {
        await inputs.setChosen(path, state === vscode.TreeItemCheckboxState.Checked);
      }
    }),
    view.onDidChangeVisibility(({ visible }) => {
      // Files change while nobody looks.
      if (visible) tree.refresh();
    }),
  );
  return tree;
}

function runsView(services: Services, tree: RunsTree): void {
  const view = vscode.window.createTreeView(VIEWS.runs, { treeDataProvider: tree, canSelectMany: true });
  services.context.subscriptions.push(view);
}

function differenceView(services: Services, tree: DifferenceTree): void {
  const view = vscode.window.createTreeView(VIEWS.difference, { treeDataProvider: tree });
  services.context.subscriptions.push(
    view,
    tree.onDidChangeTreeData(() => {
      const { compared } = tree;
      view.description = compared ? comparedInWords(compared) : '';
    }),
  );
}

function findingsView(services: Services, tree: FindingsTree): void {
  const view = vscode.window.createTreeView(VIEWS.findings, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  let counted: string | undefined;
  const badge = async () => {
    const run = services.run.get();
    view.description = path.basename(run?.suspects[0] ?? '');
    if (run?.dir !== counted) view.badge = undefined;
    counted = run?.dir;
    // Nothing is read for a number that nobody looks at.
    if (!run || !view.visible) return;
    const manifest = await services.engine.openRun(run.dir).catch(() => undefined);
    if (run.dir !== counted) return;
    const value = manifest ? foundIn(manifest) : 0;
    view.badge = { value, tooltip: findingsInWords(value) };
  };
  services.context.subscriptions.push(
    view,
    services.run.onDidChange(() => void badge()),
    view.onDidChangeVisibility(() => void badge()),
  );
}

function findingsInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count.toLocaleString());
}
