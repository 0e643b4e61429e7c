/** Badges in the explorer on datasets with findings. */
import * as vscode from 'vscode';
import { KINDS } from '../../shared/match.js';
import { NO_FILTER } from '../../shared/findingQuery.js';
import type { RememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';

export class Badges implements vscode.FileDecorationProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  #before: readonly string[];

  constructor(private readonly services: Services) {
    this.#before = services.run.get()?.suspects ?? [];
    services.context.subscriptions.push(
      services.run.onDidChange((run) => {
        const after = run?.suspects ?? [];
        this.#changed.fire([...this.#before, ...after].map((file) => vscode.Uri.file(file)));
        this.#before = after;
      }),
    );
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    const run = this.services.run.get();
    if (uri.scheme !== 'file' || !run?.suspects.includes(uri.fsPath)) return undefined;
    const count = await this.#countIn(run, uri.fsPath).catch(() => 0);
    if (count === 0) return undefined;
    const tooltip =
      count === 1
        ? vscode.l10n.t('1 response shares text with originals')
        : vscode.l10n.t('{0} responses share text with originals', count.toLocaleString());
    // A badge has room for two characters.
    const badge = count < 100 ? String(count) : '●';
    return new vscode.FileDecoration(badge, tooltip, new vscode.ThemeColor('charts.blue'));
  }

  /** Known of a single suspect without asking; the engine is not started for a number in the explorer. */
  async #countIn(run: RememberedRun, file: string): Promise<number> {
    if (run.suspects.length === 1) return run.found ?? 0;
    if (!this.services.engine.running) return 0;
    const opened = await this.services.engine.opened(run.dir);
    const query = { ...NO_FILTER, run: opened, sort: 'position', kinds: KINDS, files: [file] } as const;
    return (await this.services.engine.call('list', { ...query, group: { by: 'none' } })).ids.length;
  }
}
