/** One editor on a dataset file: its webview, and the answers to its app. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { DatasetCalls, DatasetNotice, DatasetView } from '../../shared/datasetCalls.js';
import { Failure } from '../../shared/failure.js';
import { serve, type Handlers } from '../../shared/rpc.js';
import type { SearchProgress } from '../../shared/tableCalls.js';
import { COMMANDS, CONTEXT_KEYS, EDITOR_SETTINGS } from '../ids.js';
import { appPage, panelRoots } from '../panel/html.js';
import { KeysContext } from '../panel/keysContext.js';
import { focusArgument, judgeArgument } from '../panel/panelArguments.js';
import type { Services } from '../services.js';
import { askRecord } from './askRecord.js';
import {
  askArgument,
  countedArgument,
  findingArgument,
  recordArgument,
  rowsArgument,
  searchArgument,
} from './datasetArguments.js';
import type { DatasetDocument } from './datasetDocument.js';

const APP = { script: 'dataset.js', styles: ['panel.css', 'dataset.css'] };
const TABLE_KEYS = new KeysContext(CONTEXT_KEYS.tableKeys);

export class DatasetEditor {
  /** Told to the app once it has opened the file. */
  #pending: DatasetNotice | undefined;
  #listens = false;

  constructor(
    private readonly services: Services,
    readonly document: DatasetDocument,
    readonly view: vscode.WebviewPanel,
  ) {
    const { extensionUri } = services.context;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: panelRoots(extensionUri) };
    const cancelCalls = serve<DatasetCalls, SearchProgress>(
      {
        post: (message) => void webview.postMessage(message),
        listen: (listener) => void webview.onDidReceiveMessage(listener),
      },
      this.#handlers(),
    );
    const listening = [
      document.onDidChange(() => this.tell({ type: 'changed' })),
      services.run.onDidChange(() => this.tell({ type: 'run' })),
      services.reviews.onDidChange(({ dir, by }) => {
        if (dir === document.runDir && by !== undefined && by !== this) this.tell({ type: 'reviewed' });
      }),
      view.onDidChangeViewState(() => {
        if (view.visible) void document.check();
        else this.#listens = false;
      }),
    ];
    view.onDidDispose(() => {
      listening.forEach((each) => void each.dispose());
      cancelCalls();
    });
    webview.html = appPage(webview, extensionUri, APP);
  }

  /** Tells the app something, at once or when it has opened the file. */
  tell(notice: DatasetNotice): void {
    if (this.#listens) void this.view.webview.postMessage(notice);
    else if (notice.type === 'reveal') this.#pending = notice;
  }

  #handlers(): Handlers<DatasetCalls, SearchProgress> {
    const { document, services } = this;
    const keysAct = TABLE_KEYS.watch(this.view);
    const runDir = (): string => {
      const dir = document.runDir;
      if (dir !== undefined) return dir;
      throw new Failure('case', vscode.l10n.t('This file is not the suspect of the current run.'));
    };
    const withRun = async () => {
      const run = await document.run();
      return run === undefined ? {} : { run };
    };
    return {
      open: () => this.#open(),
      reload: () => document.close(),
      counted: (argument) => document.call('tableCounted', countedArgument(argument)),
      rows: async (argument) =>
        document.call('tableRows', { ...rowsArgument(argument), ...(await withRun()) }),
      record: async (argument) =>
        document.call('tableRecord', { ...recordArgument(argument), ...(await withRun()) }),
      search: (argument, { signal, progress }) =>
        document.call('tableSearch', searchArgument(argument), { signal, onProgress: progress }),
      askRecord: (argument) => askRecord(askArgument(argument).records),
      showFinding: async (argument) => {
        await vscode.commands.executeCommand(COMMANDS.showFindings, findingArgument(argument));
      },
      judge: (argument) => services.reviews.judge(runDir(), judgeArgument(argument), this),
      undo: () => services.reviews.undo(runDir(), this),
      redo: () => services.reviews.redo(runDir(), this),
      focus: (argument) => keysAct(focusArgument(argument).keys),
    };
  }

  async #open(): Promise<DatasetView> {
    const info = await this.document.open();
    const run = await this.document.run();
    const reviewer = await this.services.reviews.reviewer();
    const findings =
      run === undefined ? undefined : await this.document.call('tableFindings', { run, reviewer });
    const singleKeys = vscode.workspace.getConfiguration().get<unknown>(EDITOR_SETTINGS.singleKeys) !== false;
    const [size, changed] = await Promise.all([this.#size(info), this.document.call('tableChanged', {})]);
    // The answer goes out first: what is told then is about a table that is there.
    setTimeout(() => this.#ready(changed), 0);
    return { ...info, size, name: path.basename(this.document.uri.fsPath), findings, reviewer, singleKeys };
  }

  /** As it is now: the table may have been open for long. */
  #size({ size }: Pick<DatasetView, 'size'>): Promise<DatasetView['size']> {
    return size.exact
      ? Promise.resolve(size)
      : this.document.call('tableCounted', { known: { ...size, bytesDone: -1 } });
  }

  #ready(changed: boolean): void {
    this.#listens = true;
    if (changed) this.tell({ type: 'changed' });
    if (this.#pending) this.tell(this.#pending);
    this.#pending = undefined;
  }
}
