/** The tree of the runs that lie in the workspace's case folders. */
import * as vscode from 'vscode';
import type { ListedRun } from '../../shared/caseRuns.js';
import { caseFolders } from '../case/caseFolder.js';
import type { Services } from '../services.js';
import { runItem } from './runItem.js';

export class RunsTree implements vscode.TreeDataProvider<ListedRun> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #watchers: vscode.Disposable[] = [];

  constructor(private readonly services: Services) {
    services.context.subscriptions.push(
      services.run.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
        this.refresh();
      }),
      { dispose: () => void vscode.Disposable.from(...this.#watchers).dispose() },
    );
    this.#watch();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** All runs, the latest first, damaged ones last. */
  async getChildren(): Promise<ListedRun[]> {
    const caseDirs = caseFolders(this.services.context, this.services.run.get()?.dir);
    const runs = await this.services.engine.call('runs', { caseDirs });
    const time = (run: ListedRun) => ('reason' in run ? -1 : Date.parse(run.started ?? '1970-01-01'));
    return runs.sort((a, b) => time(b) - time(a));
  }

  getTreeItem(run: ListedRun): vscode.TreeItem {
    return runItem(run, this.services.run.get()?.dir === run.dir);
  }

  /** Runs come and go from a terminal and by git, too. */
  #watch(): void {
    vscode.Disposable.from(...this.#watchers).dispose();
    this.#watchers = (vscode.workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === 'file')
      .map((folder) => {
        const pattern = new vscode.RelativePattern(folder, '.distillation-evidence/runs/*/run.json');
        const watcher = vscode.workspace.createFileSystemWatcher(pattern);
        const refresh = () => this.refresh();
        return vscode.Disposable.from(
          watcher,
          watcher.onDidCreate(refresh),
          watcher.onDidChange(refresh),
          watcher.onDidDelete(refresh),
        );
      });
  }
}
