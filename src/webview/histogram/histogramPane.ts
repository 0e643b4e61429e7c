/** The distribution of the findings over a score, with a brush that filters by it. */
import { isCount, type Histogram, type ScoreName, type ScoreRange } from '../../shared/findingQuery.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { plural, t } from '../parts/l10n.js';
import { rangeText, SCORE_LABELS, scoreName, scoreValue } from '../parts/names.js';
import type { Tooltip } from '../parts/tooltip.js';
import type { Query } from '../place.js';
import { select } from '../toolkit.js';
import { Brush } from './brush.js';
import { drawChart } from './chart.js';

export interface HistogramPaneOptions {
  readonly tooltip: Tooltip;
  readonly score: ScoreName;
  /** Whether the reader wants it drawn; undefined as long as the room decides. */
  readonly open: boolean | undefined;
  readonly onOpen: (open: boolean) => void;
  readonly fetchHistogram: (query: Query, score: ScoreName, signal: AbortSignal) => Promise<Histogram>;
  readonly onScore: (score: ScoreName) => void;
  /** The range chosen of this score; undefined for all of it. */
  readonly onRange: (score: ScoreName, range: ScoreRange | undefined) => void;
}

/** Elsewhere the list needs the room. */
const ROOMY = '(min-width: 701px) and (min-height: 780px)';

export class HistogramPane {
  readonly element: HTMLElement;
  /** Folds it away, and opens it. */
  readonly toggle: HTMLButtonElement;
  readonly #chart = el('div', { class: 'histogram-chart' });
  readonly #axis = el('div', { class: 'histogram-axis', 'aria-hidden': 'true' });
  readonly #range = el('span', { class: 'histogram-range' });
  readonly #clear: HTMLButtonElement;
  #score: ScoreName;
  #brush: Brush | undefined;
  #loading: AbortController | undefined;
  #open: boolean | undefined;
  readonly #room = window.matchMedia(ROOMY);
  /** What is asked for; drawn once it is open. */
  #query: Query | undefined;

