/** One panel: its webview, the run it shows, and the answers to its app. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { pairMarkdown } from '../../core/match/pairMarkdown.js';
import type { PanelAction, PanelCalls, PanelNotice, PanelRun } from '../../shared/panelCalls.js';
import type { Progress } from '../../shared/run.js';
import type { Planted } from '../../shared/planted.js';
import { Failure } from '../../shared/failure.js';
import { serve, type Handlers } from '../../shared/rpc.js';
import { phaseInWords } from '../compare/progressWords.js';
import { CONTEXT_KEYS, EDITOR_SETTINGS } from '../ids.js';
import type { Jumps } from '../jump/jumps.js';
import { rememberedRun } from '../run/currentRun.js';
import { excludeText } from '../review/exclusions.js';
import type { Services } from '../services.js';
import { appPage, panelRoots, wordPage } from './html.js';
import { KeysContext } from './keysContext.js';
import { RunFiles } from './runFiles.js';
import {
  excludeArgument,
  focusArgument,
  headingsArgument,
  histogramArgument,
  judgeArgument,
  jumpArgument,
  listArgument,
  pairArgument,
  rowsArgument,
  sampleArgument,
} from './panelArguments.js';

const PANEL_KEYS = new KeysContext(CONTEXT_KEYS.panelKeys);

export class Panel {
  /** Told to the app once it listens. */
  #pending: PanelNotice | undefined;
  #listens = false;
  /** A page that was closed while it loaded is told nothing any more. */
  #closed = false;
  #files: RunFiles | undefined;

  constructor(
    private readonly services: Services,
    private readonly jumps: Jumps,
    readonly view: vscode.WebviewPanel,
    private dir: string,
    private readonly onReady: () => void,
  ) {
    // Asked for once: a closed view has none any more, and calls may still be answered.
    const { webview } = view;
    webview.options = {
      enableScripts: true,
      localResourceRoots: panelRoots(services.context.extensionUri),
    };
    const cancelCalls = serve<PanelCalls>(
      {
        post: (message) => void webview.postMessage(message),
        listen: (listener) => void webview.onDidReceiveMessage(listener),
      },
      this.#handlers(),
    );
    view.onDidChangeViewState(() => this.#showsActive());
    const listening = vscode.Disposable.from(
      services.reviews.onDidChange(({ dir, by }) => {
        if (dir === this.dir && by !== undefined && by !== this) this.#reviewed();
      }),
      // Meanwhile another window may have judged, or git brought another reviewer's verdicts.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#reviewed();
      }),
    );
    view.onDidDispose(() => {
      this.#closed = true;
      this.#listens = false;
      cancelCalls();
      listening.dispose();
      this.#files?.dispose();
      setContext(CONTEXT_KEYS.panelActive, false);
    });
    this.#showsActive();
  }

  /** Loads the app on the run in `dir`, or says calmly that the run is gone. */
  async load(dir: string): Promise<void> {
    this.dir = dir;
    this.#listens = false;
    const { extensionUri } = this.services.context;
    const { webview } = this.view;
    const found = await stat(path.join(dir, 'run.json')).catch(() => undefined);
    if (this.#closed) return;
    if (found) {
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

  #showsActive(): void {
    setContext(CONTEXT_KEYS.panelActive, this.view.active);
  }

  #reviewed(): void {
    if (this.#listens) this.#tell({ type: 'reviewed' });
  }

  #watch(files: readonly string[]): void {
    this.#files?.dispose();
    if (this.#closed) return;
    this.#files = new RunFiles(files, (names) => {
      if (this.#listens) this.#tell({ type: 'filesChanged', names });
    });
  }

  #tell(notice: PanelNotice): void {
    if (this.#listens) void this.view.webview.postMessage(notice);
    else this.#pending = notice;
  }

  #handlers(): Handlers<PanelCalls> {
    const { engine, reviews } = this.services;
    const keysAct = PANEL_KEYS.watch(this.view);
    const run = () => engine.opened(this.dir);
    const asked = async () => ({ run: await run(), reviewer: await reviews.reviewer() });
    return {
      open: () => this.#open(),
      list: async (argument, { signal, progress }) => {
        const query = listArgument(argument);
        const onProgress = ({ phase, ...amount }: Progress) =>
          progress({ ...amount, phase: phaseInWords(phase) });
        const list = await engine.call('list', { ...query, ...(await asked()) }, { signal, onProgress });
        // The answer goes out first: what is selected then is in the list.
        setTimeout(() => this.#ready(), 0);
        return list;
      },
      rows: async (argument) => engine.call('rows', { ...rowsArgument(argument), run: await run() }),
      headings: async (argument) =>
        engine.call('headings', { ...headingsArgument(argument), run: await run() }),
      histogram: async (argument, { signal }) => {
        const { query, score } = histogramArgument(argument);
        return engine.call('histogram', { query: { ...query, ...(await asked()) }, score }, { signal });
      },
      calibration: async () => engine.call('calibration', { run: await run() }),
      facets: async () => engine.call('facets', { run: await run() }),
      pair: async (argument) => engine.call('pair', { ...pairArgument(argument), run: await run() }),
      refine: async (argument, { signal }) =>
        engine.call('refine', { ...pairArgument(argument), run: await run() }, { signal }),
      conversation: async (argument) => {
        const place = { ...pairArgument(argument), run: await run() };
        const [suspect, original] = await Promise.all([
          engine.call('conversation', { ...place, side: 'suspect' }),
          engine.call('conversation', { ...place, side: 'original' }),
        ]);
        return { suspect, original };
      },
      copyMarkdown: async (argument) => {
        const view = await engine.call('pair', { ...pairArgument(argument), run: await run() });
        await vscode.env.clipboard.writeText(pairMarkdown(view));
      },
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
      judge: (argument) => reviews.judge(this.dir, judgeArgument(argument), this),
      exclude: (argument) => excludeText(this.services, this.dir, excludeArgument(argument)),
      undo: () => reviews.undo(this.dir, this),
      redo: () => reviews.redo(this.dir, this),
      review: () => reviews.progress(this.dir),
      sample: (argument) => reviews.sample(this.dir, sampleArgument(argument)),
      focus: (argument) => keysAct(focusArgument(argument).keys),
    };
  }

  async #open(): Promise<PanelRun> {
    const manifest = await this.services.engine.openRun(this.dir);
    const { suspects, originals } = rememberedRun(manifest, this.dir);
    const { counts } = manifest;
    this.#watch([...suspects, ...originals]);
    const suspect = path.basename(suspects[0] ?? '');
    this.view.title = vscode.l10n.t('Findings: {0}', suspect);
    const planted = await this.#planted(this.dir);
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
      ...(planted && { planted }),
      review: await this.services.reviews.progress(this.dir),
      singleKeys: vscode.workspace.getConfiguration().get<unknown>(EDITOR_SETTINGS.singleKeys) !== false,
    };
  }

  /** A damaged planted.json is said and does not stand between the reader and the findings. */
  async #planted(run: string): Promise<Planted | undefined> {
    const { engine, messages } = this.services;
    try {
      return await engine.call('planted', { run });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      void messages.warn(error.message);
      return undefined;
    }
  }

  #ready(): void {
    if (this.#listens || this.#closed) return;
    this.#listens = true;
    this.onReady();
    if (this.#pending) this.#tell(this.#pending);
    this.#pending = undefined;
  }
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
