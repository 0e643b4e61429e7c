/** The files that a run compared, watched while its panel is open. */
import path from 'node:path';
import * as vscode from 'vscode';

/** Folders that are watched: originals may lie in any number of them. */
const MOST = 100;

export class RunFiles implements vscode.Disposable {
  readonly #changed = new Set<string>();
  readonly #watchers: vscode.Disposable[] = [];

  /** `onChange` is told of all files that changed until then, by their names. */
  constructor(files: readonly string[], onChange: (names: string[]) => void) {
    const watched = new Set(files);
    const look = ({ fsPath }: vscode.Uri) => {
      if (!watched.has(fsPath) || this.#changed.has(fsPath)) return;
      this.#changed.add(fsPath);
      onChange([...this.#changed].map((file) => path.basename(file)));
    };
    const folders = new Set(files.map((file) => path.dirname(file)));
    for (const folder of [...folders].slice(0, MOST)) {
      const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '*');
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      this.#watchers.push(
        watcher,
        watcher.onDidChange(look),
        watcher.onDidCreate(look),
        watcher.onDidDelete(look),
      );
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#watchers).dispose();
  }
}
