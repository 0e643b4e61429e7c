/** The one panel of a window: opened, reused and restored. */
import * as vscode from 'vscode';
import type { PanelAction } from '../../shared/panelCalls.js';
import { PANEL_VIEW_TYPE } from '../ids.js';
import type { Jumps } from '../jump/jumps.js';
import { rememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { panelRoots } from './html.js';
import { Panel } from './panel.js';
import { keptRun } from './panelState.js';

const WIDER_PANEL = { orientation: 0, groups: [{ size: 0.35 }, { size: 0.65 }] };

export class Panels implements vscode.WebviewPanelSerializer {
  #panel: Panel | undefined;
  readonly #ready = new vscode.EventEmitter<void>();
  /** The app has loaded and taken the focus. */
  readonly onDidLoad = this.#ready.event;

  constructor(
    private readonly services: Services,
    private readonly jumps: Jumps,
  ) {}

  /** Shows the run in `dir`, beside what is open; the panel that is there is reused. */
  async show(dir: string, place?: { finding: number; index: number }): Promise<void> {
    const known = this.#panel;
    const panel = known ?? this.#adopt(this.#create(), dir);
    known?.view.reveal(undefined, false);
    if (known?.shown !== dir || place === undefined) await panel.load(dir);
    if (place) panel.select(place.finding, place.index);
  }

  /** Closes the panel if it shows the run in `dir`, which has been deleted. */
  close(dir: string): void {
    if (this.#panel?.shown === dir) this.#panel.view.dispose();
  }

  /** Sends an action to the app, if it is there. */
  do(action: PanelAction): void {
    this.#panel?.do(action);
  }

  /** VS Code gives back a panel that a reload of the window closed. */
  async deserializeWebviewPanel(view: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptRun(state);
    const dir = kept?.dir ?? this.services.run.get()?.dir;
    if (dir === undefined) {
      view.dispose();
      return;
    }
    await this.#adopt(view, dir).load(dir);
    if (this.services.run.get() || !kept) return;
    // A window that forgot its run finds it again by its panel.
    const manifest = await this.services.engine.openRun(dir).catch(() => undefined);
    if (manifest) await this.services.run.set(rememberedRun(manifest, dir));
  }

  /** The panel's view, for tests. */
  get view(): vscode.WebviewPanel | undefined {
    return this.#panel?.view;
  }

  #create(): vscode.WebviewPanel {
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    const isTable = activeTab?.input instanceof vscode.TabInputCustom;
    const beside = isTable || vscode.window.activeTextEditor !== undefined;
    const split = beside && vscode.window.tabGroups.all.length === 1;
    const view = vscode.window.createWebviewPanel(
      PANEL_VIEW_TYPE,
      vscode.l10n.t('Findings'),
      beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
      {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: panelRoots(this.services.context.extensionUri),
      },
    );
    // Two texts side by side want more room than the dataset; a layout that the user made is left alone.
    if (split) void vscode.commands.executeCommand('vscode.setEditorLayout', WIDER_PANEL);
    return view;
  }

  #adopt(view: vscode.WebviewPanel, dir: string): Panel {
    const panel = new Panel(this.services, this.jumps, view, dir, () => this.#ready.fire());
    const media = (name: string) => vscode.Uri.joinPath(this.services.context.extensionUri, 'media', name);
    view.iconPath = { light: media('icon-light.svg'), dark: media('icon-dark.svg') };
    view.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    this.#panel?.view.dispose();
    this.#panel = panel;
    return panel;
  }
}
