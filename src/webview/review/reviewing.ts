/** Judging: from keys, buttons and groups to recorded verdicts, and on to the next open finding. */
import type { FindingId, FindingRow } from '../../shared/engineCalls.js';
import type { PanelAction, PanelCalls, PanelRun } from '../../shared/panelCalls.js';
import type { Client } from '../../shared/rpc.js';
import { routesIn } from '../../shared/route.js';
import type { ReviewChange, ReviewProgress, Verdict } from '../../shared/verdict.js';
import { standingRoutes } from '../../core/review/standingRoutes.js';
import type { ListPane } from '../list/listPane.js';
import { confirmDialog } from '../parts/confirmDialog.js';
import { el } from '../parts/dom.js';
import { count, whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { NoteEditor } from './noteEditor.js';
import { judgedText, ProgressWord } from './progress.js';
import { RouteEditor } from './routeEditor.js';
import { VerdictButtons } from './verdictButtons.js';
import { VerdictLine } from './verdictLine.js';

export interface ReviewingOptions {
  readonly run: PanelRun;
  readonly calls: Client<PanelCalls>;
  readonly tooltip: Tooltip;
  readonly list: () => ListPane;
  readonly onAction: (action: PanelAction) => void;
  readonly onProgress: (progress: ReviewProgress) => void;
  readonly onProblem: (what: string, error: unknown) => void;
  readonly announce: (text: string) => void;
}

/** From so many findings on, judging them together is asked about first. */
const MANY = 50;

const PAST: Readonly<Record<Verdict, string>> = {
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  unsure: 'marked as unsure',
  cleared: 'cleared',
};

export type ReviewAction =
  | 'confirm'
  | 'dismiss'
  | 'unsure'
  | 'clearVerdict'
  | 'editNote'
  | 'editRoutes'
  | 'undoVerdict'
  | 'redoVerdict';

export class Reviewing {
  readonly buttons: VerdictButtons;
  readonly line: VerdictLine;
  readonly editor = new NoteEditor();
  readonly routeEditor = new RouteEditor();
  readonly progress: ProgressWord;
  #turn: Promise<void> = Promise.resolve();

  constructor(readonly options: ReviewingOptions) {
    const { tooltip, run, onAction } = options;
    this.buttons = new VerdictButtons(onAction);
    this.line = new VerdictLine(tooltip, run.review.reviewer);
    this.progress = new ProgressWord(tooltip);
  }

  /** Shows how far the review was when the panel opened. */
  start(): void {
    this.#show(this.options.run.review);
  }

  readonly actions: Readonly<Record<ReviewAction, () => void>> = {
    confirm: () => this.judge('confirmed'),
    dismiss: () => this.judge('dismissed'),
    unsure: () => this.judge('unsure'),
    clearVerdict: () => this.judge('cleared'),
    editNote: () => void this.#note(),
    editRoutes: () => void this.#routes(),
    undoVerdict: () => this.#queue('Nothing was undone.', () => this.#step('undo', 'Undone')),
    redoVerdict: () => this.#queue('Nothing was done again.', () => this.#step('redo', 'Done again')),
  };

  /** Judges `findings`, the selected ones when absent, as one step, and goes on to the next open finding. */
  judge(verdict: Verdict, findings?: readonly FindingId[]): void {
    this.#queue('The verdict was not recorded.', () => this.#judge(verdict, findings));
  }

  /** Shows the verdicts on the selected finding's row. */
  row(row: FindingRow | undefined): void {
    const own = row?.judgements.find(({ reviewer }) => reviewer === this.options.run.review.reviewer);
    this.buttons.show(own);
    this.line.show(row?.judgements);
  }

  /** Reads what others judged meanwhile. */
  refresh(): void {
    this.#queue('The verdicts could not be read.', async () => {
      this.#show(await this.options.calls.call('review', {}));
      this.options.list().refreshRows();
    });
  }

  async #judge(verdict: Verdict, given?: readonly FindingId[]): Promise<void> {
    const list = this.options.list();
    const findings = given ?? list.chosen;
    if (findings.length === 0 || !(await this.#isMeant(verdict, findings.length))) return;
    const before = list.index;
    const change = await this.options.calls.call('judge', { findings, verdict });
    this.#apply(change);
    // Who went on meanwhile stays where they are.
    if (verdict !== 'cleared' && list.index === before) list.selectIndex(list.nextOpen());
    const what =
      findings.length === 1
        ? capital(PAST[verdict])
        : `${count(findings.length, 'finding')} ${PAST[verdict]}`;
    const end =
      verdict !== 'cleared' && list.isJudged(list.index) ? ' None in this list is open any more.' : '';
    this.options.announce(`${what}. ${judgedText(change.progress)}.${end}`);
  }

  async #step(way: 'undo' | 'redo', done: string): Promise<void> {
    const change = await this.options.calls.call(way, {});
    this.#apply(change);
    const list = this.options.list();
    list.selectFirst(change.changed.map(({ finding }) => finding));
    const left =
      change.leftAlone > 0 ? ` ${whole(change.leftAlone)} left alone: judged again elsewhere since.` : '';
    this.options.announce(`${done} for ${count(change.changed.length, 'finding')}.${left}`);
  }

  async #note(): Promise<void> {
    const list = this.options.list();
    const findings = list.chosen;
    if (findings.length === 0) return;
    const row = findings.length === 1 ? list.row : undefined;
    const own = row?.judgements.find(({ reviewer }) => reviewer === this.options.run.review.reviewer);
    const title = row
      ? `Note on record ${whole(row.record)}`
      : `Note on ${count(findings.length, 'finding')}`;
    const note = await this.editor.edit(title, own?.note ?? '');
    list.focus();
    if (note === undefined) return;
    this.#queue('The note was not recorded.', async () => {
      this.#apply(await this.options.calls.call('judge', { findings, note }));
      this.options.announce(note === '' ? 'Note removed.' : 'Note saved.');
    });
  }

  async #routes(): Promise<void> {
    const list = this.options.list();
    const findings = list.chosen;
    if (findings.length === 0) return;
    const row = findings.length === 1 ? list.row : undefined;
    const title = row
      ? `Innocent routes of record ${whole(row.record)}`
      : `Innocent routes of ${count(findings.length, 'finding')}`;
    const { reviewer } = this.options.run.review;
    const routes = await this.routeEditor.edit({
      title,
      standing: row && standingRoutes(row.flags, row.judgements, reviewer),
      shown: row ? routesIn(row.flags) : [],
    });
    list.focus();
    if (routes === undefined || Object.keys(routes).length === 0) return;
    this.#queue('The innocent routes were not recorded.', async () => {
      this.#apply(await this.options.calls.call('judge', { findings, routes }));
      this.options.announce('Innocent routes saved.');
    });
  }

  #apply({ changed, progress }: ReviewChange): void {
    this.options.list().changeStates(changed);
    this.#show(progress);
  }

  #show(progress: ReviewProgress): void {
    this.progress.show(progress);
    this.options.onProgress(progress);
  }

  async #isMeant(verdict: Verdict, findings: number): Promise<boolean> {
    if (findings <= MANY) return true;
    const what = count(findings, 'finding');
    const text = 'All of them get the same verdict, in one step that can be undone.';
    return confirmDialog(
      `${capital(IMPERATIVE[verdict])} ${what}?`,
      text,
      `${capital(IMPERATIVE[verdict])} ${what}`,
    );
  }

  /** One after the other: a second key means the finding that the first one led to. */
  #queue(failed: string, work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error: unknown) => this.options.onProblem(failed, error));
  }
}

const IMPERATIVE: Readonly<Record<Verdict, string>> = {
  confirmed: 'confirm',
  dismissed: 'dismiss',
  unsure: 'mark as unsure',
  cleared: 'clear the verdict of',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The footer's two lines above the keys: what is said of the finding, and the editors of its note and its routes. */
export function reviewLines(reviewing: Reviewing, said: HTMLElement): HTMLElement {
  return el(
    'div',
    { class: 'review-lines' },
    reviewing.editor.element,
    reviewing.routeEditor.element,
    reviewing.line.element,
    said,
  );
}
