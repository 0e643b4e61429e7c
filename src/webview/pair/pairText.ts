/** The two texts: side by side or in one column, with their shared runs and differences. */
import type { PairView, Turn } from '../../shared/engineCalls.js';
import type { SideName } from '../../shared/findingQuery.js';
import type { PanelState } from '../../shared/panelCalls.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { tokens } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { fold, type Show, type Texts } from './fold.js';
import { inlineOrder } from './inlineOrder.js';
import { Overview } from './overview.js';
import { runAt, runCount, segments, type Segment } from '../../core/match/segments.js';
import { inSlices, type Slices } from './slices.js';
import { spreadNumbers } from './spreadNumbers.js';
import { syncScroll, type Anchors } from './syncScroll.js';
import { TextPainter } from './textPainter.js';
import { promptOf, roleOf, turnOf } from './turns.js';
import { sideName } from '../parts/names.js';

/** All turns of both records. */
export type Conversation = Readonly<Record<SideName, readonly Turn[]>>;

export interface PairTextOptions {
  readonly layout: PanelState['layout'];
  readonly show: Show;
  /** Shown around the responses instead of their prompts. */
  readonly conversation: Conversation | undefined;
  /** Tokens that every passage pays. */
  readonly toll: number;
  readonly tooltip: Tooltip;
  readonly announce: (text: string) => void;
}

interface Column {
  readonly side: SideName;
  readonly element: HTMLElement;
  readonly painter: TextPainter;
  readonly overview: Overview;
  readonly segments: () => Iterable<Segment>;
}

/** Shows one pair in one way; made anew for another. */
export class PairText {
  readonly element: HTMLElement;
  readonly #columns: readonly Column[];
  #slices: Slices | undefined;
  #sync: { changed(): void } | undefined;
  #run = -1;

