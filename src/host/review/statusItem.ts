/** The status bar's word on the review of the current run; a click shows the findings. */
import * as vscode from 'vscode';
import type { ReviewProgress } from '../../shared/verdict.js';
import { COMMANDS } from '../ids.js';
import type { CurrentRun } from '../run/currentRun.js';
import type { Engine } from '../engine/engine.js';
import type { Reviews } from './reviews.js';

export class StatusItem implements vscode.Disposable {
  readonly item = vscode.window.createStatusBarItem('review', vscode.StatusBarAlignment.Left, 10);
  readonly #listening: vscode.Disposable;

  constructor(
    private readonly run: CurrentRun,
    private readonly reviews: Reviews,
    private readonly engine: Engine,
  ) {
    this.item.name = vscode.l10n.t('Distillation Evidence: Review');
    this.item.command = COMMANDS.showFindings;
    this.#listening = vscode.Disposable.from(
      run.onDidChange(() => this.#meet()),
      reviews.onDidChange(({ dir, progress }) => {
        if (dir === run.get()?.dir) this.#show(progress);
      }),
    );
    this.#meet();
  }

  /** Shows that there is a run; how far its review is only where no worker has to be started to know it. */
  #meet(): void {
    const dir = this.run.get()?.dir;
    if (dir === undefined) {
      this.item.hide();
      return;
    }
    this.item.text = `$(checklist) ${vscode.l10n.t('Findings')}`;
    this.item.tooltip = vscode.l10n.t('Show the findings of the last comparison');
    this.item.show();
    if (this.engine.running) void this.reviews.progress(dir).catch(() => this.item.hide());
  }

  #show({ reviewer, total, counts }: ReviewProgress): void {
    const judged = total - counts.open;
    const [done, all] = [judged.toLocaleString(), total.toLocaleString()];
    const said = total === 0 ? vscode.l10n.t('Nothing found') : vscode.l10n.t('{0} of {1} judged', done, all);
    this.item.text = `$(checklist) ${said}`;
    const words = [
      vscode.l10n.t('{0} confirmed', counts.confirmed.toLocaleString()),
      vscode.l10n.t('{0} dismissed', counts.dismissed.toLocaleString()),
      vscode.l10n.t('{0} unsure', counts.unsure.toLocaleString()),
      vscode.l10n.t('{0} open', counts.open.toLocaleString()),
    ];
    if (counts.disagreement > 0)
      words.push(vscode.l10n.t('{0} where reviewers disagree', counts.disagreement.toLocaleString()));
    this.item.tooltip = vscode.l10n.t(
      'Review by {0}: {1}. Click to show the findings.',
      reviewer,
      words.join(', '),
    );
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Review of findings: {0} of {1} judged', done, all),
    };
    this.item.show();
  }

  dispose(): void {
    this.#listening.dispose();
    this.item.dispose();
  }
}
