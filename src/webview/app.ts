/** The app: header, list, pair and footer, and what passes between them. */
import { NO_FILTER, type FindingId, type ScoreName } from '../shared/findingQuery.js';
import type { Progress } from '../shared/run.js';
import type { PanelAction, PanelNotice, PanelRun, PanelState } from '../shared/panelCalls.js';
import { showCalibration } from './calibration/calibrationDialog.js';
import { emptyPage, nothingFound } from './emptyPage.js';
import { FilterBar } from './filter/filterBar.js';
import { Header } from './header.js';
import { HistogramPane } from './histogram/histogramPane.js';
import type { Host } from './host.js';
import { ListPane } from './list/listPane.js';
import { PairPane } from './pair/pairPane.js';
import { Footer } from './parts/footer.js';
import { showHelp } from './parts/help.js';
import { meaning, type ListMove } from './parts/keys.js';
import { SHOWN_KINDS, type ShownKind } from './parts/names.js';
import type { Tooltip } from './parts/tooltip.js';
import { problem } from './parts/waiting.js';
import { reportFocus } from './parts/focus.js';
import { t } from './parts/l10n.js';
import { panes } from './panes.js';
import { kindsThatShow, queryOf, startingPlace, switchKind, type Query } from './place.js';
import { ReviewPart } from './review/reviewPart.js';

/** One run on screen. */
export class App {
  readonly elements: readonly HTMLElement[];
  readonly #header: Header;
  readonly #histogram: HistogramPane;
  readonly #filter: FilterBar;
  readonly #list: ListPane;
  readonly #pair: PairPane;
  readonly #footer: Footer;
  readonly #review: ReviewPart;
  #state: PanelState;
  /** No finding passes the filter; the one selected before is kept for when it does again. */
  #isEmpty = false;
  /** In place of list and pair where nothing was found. */
  readonly #empty: HTMLElement | undefined;
  /** Until the pair at hand stands. */
  #shown: Promise<void> | undefined;

