/** The two texts: side by side or in one column, with their shared runs and differences. */
import type { PairView } from '../../shared/engineCalls.js';
import type { PanelState } from '../../shared/panelCalls.js';
import { el } from '../parts/dom.js';
import type { Tooltip } from '../parts/tooltip.js';
import { inlineOrder } from './inlineOrder.js';
import { runAt, runCount, segments, type Segment, type SideName } from './segments.js';
import { inSlices, type Slices } from './slices.js';
import { syncScroll, type Anchors } from './syncScroll.js';
import { TextPainter } from './textPainter.js';
import { visible } from './visible.js';

interface Column {
  readonly side: SideName;
  readonly element: HTMLElement;
  readonly painter: TextPainter;
}

/** Shows one pair in one layout; made anew for another. */
export class PairText {
  readonly element: HTMLElement;
  readonly #columns: readonly Column[];
  readonly #slices: Slices;
  #run = -1;

  constructor(
    readonly view: PairView,
    layout: PanelState['layout'],
    readonly tooltip: Tooltip,
    readonly announce: (text: string) => void,
  ) {
    const orders: readonly (readonly [SideName, string, Iterable<Segment>])[] =
      layout === 'side'
        ? [
            ['suspect', 'Suspect', segments(view, 'suspect')],
            ['original', 'Original', segments(view, 'original')],
          ]
        : [['suspect', 'Suspect and original in one text', inlineOrder(view)]];
    this.#columns = orders.map(([side, label]) => this.#column(side, label, layout));
    this.element = el('div', { class: `pair-text ${layout}` }, ...this.#columns.map((c) => c.element));
    const [left, right] = this.#columns;
    const sync = left && right && syncScroll(left.element, right.element, () => this.#anchors(left, right));
    const jobs = this.#columns.map((column, i) => column.painter.paint(orders[i]![2]));
    this.#slices = inSlices(jobs, () => {
      sync?.changed();
      this.#columns.forEach((column) => spreadNumbers(column.element));
    });
  }

  /** Goes to the next (1) or previous (-1) shared run, around the end. */
  step(by: 1 | -1): void {
    const runs = runCount(this.view.match);
    if (runs === 0) {
      this.announce('No shared run of three words or more');
      return;
    }
    const from = this.#run < 0 && by < 0 ? 0 : this.#run;
    this.show((from + by + runs) % runs);
  }

  /** Brings a shared run into view on both sides and marks it. */
  show(run: number): void {
    this.#slices.finish();
    this.#mark(this.#run, false);
    this.#run = run;
    this.#mark(run, true);
    for (const { painter } of this.#columns) painter.runs.get(run)?.[0]?.scrollIntoView({ block: 'center' });
    const place = runAt(this.view.match, run);
    if (!place) return;
    const { tokens, passage } = place;
    this.announce(
      `Run ${run + 1} of ${runCount(this.view.match)} · passage ${passage + 1} · ${tokens} tokens`,
    );
  }

  /** The shared run stepped to, or -1. */
  get run(): number {
    return this.#run;
  }

  focus(): void {
    this.#columns[0]?.element.focus();
  }

  dispose(): void {
    this.#slices.cancel();
  }

  #mark(run: number, on: boolean): void {
    for (const { painter } of this.#columns) {
      painter.runs.get(run)?.forEach((element) => element.classList.toggle('current', on));
    }
  }

  #column(side: SideName, label: string, layout: PanelState['layout']): Column {
    const painter = new TextPainter({
      texts: { suspect: this.view.suspect.text, original: this.view.original.text },
      tooltip: this.tooltip,
      onPassage: (run) => this.show(run),
    });
    const element = el('div', {
      class: `column ${side}`,
      tabindex: '0',
      role: 'region',
      'aria-label': label,
    });
    const prompts = [promptOf(this.view[side].prompt, this.tooltip)];
    const other = this.view.original.prompt;
    if (layout === 'inline' && other !== this.view.suspect.prompt)
      prompts.push(promptOf(other, this.tooltip));
    for (const prompt of prompts) if (prompt) element.append(prompt);
    element.append(painter.element);
    if (this.view[side].text === '' && layout === 'side')
      element.append(el('p', { class: 'empty-text' }, 'This text is empty.'));
    return { side, element, painter };
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

function promptOf(prompt: string, tooltip: Tooltip): HTMLElement | undefined {
  if (prompt === '') return undefined;
  const paragraphs = prompt.split('\n').map((line) => el('p', { dir: 'auto' }, ...visible(line)));
  const element = el('div', { class: 'prompt' }, ...paragraphs);
  tooltip.describe(element, 'The prompt that this text answers. It is not compared.');
  return element;
}

/** Numbers that would lie on each other in the margin step into the text. */
function spreadNumbers(column: HTMLElement): void {
  let bottom = -Infinity;
  const numbers = [...column.querySelectorAll<HTMLElement>('.passage-number')];
  const tops = numbers.map((number) => number.offsetTop);
  numbers.forEach((number, i) => {
    if (tops[i]! < bottom) number.classList.add('within');
    else bottom = tops[i]! + number.offsetHeight;
  });
}
