/** A dataset file that the editor shows: one table in the worker for all its editors, closed with the last of them. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { EngineCalls } from '../../shared/engineCalls.js';
import type { CallOptions } from '../../shared/rpc.js';
import type { TableCalls, TableId, TableInfo } from '../../shared/tableCalls.js';
import type { Services } from '../services.js';
import { parametersFor } from '../settings.js';

type Argument<K extends keyof TableCalls> = Omit<Parameters<EngineCalls[K]>[0], 'table'>;
type Result<K extends keyof TableCalls> = Awaited<ReturnType<EngineCalls[K]>>;

/** A file is often written in several steps. */
const SETTLE_MS = 300;

export class DatasetDocument implements vscode.CustomDocument {
  static #next: TableId = 1;
  readonly #table = DatasetDocument.#next++;
  readonly #changed = new vscode.EventEmitter<void>();
  /** The file on disk is no longer the one that is shown. */
  readonly onDidChange = this.#changed.event;
  readonly #watcher: vscode.FileSystemWatcher;
  #opening: Promise<TableInfo> | undefined;
  #life: object | undefined;

  constructor(
    private readonly services: Services,
    readonly uri: vscode.Uri,
  ) {
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = path.basename(uri.fsPath).replace(/[[\]{}*?]/g, '[$&]');
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    let settling: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(settling);
      settling = setTimeout(() => void this.check(), SETTLE_MS);
    };
    this.#watcher.onDidChange(look);
    this.#watcher.onDidCreate(look);
    this.#watcher.onDidDelete(look);
  }

  /** Opens the file in the worker, once in the worker's life; throws Failure('input') if it cannot be read. */
  open(): Promise<TableInfo> {
    const { engine } = this.services;
    if (this.#opening && this.#life === engine.life) return this.#opening;
    this.#life = engine.life;
    const shape = parametersFor(this.uri).suspectShape;
    const opening = engine.call('openTable', {
      table: this.#table,
      path: this.uri.fsPath,
      ...(shape && { shape }),
    });
    this.#opening = opening;
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    return opening;
  }

  /** Calls the worker about this file's table. */
  async call<K extends keyof TableCalls, P = unknown>(
    method: K,
    argument: Argument<K>,
    options: CallOptions<P> = {},
  ): Promise<Result<K>> {
    await this.open();
    const named = { ...argument, table: this.#table } as unknown as Parameters<EngineCalls[K]>[0];
    return this.services.engine.call<K, P>(method, named, options);
  }

  /** Folder of the run whose suspect this file is; undefined if there is none. */
  get runDir(): string | undefined {
    const run = this.services.run.get();
    return run?.suspects.includes(this.uri.fsPath) === true ? run.dir : undefined;
  }

  /** That run, opened in the worker; undefined if there is none that can be read. */
  async run(): Promise<string | undefined> {
    const dir = this.runDir;
    if (dir === undefined) return undefined;
    return this.services.engine.opened(dir).catch(() => undefined);
  }

  /** Looks whether the file on disk is still the one that is shown. */
  async check(): Promise<void> {
    if (!this.#opening) return;
    if (await this.call('tableChanged', {}).catch(() => false)) this.#changed.fire();
  }

  /** Closes the table; the next call opens the file as it is now. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    if (!opening || this.#life !== this.services.engine.life) return;
    await opening.catch(() => undefined);
    await this.services.engine.call('closeTable', { table: this.#table });
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
    // A worker that has ended has closed its files itself.
    if (this.services.engine.running)
      void this.close().catch((error: unknown) => this.services.log.error(error));
  }
}
