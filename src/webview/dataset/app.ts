/** The dataset editor's app: search, rows, record and status, and what passes between them. */
import type { DatasetAction, DatasetNotice, DatasetState, DatasetView } from '../../shared/datasetCalls.js';
import type { SearchProgress, TableFinding, TableFindings, TableSize } from '../../shared/tableCalls.js';
import { el } from '../parts/dom.js';
import type { Tooltip } from '../parts/tooltip.js';
import { showHelp } from '../parts/help.js';
import { problem } from '../parts/waiting.js';
import { RecordCache } from './grid/recordCache.js';
import { RecordGrid, type Move } from './grid/recordGrid.js';
import { renderRow } from './grid/recordRow.js';
import { TABLE_KEYS } from './help.js';
import type { Host } from './host.js';
import { Judging } from './judging.js';
import { isFind, isUndoInInput, meaning } from './keys.js';
import { changed, Messages } from './messages.js';
import { Overview } from './overview.js';
import { startingPlace } from './place.js';
import { RecordPane } from './record/recordPane.js';
import { SearchBar } from './search/searchBar.js';
import { Searches } from './search/searches.js';
import { splitter } from './splitter.js';
import { estimated, Status } from './status.js';
import { toolButtons } from './toolButtons.js';
import { Verdicts } from './verdicts.js';

/** Between two looks at how far the count is. */
const COUNT_MS = 100;