  constructor(readonly options: HistogramPaneOptions) {
    this.#score = options.score;
    this.#open = options.open;
    this.toggle = button(
      { class: 'icon-button', 'aria-label': t('Histogram'), 'aria-controls': 'histogram' },
      () => this.#setOpen(!this.#isOpen),
      icon('histogram'),
    );
    options.tooltip.describe(this.toggle, t('Distribution of scores'));
    this.#room.addEventListener('change', () => this.#showOpen());
    this.#clear = button(
      { class: 'icon-button', 'aria-label': t('Clear the range'), hidden: '' },
      () => options.onRange(this.#score, undefined),
      icon('close'),
    );
    const score = select<ScoreName>(t('Score of the histogram'), SCORE_LABELS, options.score, (value) => {
      this.#score = value;
      options.onScore(value);
    });
    this.element = el(
      'section',
      { class: 'histogram', id: 'histogram', 'aria-label': t('Distribution of scores') },
      el('div', { class: 'histogram-top' }, score, this.#range, this.#clear),
      this.#chart,
      this.#axis,
    );
    this.#showOpen();
  }

  /** Draws the distribution of what `query` finds, while it is open; nothing where it could not be counted. */
  async load(query: Query): Promise<void> {
    this.#query = query;
    this.#loading?.abort();
    if (!this.#isOpen) return;
    const loading = (this.#loading = new AbortController());
    const found = await this.options
      .fetchHistogram(query, this.#score, loading.signal)
      .catch(() => undefined);
    if (loading.signal.aborted) return;
    if (found)
      this.#show(
        found,
        query.ranges.find(({ score }) => score === found.score),
      );
    else
      this.#chart.replaceChildren(el('p', { class: 'nothing' }, t('The distribution could not be counted.')));
  }

  get #isOpen(): boolean {
    return this.#open ?? this.#room.matches;
  }

  #setOpen(open: boolean): void {
    this.#open = open;
    this.options.onOpen(open);
    this.#showOpen();
  }

  #showOpen(): void {
    this.element.hidden = !this.#isOpen;
    this.toggle.setAttribute('aria-expanded', String(this.#isOpen));
    if (this.#isOpen && this.#query) void this.load(this.#query);
  }

  #show(histogram: Histogram, range: ScoreRange | undefined): void {
    const { edges, score } = histogram;
    const bins = edges.length - 1;
    const chart = drawChart(histogram, inWords(histogram), this.options.tooltip);
    const focused = this.#brush?.focused;
    const rangeOf = (from: number, to: number): ScoreRange | undefined =>
      from === 0 && to === bins
        ? undefined
        : { score, ...(from > 0 && { from: edges[from]! }), ...(to < bins && { to: edges[to]! }) };
    const brush = new Brush({
      chart: chart.element,
      bins,
      label: t('{0}: range', scoreName(score)),
      valueOf: (edge) => edges[edge]!,
      textOf: (edge, handle) => edgeText(histogram, edge, handle),
      onMove: (from, to) => {
        chart.mark(from, to);
        this.#say(rangeOf(from, to));
      },
      onRange: (from, to) => this.options.onRange(score, rangeOf(from, to)),
    });
    brush.set(
      nearest(edges, range?.from ?? -Infinity, 0, bins - 1),
      nearest(edges, range?.to ?? Infinity, 1, bins),
    );
    // The exact range, which may have been typed and lie between two edges.
    this.#say(range);
    this.#brush = brush;
    this.#chart.replaceChildren(brush.element);
    this.#axis.replaceChildren(...ticks(histogram));
    if (focused) brush.focus(focused);
  }

  #say(range: ScoreRange | undefined): void {
    this.#range.textContent = range ? rangeText(range) : '';
    this.#clear.hidden = !range;
  }
}

/** "Evidence: 125 findings, 8 to 268; most in 8 to 9" */
function inWords({ score, edges, counts, controls }: Histogram): string {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return t('{0}: no finding to draw', scoreName(score));
  const highest = counts.indexOf(Math.max(...counts));
  const peak = rangeText({ score, from: edges[highest]!, to: edges[highest + 1]! });
  const last = edges.at(-1)! - (isCount(score) ? 1 : 0);
  const ends = t('{0} to {1}', scoreValue(score, edges[0]!), scoreValue(score, last));
  const found = plural(total, '{0} finding', '{0} findings');
  const said = t('{0}: {1}, {2}; most in {3}', scoreName(score), found, ends, peak);
  return controls ? `${said}; ${t('the dashed line is the controls’')}` : said;
}

/** What an edge means: the value, and how many findings lie on its side. */
function edgeText({ score, edges, counts }: Histogram, edge: number, handle: 'from' | 'to'): string {
  const within = handle === 'from' ? counts.slice(edge) : counts.slice(0, edge);
  const sum = within.reduce((total, n) => total + n, 0);
  const found = plural(sum, '{0} finding', '{0} findings');
  const bare = scoreValue(score, edges[edge]!);
  const value = isCount(score) ? t('{0} tokens', bare) : bare;
  return handle === 'from'
    ? t('{0}, {1} from there on', value, found)
    : t('below {0}, {1} up to there', value, found);
}

/** Number of the edge nearest to `value`, at least `least` and at most `most`. */
function nearest(edges: readonly number[], value: number, least: number, most: number): number {
  let best = value === Infinity ? most : least;
  for (let at = least; at <= most; at++) {
    if (Math.abs(edges[at]! - value) < Math.abs(edges[best]! - value)) best = at;
  }
  return best;
}

/** Four or five values below the bars. */
function ticks({ score, edges }: Histogram): HTMLElement[] {
  const bins = edges.length - 1;
  const places = [...new Set([0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * bins)))];
  return places.map((edge) => {
    const tick = el('span', { class: 'tick' }, scoreValue(score, edges[edge]!));
    tick.style.left = `${(edge / bins) * 100}%`;
    return tick;
  });
}
