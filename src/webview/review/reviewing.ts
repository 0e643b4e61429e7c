/** Judging: from keys, buttons and groups to recorded verdicts, and on to the next open finding. */
import type { FindingId, FindingRow } from '../../shared/engineCalls.js';
import type { PanelAction, PanelCalls, PanelRun } from '../../shared/panelCalls.js';
import type { Client } from '../../shared/rpc.js';
import { routesIn } from '../../shared/route.js';
import type { ReviewChange, ReviewProgress, Verdict } from '../../shared/verdict.js';
import { standingRoutes } from '../../core/review/standingRoutes.js';
import type { ListPane } from '../list/listPane.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { ExclusionEditor } from './exclusionEditor.js';
import { InOrder } from './inOrder.js';
import { isMeant, judgedWords, NOT_STEPPED, notedWords, sentences, steppedWords } from './manyVerdicts.js';
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
  /** The text that is selected in the pair, or else its passage. */
  readonly excludable: () => string;
  readonly onAction: (action: PanelAction) => void;
  readonly onProgress: (progress: ReviewProgress) => void;
  readonly onProblem: (what: string, error: unknown) => void;
  readonly announce: (text: string) => void;
}

export type ReviewAction =
  | 'confirm'
  | 'dismiss'
  | 'unsure'
  | 'clearVerdict'
  | 'editNote'
  | 'editRoutes'
  | 'excludeText'
  | 'undoVerdict'
  | 'redoVerdict';

export class Reviewing {
  readonly buttons: VerdictButtons;
  readonly line: VerdictLine;
  readonly editor = new NoteEditor();
  readonly routeEditor = new RouteEditor();
  readonly exclusionEditor = new ExclusionEditor();
  readonly progress: ProgressWord;
  readonly #inOrder: InOrder;

  constructor(readonly options: ReviewingOptions) {
    const { tooltip, run, onAction, onProblem } = options;
    this.#inOrder = new InOrder(onProblem);
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
    excludeText: () => void this.#exclude(),
    undoVerdict: () => this.#step('undo'),
    redoVerdict: () => this.#step('redo'),
  };

  /** Judges `findings`, the selected ones when absent, as one step, and goes on to the next open finding. */
  judge(verdict: Verdict, findings?: readonly FindingId[]): void {
    this.#inOrder.do(t('The verdict was not recorded.'), () => this.#judge(verdict, findings));
  }

  /** Shows the verdicts on the selected finding's row. */
  row(row: FindingRow | undefined): void {
    const own = row?.judgements.find(({ reviewer }) => reviewer === this.options.run.review.reviewer);
    this.buttons.show(own);
    this.line.show(row?.judgements);
  }

  /** Reads what others judged meanwhile. */
  refresh(): void {
    this.#inOrder.do(t('The verdicts could not be read.'), async () => {
      this.#show(await this.options.calls.call('review', {}));
      this.options.list().refreshRows();
    });
  }

  async #judge(verdict: Verdict, given?: readonly FindingId[]): Promise<void> {
    const list = this.options.list();
    const findings = given ?? list.chosen;
    if (findings.length === 0 || !(await isMeant(verdict, findings.length))) return;
    const before = list.index;
    const change = await this.options.calls.call('judge', { findings, verdict });
    this.#apply(change);
    // Who went on meanwhile stays where they are.
    if (verdict !== 'cleared' && list.index === before) list.selectIndex(list.nextOpen());
    this.options.announce(
      sentences(
        judgedWords(verdict, findings.length),
        judgedText(change.progress),
        verdict !== 'cleared' && list.isJudged(list.index) && t('None in this list is open any more'),
      ),
    );
  }

  #step(way: 'undo' | 'redo'): void {
    this.#inOrder.do(NOT_STEPPED[way], async () => {
      const change = await this.options.calls.call(way, {});
      this.#apply(change);
      this.options.list().selectOneOf(change.changed.map(({ finding }) => finding));
      this.options.announce(steppedWords(way, change));
    });
  }

  async #note(): Promise<void> {
    const list = this.options.list();
    const findings = list.chosen;
    if (findings.length === 0) return;
    const row = findings.length === 1 ? list.row : undefined;
    const own = row?.judgements.find(({ reviewer }) => reviewer === this.options.run.review.reviewer);
    const title = row
      ? t('Note on record {0}', whole(row.record))
      : t('Note on {0} findings', whole(findings.length));
    const note = await this.editor.edit(findings, title, own?.note ?? '');
    if (!this.editor.isOpen) list.focus();
    if (note === undefined) return;
    this.#inOrder.do(t('The note was not recorded.'), async () => {
      this.#apply(await this.options.calls.call('judge', { findings, note }));
      this.options.announce(notedWords(note, findings.length));
    });
  }

  async #routes(): Promise<void> {
    const list = this.options.list();
    const findings = list.chosen;
    if (findings.length === 0) return;
    const row = findings.length === 1 ? list.row : undefined;
    const title = row
      ? t('Innocent routes of record {0}', whole(row.record))
      : t('Innocent routes of {0} findings', whole(findings.length));
    const { reviewer } = this.options.run.review;
    const routes = await this.routeEditor.edit({
      findings,
      title,
      standing: row && standingRoutes(row.flags, row.judgements, reviewer),
      shown: row ? routesIn(row.flags) : [],
    });
    if (!this.routeEditor.isOpen) list.focus();
    if (routes === undefined || Object.keys(routes).length === 0) return;
    this.#inOrder.do(t('The innocent routes were not recorded.'), async () => {
      this.#apply(await this.options.calls.call('judge', { findings, routes }));
      this.options.announce(t('Innocent routes saved.'));
    });
  }

  async #exclude(): Promise<void> {
    const exclusion = await this.exclusionEditor.edit(this.options.excludable());
    if (!this.exclusionEditor.isOpen) this.options.list().focus();
    if (exclusion === undefined) return;
    this.#inOrder.do(t('The text was not excluded.'), async () => {
      await this.options.calls.call('exclude', exclusion);
      this.options.announce(t('Excluded. This run stays as it is: compare again to leave the text out.'));
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
}

/** The footer's two lines above the keys: what is said of the finding, and the editors of its note, its routes and what is excluded. */
export function reviewLines(reviewing: Reviewing, said: HTMLElement): HTMLElement {
  return el(
    'div',
    { class: 'review-lines' },
    reviewing.editor.element,
    reviewing.routeEditor.element,
    reviewing.exclusionEditor.element,
    reviewing.line.element,
    said,
  );
}