  constructor(
    readonly view: PairView,
    readonly options: PairTextOptions,
  ) {
    const { layout } = options;
    this.#columns =
      layout === 'side'
        ? [
            this.#column('suspect', t('Suspect'), () => segments(view, 'suspect')),
            this.#column('original', t('Original'), () => segments(view, 'original')),
          ]
        : [this.#column('suspect', t('Suspect and original in one text'), () => inlineOrder(view))];
    this.element = el('div', { class: `pair-text ${layout}` }, ...this.#columns.map(framed));
    const [left, right] = this.#columns;
    this.#sync = left && right && syncScroll(left.element, right.element, () => this.#anchors(left, right));
    this.#paint();
  }

  /** Goes to the next (1) or previous (-1) shared run, around the end. */
  step(by: 1 | -1): void {
    const runs = runCount(this.view.match);
    if (runs === 0) {
      this.options.announce(t('No shared run of three words or more'));
      return;
    }
    const from = this.#run < 0 && by < 0 ? 0 : this.#run;
    this.show((from + by + runs) % runs);
  }

  /** Brings a shared run into view on both sides and marks it. */
  show(run: number): void {
    this.#slices?.finish();
    this.#mark(this.#run, false);
    this.#run = run;
    this.#mark(run, true);
    for (const { painter } of this.#columns) painter.runs.get(run)?.[0]?.scrollIntoView({ block: 'center' });
    const place = runAt(this.view.match, run);
    if (!place) return;
    this.options.announce(
      t(
        'Run {0} of {1} · passage {2} · {3} tokens',
        run + 1,
        runCount(this.view.match),
        place.passage + 1,
        place.tokens,
      ),
    );
  }

  /** The shared run stepped to, or -1. */
  get run(): number {
    return this.#run;
  }

  /** How far each column is scrolled. */
  get scroll(): readonly number[] {
    return this.#columns.map(({ element }) => element.scrollTop);
  }

  /** Goes back to where another rendering of the same pair was. */
  restore(run: number, scroll: readonly number[]): void {
    this.#slices?.finish();
    this.#run = run;
    this.#mark(run, true);
    this.#columns.forEach(({ element }, i) => (element.scrollTop = scroll[i] ?? 0));
  }

  focus(): void {
    this.#columns[0]?.element.focus();
  }

  dispose(): void {
    this.#slices?.cancel();
    this.#columns.forEach(({ overview }) => overview.dispose());
  }

  #paint(): void {
    this.#slices?.cancel();
    const jobs = this.#columns.map((column) => {
      const pieces = fold(column.segments(), this.options.show, this.#texts);
      return column.painter.paint(pieces);
    });
    this.#slices = inSlices(jobs, () => {
      this.#sync?.changed();
      this.#columns.forEach((column) => spreadNumbers(column.element));
      this.#columns.forEach(({ overview }) => overview.draw());
      this.#mark(this.#run, true);
    });
  }

  #mark(run: number, on: boolean): void {
    for (const { painter, overview } of this.#columns) {
      overview.setCurrent(on ? run : -1);
      painter.runs.get(run)?.forEach((element) => element.classList.toggle('current', on));
    }
  }

  get #texts(): Texts {
    return { suspect: this.view.suspect.text, original: this.view.original.text };
  }

  #column(side: SideName, label: string, segmentsOf: () => Iterable<Segment>): Column {
    const { tooltip } = this.options;
    const painter = new TextPainter({
      texts: this.#texts,
      tooltip,
      onPassage: (run) => this.show(run),
      weakness: (passage) => this.#weakness(passage),
      onUnfold: () => {
        this.#sync?.changed();
        spreadNumbers(element);
        this.#mark(this.#run, true);
      },
    });
    const element = el('div', {
      class: `column ${side}`,
      tabindex: '0',
      role: 'region',
      'aria-label': label,
    });
    const { before, after } = this.#around(side);
    element.append(...before, painter.element, ...after);
    const { text, gone } = this.view[side];
    if (text === '' && this.options.layout === 'side')
      element.append(
        el('p', { class: 'empty-text' }, gone ? t('No longer at this place.') : t('This text is empty.')),
      );
    const overview = new Overview(element, painter.element, painter.runs, (run) => this.show(run));
    return { side, element, painter, overview, segments: segmentsOf };
  }

  /** "7 − 10: counts nothing"; undefined for a passage that counts. */
  #weakness(passage: number): string | undefined {
    const { score } = this.view.match.passages[passage]!;
    const { toll } = this.options;
    return score > toll ? undefined : t('{0} − {1}: counts nothing', tokens(score), tokens(toll));
  }

  #around(side: SideName): { before: HTMLElement[]; after: HTMLElement[] } {
    const { conversation, tooltip, layout } = this.options;
    const sides: readonly SideName[] = layout === 'side' ? [side] : ['suspect', 'original'];
    if (conversation) {
      const turns = (place: Turn['place']) =>
        sides.flatMap((name) => {
          const said = conversation[name].filter((turn) => turn.place === place);
          const named =
            layout === 'inline'
              ? said.map((turn) => ({ ...turn, role: `${sideName(name)}: ${turn.role}` }))
              : said;
          return place === 'response'
            ? named.map(({ role }) => roleOf(role))
            : named.map((turn) => turnOf(turn, tooltip));
        });
      return { before: [...turns('before'), ...turns('response')], after: turns('after') };
    }
    const prompts = new Set(sides.map((name) => this.view[name].prompt));
    const before = [...prompts].map((prompt) => promptOf(prompt, tooltip));
    return { before: before.filter((prompt) => prompt !== undefined), after: [] };
  }

  #anchors(left: Column, right: Column): Anchors {
    const topOf = (column: Column, element: HTMLElement) =>
      element.getBoundingClientRect().top -
      column.element.getBoundingClientRect().top +
      column.element.scrollTop;
    return [...left.painter.runs].flatMap(([run, [first]]) => {
      const partner = right.painter.runs.get(run)?.[0];
      return first && partner ? [[topOf(left, first), topOf(right, partner)] as const] : [];
    });
  }
}

function framed({ element, overview }: Column): HTMLElement {
  return el('div', { class: 'column-frame' }, element, overview.element);
}