export class App {
  readonly elements: readonly HTMLElement[];
  readonly #grid: RecordGrid;
  readonly #rows: RecordCache;
  readonly #pane: RecordPane;
  readonly #bar: SearchBar;
  readonly #searches: Searches;
  readonly #overview: Overview;
  readonly #status: Status;
  readonly #messages: Messages;
  readonly #progress = el('div', { class: 'count-progress', hidden: '' });
  readonly #main = el('main', { class: 'table' });
  readonly #bottom: HTMLElement;
  #state: DatasetState;
  #size: TableSize;
  #findings: TableFindings | undefined;
  readonly #singleKeys: boolean;
  readonly #judging: Judging;
  /** The reader asked for the last record while it is not known which that is. */
  #wantsLast = false;
  /** A search that is taken up again does not move the reader. */
  #jumps = true;

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
    this.#judging = new Judging({
      verdicts: view.findings && new Verdicts(calls, view.findings),
      reviewer: view.reviewer,
      record: () => this.#state.record,
      best: () => this.#best,
      onReviewed: () => this.#reviewed(),
      onSelect: (record) => this.#select(record),
      onProblem: (what, error) => this.#messages.say(problem(what, error)),
      onLeave: () => this.#grid.element.focus(),
    });
    this.#singleKeys = view.singleKeys;
    this.#rows = new RecordCache({
      fetch: (first, count) => {
        const { find } = this.#searches.found;
        return calls.call('rows', { first, count, ...(find && { find }) });
      },
      known: () => this.#size.records,
      onRows: () => this.#grid.refresh(),
      onProblem: (error) => this.#messages.say(problem('Some records could not be read.', error)),
    });
    this.#grid = new RecordGrid({
      label: `Records of ${view.name}`,
      columns: ['Record', 'Prompt', 'Response', ...(view.findings ? ['Finding'] : [])],
      render: (row, record) =>
        renderRow(
          row,
          record,
          this.#rows.get(record),
          this.#searches.found,
          this.#findings !== undefined,
          view.reviewer,
        ),
      onView: (first, last) => this.#rows.want(first, last),
      onSelect: (record) => this.#select(record),
      onOpen: () => this.do('toggleRecord'),
    });
    this.#pane = new RecordPane({
      fetch: (record) => calls.call('record', { record }),
      onFinding: ({ id }) => void this.#attempt('The finding', calls.call('showFinding', { finding: id })),
    });
    this.#searches = new Searches({
      search: (find, signal, onProgress) =>
        calls.call<'search', SearchProgress>('search', find, { signal, onProgress }),
      onChange: (first) => this.#searched(first),
      onProblem: (error) => this.#messages.say(problem('The search ended early.', error)),
    });
    this.#bar = new SearchBar({
      tooltip,
      text: this.#state.find,
      matchCase: this.#state.matchCase,
      onSearch: (find, matchCase) => this.#search(find, matchCase),
      onStep: (by) => this.#step(by),
      onCancel: () => {
        this.#searches.stop();
        this.#searched(undefined);
      },
      onLeave: () => this.#grid.element.focus(),
    });
    this.#overview = new Overview((record) => this.#select(record));
    this.#status = new Status(view);
    this.#bottom = el('div', { class: 'record-place' });
    const bar = splitter(this.#main, this.#state.detailShare, (detailShare) => {
      this.#keep({ detailShare });
      this.#main.style.setProperty('--record-share', String(detailShare));
    });
    this.#bottom.append(bar, this.#pane.element);
    this.#main.append(el('div', { class: 'rows' }, this.#grid.element, this.#overview.element), this.#bottom);
    const tools = el(
      'div',
      { class: 'tools' },
      this.#bar.element,
      toolButtons(tooltip, (action) => this.do(action)),
    );
    this.elements = [
      tools,
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
    const { record, find, matchCase } = this.#state;
    this.#select(Math.min(record, Math.max(0, this.#grid.count - 1)));
    this.#jumps = false;
    if (find !== '') this.#searches.start({ text: find, matchCase }, record);
    this.#takeFocus();
    void this.#count(signal);
  }

  /** What a key, a button or a command asks for. */
  do(action: DatasetAction): void {
    this.#actions[action]();
  }

  readonly #actions: Readonly<Record<DatasetAction, () => void>> = {
    find: () => this.#bar.focus(),
    nextHit: () => this.#step(1),
    previousHit: () => this.#step(-1),
    goToRecord: () => void this.#goTo(),
    nextFinding: () => this.#stepFinding(1),
    previousFinding: () => this.#stepFinding(-1),
    showFinding: () => this.#showFinding(),
    toggleRecord: () => {
      this.#keep({ detail: !this.#state.detail });
      this.#showDetail();
    },
    confirm: () => void this.#judging.judge('confirmed'),
    dismiss: () => void this.#judging.judge('dismissed'),
    unsure: () => void this.#judging.judge('unsure'),
    clearVerdict: () => void this.#judging.judge('cleared'),
    editNote: () => void this.#judging.note(),
    undoVerdict: () => void this.#judging.step('undo'),
    redoVerdict: () => void this.#judging.step('redo'),
    showHelp: () => showHelp(TABLE_KEYS, 'They act while the rows or the record have the focus.'),
    reload: () => this.onReload('file'),
  };

  async #count(signal: AbortSignal): Promise<void> {
    const ended = () => signal.aborted;
    try {
      while (!this.#size.exact) {
        const size = await this.host.calls.call('counted', { known: this.#size });
        if (ended()) return;
        this.#sized(size);
        await new Promise((resolve) => setTimeout(resolve, COUNT_MS));
      }
    } catch (error) {
      if (!ended()) this.#messages.say(problem('The records could not be counted to the end.', error));
    }
  }

  #sized(size: TableSize): void {
    this.#size = size;
    this.#status.records(size);
    this.#progress.hidden = size.exact;
    this.#progress.style.setProperty('--done', String(size.bytesDone / Math.max(1, size.bytes)));
    this.#grid.setCount(estimated(size));
    this.#overview.show(this.#grid.count, this.#findings, this.#searches.found);
    if (!size.exact) return;
    const last = Math.max(0, size.records - 1);
    if (this.#wantsLast || this.#grid.current > last) this.#select(last);
  }

  #keep(change: Partial<DatasetState>): void {
    this.#state = { ...this.#state, ...change };
    this.host.keep(this.#state);
  }

  #select(record: number): void {
    this.#wantsLast = false;
    this.#keep({ record });
    this.#grid.select(record);
    this.#showStatus();
    this.#showRecord();
  }

  #move(move: Move): void {
    this.#select(this.#grid.moved(move));
    this.#wantsLast = move === 'last' && !this.#size.exact;
  }

  #showDetail(): void {
    this.#bottom.hidden = !this.#state.detail;
    this.#showRecord();
  }

  #showRecord(): void {
    const { detail, record } = this.#state;
    if (detail && record < this.#size.records) void this.#pane.show(record, this.#searches.found);
  }

  #search(find: string, matchCase: boolean): void {
    this.#keep({ find, matchCase });
    this.#jumps = true;
    this.#searches.start({ text: find, matchCase }, this.#state.record);
    this.#rows.renew();
    this.#grid.refresh();
    this.#showRecord();
  }

  #searched(first: number | undefined): void {
    if (first !== undefined && this.#jumps) this.#select(first);
    this.#overview.show(this.#grid.count, this.#findings, this.#searches.found);
    this.#grid.refresh();
    this.#showStatus();
  }

  #showStatus(): void {
    this.#bar.show(this.#searches.status(this.#state.record));
  }

  #step(by: 1 | -1): void {
    const next = this.#searches.found.step(this.#state.record, by);
    if (next !== undefined) this.#select(next);
  }

  #stepFinding(by: 1 | -1): void {
    const records = this.#findings?.records ?? [];
    const at = this.#state.record;
    const next = by === 1 ? records.find((found) => found > at) : records.findLast((found) => found < at);
    const target = next ?? (by === 1 ? records[0] : records.at(-1));
    if (target !== undefined) this.#select(target);
  }

  /** The best finding of the current record. */
  get #best(): TableFinding | undefined {
    return (this.#rows.get(this.#state.record)?.findings ?? this.#pane.findings)[0];
  }

  #showFinding(): void {
    const best = this.#best;
    if (best) void this.#attempt('The finding', this.host.calls.call('showFinding', { finding: best.id }));
  }

  /** Rows are fetched anew, with the verdicts as they are now. */
  #reviewed(): void {
    this.#rows.renew();
    this.#grid.refresh();
    this.#showRecord();
  }

  async #goTo(): Promise<void> {
    const record = await this.host.calls.call('askRecord', { records: this.#grid.count });
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

  async #attempt(what: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#messages.say(problem(`${what} could not be opened.`, error));
    }
  }

  #key(event: KeyboardEvent): void {
    if (isUndoInInput(event)) event.stopPropagation();
    if (isFind(event)) this.do('find');
    const meant = meaning(event, this.#singleKeys);
    if (!meant) return;
    event.preventDefault();
    if ('action' in meant) this.do(meant.action);
    else this.#move(meant.move);
  }

  /** Only if VS Code gave it to this page and no element has it. */
  #takeFocus(): void {
    if (document.hasFocus() && document.activeElement === document.body) this.#grid.element.focus();
  }
}
