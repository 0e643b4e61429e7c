/** The dataset editor's app: search, rows, record and status, and what passes between them. */
import type { DatasetAction, DatasetNotice, DatasetState, DatasetView } from '../../shared/datasetCalls.js';
import type { TableFindings, TableSize } from '../../shared/tableCalls.js';
import type { SelectHow } from '../list/selection.js';
import { el } from '../parts/dom.js';
import type { Tooltip } from '../parts/tooltip.js';
import { showHelp } from '../parts/help.js';
import { plural, t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import { problem } from '../parts/waiting.js';
import { followCount } from './counting.js';
import type { Move, RecordGrid } from './grid/recordGrid.js';
import { TABLE_KEYS } from './help.js';
import type { Host } from './host.js';
import { Judging } from './judging.js';
import { isFind, isUndoInInput, meaning } from './keys.js';
import { changed, Messages } from './messages.js';
import { startingPlace } from './place.js';
import { RecordPane } from './record/recordPane.js';
import { Rows } from './rows.js';
import { Searching, type Search } from './search/searching.js';
import { splitter } from './splitter.js';
import { estimated, Status } from './status.js';
import { ToolButtons } from './toolButtons.js';
import { Verdicts } from './verdicts.js';

export class App {
  readonly elements: readonly HTMLElement[];
  readonly #grid: RecordGrid;
  readonly #rows: Rows;
  readonly #pane: RecordPane;
  readonly #searching: Searching;
  readonly #tools: ToolButtons;
  readonly #status: Status;
  readonly #messages: Messages;
  readonly #progress = el('div', { class: 'count-progress', hidden: '' });
  readonly #main = el('main', { class: 'table' });
  readonly #bottom: HTMLElement;
  #state: DatasetState;
  #size: TableSize;
  #findings: TableFindings | undefined;
  readonly #singleKeys: boolean;
  readonly #verdicts: Verdicts | undefined;
  readonly #judging: Judging;
  /** The reader asked for the last record while it is not known which that is; in which way. */
  #wantsLast: SelectHow | undefined;

  constructor(
    readonly host: Host,
    view: DatasetView,
    tooltip: Tooltip,
    /** Opens the file anew, or only the view of it. */
    private readonly onReload: (what: 'file' | 'view') => void,
  ) {
    const { calls } = host;
    this.#state = startingPlace(host.restore());
    this.#messages = new Messages(view.notes);
    this.#size = view.size;
    this.#findings = view.findings;
    this.#verdicts = view.findings && new Verdicts(calls, view.findings);
    this.#judging = new Judging({
      verdicts: this.#verdicts,
      reviewer: view.reviewer,
      record: () => this.#state.record,
      shown: () => this.#rows.findings(this.#state.record) ?? this.#pane.findings,
      selected: () => this.#grid.selected,
      isSelected: (record) => this.#grid.isSelected(record),
      onReviewed: () => this.#reviewed(),
      onSelect: (record) => this.#select(record),
      onProblem: (what, error) => this.#messages.say(problem(what, error)),
      announce: (text) => this.#status.say(text),
      onLeave: () => this.#grid.element.focus(),
    });
    this.#singleKeys = view.singleKeys;
    this.#rows = new Rows({
      calls,
      view,
      found: () => this.#searching.found,
      onSelect: (record, how) => this.#select(record, how),
      onOpen: () => this.do('toggleRecord'),
      onProblem: (error) => this.#messages.say(problem(t('Some records could not be read.'), error)),
    });
    this.#grid = this.#rows.grid;
    this.#pane = new RecordPane({
      fetch: (record) => calls.call('record', { record }),
      onFinding: ({ id }) => void this.#attempt(calls.call('showFinding', { finding: id })),
    });
    const { find, matchCase } = this.#state;
    this.#searching = new Searching({
      calls,
      tooltip,
      last: { find, matchCase },
      record: () => this.#state.record,
      isShown: (record) => this.#rows.shown.has(record),
      onSearch: (search) => this.#searched(search),
      onFound: () => this.#rows.mark(),
      onSelect: (record) => this.#select(record),
      onProblem: (error) => this.#messages.say(problem(t('The search ended early.'), error)),
      onLeave: () => this.#grid.element.focus(),
    });
    this.#status = new Status(view);
    this.#bottom = el('div', { class: 'record-place' });
    const bar = splitter(this.#main, this.#state.detailShare, (detailShare) => {
      this.#keep({ detailShare });
      this.#main.style.setProperty('--record-share', String(detailShare));
    });
    this.#bottom.append(bar, this.#pane.element);
    this.#main.append(this.#rows.element, this.#bottom);
    this.#tools = new ToolButtons(tooltip, this.#rows.withFindings > 0, (action) => this.do(action));
    this.elements = [
      el('div', { class: 'tools' }, this.#searching.element, this.#tools.element),
      this.#progress,
      this.#messages.element,
      this.#main,
      this.#judging.editor.element,
      this.#status.element,
    ];
  }

  /** Shows the kept place and takes the focus; goes on counting until `signal` is aborted. */
  start(signal: AbortSignal): void {
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    window.addEventListener('focus', () => this.#takeFocus(), { signal });
    this.host.onNotice((notice) => {
      if (!signal.aborted) this.#notice(notice);
    });
    this.#status.findings(this.#findings);
    this.#sized(this.#size);
    this.#showDetail();
    this.#showOnly(this.#state.onlyFindings && this.#rows.withFindings > 0);
    this.#select(this.#rows.shown.near(this.#state.record));
    this.#searching.resume();
    this.#takeFocus();
    void this.#count(signal);
  }

  /** What a key, a button or a command asks for. */
  do(action: DatasetAction): void {
    this.#actions[action]();
  }

  readonly #actions: Readonly<Record<DatasetAction, () => void>> = {
    find: () => this.#searching.focus(),
    nextHit: () => this.#searching.step(1),
    previousHit: () => this.#searching.step(-1),
    goToRecord: () => void this.#goTo(),
    nextFinding: () => this.#stepFinding(1),
    previousFinding: () => this.#stepFinding(-1),
    showFinding: () => this.#showFinding(),
    toggleRecord: () => {
      this.#keep({ detail: !this.#state.detail });
      this.#showDetail();
    },
    toggleOnlyFindings: () => this.#toggleOnly(),
    selectAll: () => this.#selectAll(),
    confirm: () => this.#judging.judge('confirmed'),
    dismiss: () => this.#judging.judge('dismissed'),
    unsure: () => this.#judging.judge('unsure'),
    clearVerdict: () => this.#judging.judge('cleared'),
    editNote: () => void this.#judging.note(),
    undoVerdict: () => this.#judging.step('undo'),
    redoVerdict: () => this.#judging.step('redo'),
    showHelp: () => showHelp(TABLE_KEYS, t('They act while the rows or the record have the focus.')),
    reload: () => this.onReload('file'),
  };

  async #count(signal: AbortSignal): Promise<void> {
    try {
      await followCount(this.host.calls, this.#size, (size) => this.#sized(size), signal);
    } catch (error) {
      this.#messages.say(problem(t('The records could not be counted to the end.'), error));
    }
  }

  #sized(size: TableSize): void {
    const { record } = this.#state;
    const isReached = record >= this.#size.records && record < size.records;
    this.#size = size;
    if (isReached) this.#showRecord();
    this.#showRecords();
    this.#progress.hidden = size.exact;
    this.#progress.style.setProperty('--done', String(size.bytesDone / Math.max(1, size.bytes)));
    this.#rows.sized(size);
    if (!size.exact || this.#state.onlyFindings) return;
    const last = Math.max(0, size.records - 1);
    if (this.#wantsLast || this.#grid.current > last) this.#select(last, this.#wantsLast);
  }

  #keep(change: Partial<DatasetState>): void {
    this.#state = { ...this.#state, ...change };
    this.host.keep(this.#state);
  }

  /** Makes a record the current one; one that is not among those shown is shown with all others. */
  #select(record: number, how: SelectHow = 'only'): void {
    const isHidden = !this.#rows.shown.has(record);
    if (isHidden) this.#showOnly(false);
    this.#wantsLast = undefined;
    this.#keep({ record });
    this.#grid.select(record, how);
    this.#status.say(
      isHidden ? t('Record {0} has no finding: all records are shown again.', whole(record)) : '',
    );
    this.#showSelected();
    this.#searching.show();
    this.#showRecord();
  }

  #move(move: Move, extend: boolean): void {
    const how = extend ? 'extend' : 'only';
    this.#select(this.#grid.moved(move), how);
    if (move === 'last' && !this.#size.exact && !this.#state.onlyFindings) this.#wantsLast = how;
  }

  #toggleOnly(): void {
    if (this.#rows.withFindings === 0) {
      this.#status.say(t('The run found nothing in this file: all records are shown.'));
      return;
    }
    this.#showOnly(!this.#state.onlyFindings);
    this.#select(this.#grid.current);
    const only = plural(
      this.#rows.withFindings,
      'Only the {0} record with findings is shown.',
      'Only the {0} records with findings are shown.',
    );
    this.#status.say(this.#state.onlyFindings ? only : t('All records are shown.'));
  }

  #showOnly(onlyFindings: boolean): void {
    this.#keep({ onlyFindings });
    this.#tools.showOnly(onlyFindings);
    this.#rows.setOnly(onlyFindings);
    this.#searching.reshow();
    this.#rows.mark();
    this.#showRecords();
  }

  #showRecords(): void {
    this.#status.records(this.#size, this.#rows.shown.only?.length);
  }

  /** In the whole record Ctrl+A is for its text. */
  #selectAll(): void {
    if (this.#pane.element.contains(document.activeElement)) return;
    this.#grid.selectAll();
    this.#showSelected();
  }

  #showSelected(): void {
    const { selected } = this.#grid;
    this.#status.selected(
      selected,
      this.#verdicts?.of((record) => this.#grid.isSelected(record)),
    );
  }

  #showDetail(): void {
    this.#bottom.hidden = !this.#state.detail;
    this.#showRecord();
  }

  #showRecord(): void {
    const { detail, record } = this.#state;
    if (detail && record < this.#size.records) void this.#pane.show(record, this.#searching.found);
  }

  #searched(search: Search): void {
    this.#keep(search);
    this.#rows.renew();
    this.#showRecord();
  }

  #stepFinding(by: 1 | -1): void {
    const records = this.#findings?.records ?? [];
    const at = this.#state.record;
    const next = by === 1 ? records.find((found) => found > at) : records.findLast((found) => found < at);
    const target = next ?? (by === 1 ? records[0] : records.at(-1));
    if (target !== undefined) this.#select(target);
  }

  #showFinding(): void {
    const best = this.#verdicts?.bestOf(this.#state.record);
    if (best !== undefined) void this.#attempt(this.host.calls.call('showFinding', { finding: best }));
  }

  /** Rows are fetched anew, with the verdicts as they are now. */
  #reviewed(): void {
    this.#rows.renew();
    this.#showRecord();
  }

  async #goTo(): Promise<void> {
    const record = await this.host.calls.call('askRecord', { records: estimated(this.#size) });
    if (record === undefined) return;
    this.#select(record);
    this.#grid.element.focus();
  }

  #notice(notice: DatasetNotice): void {
    if (notice.type === 'reveal') this.#select(notice.record);
    else if (notice.type === 'do') this.do(notice.action);
    else if (notice.type === 'run') this.onReload('view');
    else if (notice.type === 'reviewed') this.#reviewed();
    else this.#messages.say(changed(() => this.onReload('file')));
  }

  async #attempt(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#messages.say(problem(t('The finding could not be opened.'), error));
    }
  }

  #key(event: KeyboardEvent): void {
    if (isUndoInInput(event)) event.stopPropagation();
    if (isFind(event)) this.do('find');
    if (event.key === 'Escape' && event.target === this.#grid.element) this.#select(this.#state.record);
    const meant = meaning(event, this.#singleKeys);
    if (!meant) return;
    event.preventDefault();
    if ('action' in meant) this.do(meant.action);
    else this.#move(meant.move, meant.extend);
  }

  /** Only if VS Code gave it to this page and no element has it. */
  #takeFocus(): void {
    if (document.hasFocus() && document.activeElement === document.body) this.#grid.element.focus();
  }
}