  constructor(
    readonly host: Host,
    readonly run: PanelRun,
    tooltip: Tooltip,
  ) {
    this.#state = startingPlace(run, host.restore());
    host.keep(this.#state);
    const { calls } = host;
    this.#header = new Header({
      run,
      tooltip,
      onKind: (kind) => this.#switchKind(kind),
      onSkipped: () =>
        void this.#attempt(t('The skipped records could not be opened.'), calls.call('showSkipped', {})),
      onCalibration: () => {
        const shown = calls
          .call('calibration', {})
          .then((view) => showCalibration(view, run.manifest, tooltip));
        void this.#attempt(t('The calibration could not be opened.'), shown);
      },
    });
    this.#histogram = new HistogramPane({
      tooltip,
      score: this.#state.histogram,
      open: this.#state.histogramOpen,
      onOpen: (histogramOpen) => this.#keep({ histogramOpen }),
      fetchHistogram: (query, score, signal) => calls.call('histogram', { query, score }, { signal }),
      onScore: (histogram) => this.#changeHistogram(histogram),
      onRange: (score, range) => {
        const others = this.#state.ranges.filter((one) => one.score !== score);
        this.#changeQuery({ ranges: range ? [...others, range] : others });
      },
    });
    this.#filter = new FilterBar({
      tooltip,
      query: this.#query,
      end: this.#histogram.toggle,
      fetchFacets: () => calls.call('facets', {}),
      onQuery: (change) => this.#changeQuery(change),
    });
    this.#review = new ReviewPart({
      run,
      calls,
      tooltip,
      list: () => this.#list,
      excludable: () => this.#pair.excludable,
      query: () => this.#query,
      onQuery: (change) => this.#changeQuery(change),
      onAction: (action) => this.do(action),
      onProgress: (progress) => this.#header.showRoutes(progress),
      onProblem: (what, error) => {
        // What was recorded before must not be read as the answer to this.
        this.#footer.say('');
        this.#pair.say(problem(what, error));
      },
      announce: (text) => this.#footer.say(text),
    });
    this.#list = new ListPane({
      tools: [this.#filter.element, this.#histogram.element, ...this.#review.tools],
      fetchList: (query, signal, onProgress) =>
        calls.call<'list', Progress>('list', query, { signal, onProgress }),
      onStop: (shown) => this.#changeQuery(shown ?? { ...NO_FILTER, group: { by: 'none' } }),
      fetchRows: (ids) => calls.call('rows', { ids }),
      fetchHeadings: (group, ids) => calls.call('headings', { group, ids }),
      onSelect: (id) => this.#select(id),
      onShowAll: () => this.#clearFilter(),
      reviewer: run.review.reviewer,
      verdicts: this.#review.filters,
      offer: this.#review.offer,
      onRow: (row) => this.#review.reviewing.row(row),
      onRefresh: () => this.do('refreshList'),
    });
    this.#pair = new PairPane({
      tooltip,
      look: { layout: this.#state.layout, show: this.#state.show, conversation: false },
      toll: run.manifest.parameters.passageToll,
      fetchPair: (finding, index) => calls.call('pair', { finding, index }),
      onJump: (to) => this.#jump(to),
      fetchRefinement: (finding, index, signal) => calls.call('refine', { finding, index }, { signal }),
      fetchConversation: (finding, index) => calls.call('conversation', { finding, index }),
      onOriginal: (index) => this.#showPair(this.#state.selected, index),
      onLook: ({ layout, show }) => this.#keep({ layout, show }),
      onMetaFilter: (filter) => this.#changeQuery({ meta: [...this.#state.meta, filter] }),
      onAction: (action) => this.do(action),
      announce: (text) => this.#footer.say(text),
    });
    this.#footer = new Footer(this.#review.reviewing, (action) => this.do(action));
    this.#header.show(this.#state.kinds);
    if (nothingFound(run)) {
      this.#empty = emptyPage(run);
      this.elements = [this.#header.element, this.#empty];
      return;
    }
    const main = panes(this.#list.element, this.#pair.element, this.#state, (change) => this.#keep(change));
    this.elements = [this.#header.element, main, this.#footer.element];
    document.addEventListener('keydown', (event) => this.#key(event));
    host.onNotice((notice) => this.#notice(notice));
  }

  /** Loads the list and the pair of the kept place, and takes the focus. */
  start(): void {
    this.#takeFocus();
    window.addEventListener('focus', () => this.#takeFocus());
    if (this.#empty) return;
    const { selected, index } = this.#state;
    if (selected !== undefined) this.#showPair(selected, index);
    this.#filter.show(this.#query);
    this.#review.start();
    void this.#list.load(this.#query, selected).then(() => this.#loadRest());
    reportFocus((keys) => void this.host.calls.call('focus', { keys }));
  }

  /** What may stand a moment after the first rows and their pair. */
  async #loadRest(): Promise<void> {
    await this.#shown;
    await this.#histogram.load(this.#query);
    await this.#filter.loadFacets();
  }

  /** Only if VS Code gave it to this page and no element has it: a palette that was opened meanwhile keeps it. */
  #takeFocus(): void {
    if (document.hasFocus() && document.activeElement === document.body) (this.#empty ?? this.#list).focus();
  }

  /** What a key, a button or a command asks for. */
  do(action: PanelAction): void {
    const actions: Readonly<Record<PanelAction, () => void>> = { ...this.#actions, ...this.#review.actions };
    actions[action]();
  }

  readonly #actions = {
    nextFinding: () => this.#list.selectIndex(this.#list.index + 1),
    previousFinding: () => this.#list.selectIndex(this.#list.index - 1),
    nextRun: () => this.#pair.step(1),
    previousRun: () => this.#pair.step(-1),
    openOriginal: () => this.#jump('original'),
    openSuspect: () => this.#jump('suspect'),
    openDiff: () => this.#jump('diff'),
    focusFilter: () => this.#filter.focusText(),
    toggleFilters: () => this.#filter.toggle(),
    selectAll: () => this.#selectAll(),
    refreshList: () => void this.#list.load(this.#query, this.#state.selected),
    toggleLayout: () => this.#pair.toggleLayout(),
    nextShow: () => this.#pair.nextShow(),
    toggleConversation: () => this.#pair.toggleConversation(),
    nextOriginal: () => this.#stepOriginal(1),
    previousOriginal: () => this.#stepOriginal(-1),
    copyMarkdown: () => void this.#copy(),
    showHelp: () => showHelp(),
  };

  get #query(): Query {
    return queryOf(this.#state);
  }

  #keep(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    this.host.keep(this.#state);
  }

  #changeQuery(change: Partial<Query>): void {
    this.#keep(change);
    this.#header.show(this.#state.kinds);
    this.#filter.show(this.#query);
    if (change.text !== undefined) this.#filter.setText(change.text);
    this.#review.show();
    void this.#list.load(this.#query, this.#state.selected);
    void this.#histogram.load(this.#query);
  }

  #switchKind(kind: ShownKind): void {
    this.#changeQuery({ kinds: switchKind(this.#state.kinds, kind) });
  }

  /** Takes the filter away; the kinds stay, unless they alone leave nothing. */
  #clearFilter(): void {
    this.#changeQuery({ ...NO_FILTER, kinds: kindsThatShow(this.run, this.#state.kinds) });
    this.#list.focus();
  }

  /** Shows everything, so that `selected` is there whatever it is. */
  #showAll(selected: FindingId): void {
    this.#keep({ selected });
    this.#changeQuery({ ...NO_FILTER, kinds: SHOWN_KINDS });
  }

  #changeHistogram(histogram: ScoreName): void {
    this.#keep({ histogram });
    void this.#histogram.load(this.#query);
  }

  /** The finding that is shown. */
  get #finding(): FindingId | undefined {
    return this.#isEmpty ? undefined : this.#state.selected;
  }

  #select(id: FindingId | undefined): void {
    this.#isEmpty = id === undefined;
    this.#footer.place(this.#list.place);
    if (id === undefined) this.#clearPair();
    else if (id !== this.#state.selected || !this.#pair.isShowing) this.#showPair(id, 0);
  }

  #clearPair(): void {
    const hadFocus = this.#pair.element.contains(document.activeElement);
    this.#pair.clear();
    if (hadFocus) this.#list.focus();
  }

  #showPair(finding: FindingId | undefined, index: number): void {
    if (finding === undefined) return;
    this.#keep({ selected: finding, index });
    this.#footer.say('');
    this.#shown = this.#pair.show(finding, index);
  }

  #stepOriginal(by: 1 | -1): void {
    const { index, count } = this.#pair.originals;
    if (count > 1) this.#showPair(this.#finding, (index + by + count) % count);
  }

  /** In the pair Ctrl+A is for its texts. */
  #selectAll(): void {
    if (!this.#pair.element.contains(document.activeElement)) this.#list.selectAll();
  }

  async #copy(): Promise<void> {
    const finding = this.#finding;
    if (finding === undefined) return;
    try {
      await this.host.calls.call('copyMarkdown', { finding, index: this.#state.index });
      this.#footer.say(t('Copied as Markdown'));
    } catch (error) {
      this.#pair.say(problem(t('The pair could not be copied.'), error));
    }
  }

  #jump(to: 'original' | 'suspect' | 'diff'): void {
    const finding = this.#finding;
    if (finding === undefined) return;
    const failed = {
      original: t('The original could not be opened.'),
      suspect: t('The suspect could not be opened.'),
      diff: t('The diff editor could not be opened.'),
    };
    void this.#attempt(failed[to], this.host.calls.call('jump', { finding, index: this.#state.index, to }));
  }

  async #attempt(failed: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#pair.say(problem(failed, error));
    }
  }

  #notice(notice: PanelNotice): void {
    if (notice.type === 'do') this.do(notice.action);
    else if (notice.type === 'reviewed') this.#review.reviewing.refresh();
    else if (notice.type === 'filesChanged') this.#header.showChanged(notice.names);
    else {
      this.#showPair(notice.finding, notice.index);
      if (!this.#list.selectFinding(notice.finding)) this.#showAll(notice.finding);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#filter.isText(event.target)) {
      this.#list.focus();
      return;
    }
    if (event.key === 'Escape' && this.#list.isList(event.target) && this.#list.selectOne()) return;
    const meant = meaning(event, this.run.singleKeys);
    if (!meant) return;
    event.preventDefault();
    if ('action' in meant) this.do(meant.action);
    else this.#move(meant.move, meant.extend);
  }

  #move(move: ListMove, extend: boolean): void {
    const { index, page, count } = this.#list;
    if (move === 'into') this.#list.toggleGroup(true);
    else if (move === 'out') this.#list.leaveGroup();
    else {
      const targets = {
        up: index - 1,
        down: index + 1,
        pageUp: index - page,
        pageDown: index + page,
        home: 0,
        end: count - 1,
      };
      this.#list.selectIndex(targets[move], extend ? 'extend' : 'only');
    }
  }
}
