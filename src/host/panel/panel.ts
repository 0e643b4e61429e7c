/** One panel: its webview, the run it shows, and the answers to its app. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PanelAction, PanelCalls, PanelNotice, PanelRun } from '../../shared/panelCalls.js';
import { serve, type Handlers } from '../../shared/rpc.js';
import { CONTEXT_KEYS } from '../ids.js';
import type { Jumps } from '../jump/jumps.js';
import { rememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { appPage, panelRoots, wordPage } from './html.js';
import {
  headingsArgument,
  histogramArgument,
  jumpArgument,
  listArgument,
  pairArgument,
  rowsArgument,
} from './panelArguments.js';

export class Panel {
  /** Told to the app once it listens. */
  #pending: PanelNotice | undefined;
  #listens = false;

  constructor(
    private readonly services: Services,
    private readonly jumps: Jumps,
    readonly view: vscode.WebviewPanel,
    private dir: string,
    private readonly onReady: () => void,
  ) {
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: panelRoots(services.context.extensionUri),
    };
    serve<PanelCalls>(
      {
        post: (message) => void view.webview.postMessage(message),
        listen: (listener) => void view.webview.onDidReceiveMessage(listener),
      },
      this.#handlers(),
    );
    view.onDidChangeViewState(() => setActive(view.active));
    view.onDidDispose(() => setActive(false));
    setActive(view.active);
  }

  /** Loads the app on the run in `dir`, or says calmly that the run is gone. */
  async load(dir: string): Promise<void> {
    this.dir = dir;
    this.#listens = false;
    const { extensionUri } = this.services.context;
    const { webview } = this.view;
    if (await stat(path.join(dir, 'run.json')).catch(() => undefined)) {
      webview.html = appPage(webview, extensionUri);
      return;
    }
    webview.html = wordPage(
      webview,
      extensionUri,
      vscode.l10n.t('This run is no longer there'),
      vscode.l10n.t(
        'Its folder {0} was moved or deleted. Nothing else is lost: run the comparison again to see its findings.',
        dir,
      ),
    );
  }

  get shown(): string {
    return this.dir;
  }

  /** Selects a finding, at once or when the app has loaded. */
  select(finding: number, index: number): void {
    this.#tell({ type: 'select', finding, index });
  }

  do(action: PanelAction): void {
    if (this.#listens) this.#tell({ type: 'do', action });
  }

  #tell(notice: PanelNotice): void {
    if (this.#listens) void this.view.webview.postMessage(notice);
    else this.#pending = notice;
  }

  #handlers(): Handlers<PanelCalls> {
    const { engine } = this.services;
    const run = async () => (await engine.openRun(this.dir)).run;
    return {
      open: () => this.#open(),
      list: async (argument, { signal }) => {
        const query = listArgument(argument);
        const list = await engine.call('list', { ...query, run: await run() }, { signal });
        // The answer goes out first: what is selected then is in the list.
        setTimeout(() => this.#ready(), 0);
        return list;
      },
      rows: async (argument) => engine.call('rows', { ...rowsArgument(argument), run: await run() }),
      headings: async (argument) =>
        engine.call('headings', { ...headingsArgument(argument), run: await run() }),
      histogram: async (argument, { signal }) => {
        const { query, score } = histogramArgument(argument);
        return engine.call('histogram', { query: { ...query, run: await run() }, score }, { signal });
      },
      facets: async () => engine.call('facets', { run: await run() }),
      pair: async (argument) => engine.call('pair', { ...pairArgument(argument), run: await run() }),
      jump: async (argument) => {
        const { to, ...place } = jumpArgument(argument);
        const { match } = await engine.call('pair', { ...place, run: await run() });
        if (to === 'diff') await this.jumps.diff(match);
        else await this.jumps.to(match[to]);
      },
      showSkipped: async () => {
        const uri = vscode.Uri.file(path.join(this.dir, 'skipped.jsonl'));
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      },
    };
  }

  async #open(): Promise<PanelRun> {
    const manifest = await this.services.engine.openRun(this.dir);
    const { suspects, originals } = rememberedRun(manifest, this.dir);
    const { counts } = manifest;
    const suspect = path.basename(suspects[0] ?? '');
    this.view.title = vscode.l10n.t('Findings: {0}', suspect);
    return {
      manifest,
      dir: this.dir,
      suspect,
      originals: originals.length,
      findings:
        counts.identical +
        counts.normalised +
        counts['near-duplicate'] +
        counts.partial +
        counts['too-little-evidence'],
    };
  }

  #ready(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.onReady();
    if (this.#pending) this.#tell(this.#pending);
    this.#pending = undefined;
  }
}

function setActive(active: boolean): void {
  void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.panelActive, active);
}
