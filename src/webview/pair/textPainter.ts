/** Writes marked text into a column, a stretch at a time, so that long texts can be written in slices. */
import { reasonText } from '../../core/match/reasonText.js';
import type { SideName } from '../../shared/findingQuery.js';
import { button, el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';
import { isFold, unfold, type Fold, type Piece, type Unfolding } from './fold.js';
import { foldControls } from './foldControls.js';
import type { Segment } from '../../core/match/segments.js';
import { visible } from './visible.js';
import { lineEnd, visibleChange } from './whiteSpace.js';

export interface TextPainterOptions {
  readonly texts: Readonly<Record<SideName, string>>;
  readonly tooltip: Tooltip;
  readonly onPassage: (run: number, from: SideName) => void;
  /** Why a passage counts nothing; undefined if it counts. */
  readonly weakness: (passage: number) => string | undefined;
  /** More of the text is shown now. */
  readonly onUnfold: () => void;
}

/** More explained stretches than this are not stopped at with the Tab key. */
const MOST_STOPS = 60;

/** Paints one column; afterwards knows the first element of every shared run. */
export class TextPainter {
  readonly element = el('div', { class: 'text' });
  /** By run number: the elements that show it. */
  readonly runs = new Map<number, HTMLElement[]>();
  readonly #numbered = new Set<number>();
  #stops = 0;
  /** Where the next stretch goes: after the last one, or in place of a fold. */
  #place: (node: Node) => void;
  #paragraph: HTMLElement;

  constructor(readonly options: TextPainterOptions) {
    this.#place = (node) => this.element.append(node);
    this.#paragraph = this.#newParagraph();
  }

  /** Paints the pieces, pausing after each. */
  *paint(pieces: Iterable<Piece>): Generator<void> {
    for (const piece of pieces) {
      this.#piece(piece);
      yield;
    }
  }

  #newParagraph(): HTMLElement {
    // Each paragraph finds its own direction, and none leaks into the next.
    const paragraph = el('p', { dir: 'auto' });
    this.#place(paragraph);
    return paragraph;
  }

  #piece(piece: Piece): HTMLElement | undefined {
    if (!isFold(piece)) {
      this.#segment(piece);
      return undefined;
    }
    const made = foldControls(piece, this.options.tooltip, (how) => this.#unfold(made, piece, how));
    this.#paragraph.append(made);
    return made;
  }

  /** Puts what was folded where its buttons stand: what follows them goes into the last new paragraph. */
  #unfold(made: HTMLElement, hidden: Fold, how: Unfolding): void {
    const paragraph = made.parentElement!;
    const rest = [...paragraph.childNodes].slice([...paragraph.childNodes].indexOf(made) + 1);
    const focused = made.contains(document.activeElement);
    made.remove();
    rest.forEach((node) => node.remove());
    let last = paragraph;
    this.#place = (node) => {
      last.after(node);
      last = node as HTMLElement;
    };
    this.#paragraph = paragraph;
    let left: HTMLElement | undefined;
    for (const piece of unfold(hidden, how, this.options.texts)) left = this.#piece(piece) ?? left;
    this.#paragraph.append(...rest);
    if (focused) this.#focus(left, how);
    this.options.onUnfold();
  }

  /** The next step is on the same key; where there is none, reading goes on. */
  #focus(left: HTMLElement | undefined, how: Unfolding): void {
    const same = left?.querySelector<HTMLElement>(`[data-unfold=${how}]`);
    const next = same ?? left?.querySelector<HTMLElement>('button');
    (next ?? this.element.closest<HTMLElement>('.column'))?.focus();
  }

  #segment(segment: Segment): void {
    const text = this.options.texts[segment.side];
    let from = segment.start;
    while (from <= segment.end) {
      const newline = text.indexOf('\n', from);
      const end = newline === -1 || newline >= segment.end ? segment.end : newline;
      if (end > from) this.#stretch(segment, from, end);
      if (end === segment.end) return;
      if (segment.changed) this.#element(segment, [lineEnd()]);
      this.#paragraph = this.#newParagraph();
      from = end + 1;
    }
  }

  #stretch(segment: Segment, start: number, end: number): void {
    const { side, run, changed, explained } = segment;
    const text = this.options.texts[side];
    const nodes = changed ? visibleChange(text, start, end) : visible(text, start, end);
    if (run === undefined && !changed && !explained) this.#paragraph.append(...nodes);
    else this.#element(segment, nodes);
  }

  #element(segment: Segment, nodes: readonly Node[]): void {
    const { side, run, passage, changed, explained } = segment;
    const tag = changed ? (side === 'suspect' ? 'del' : 'ins') : run === undefined ? 'span' : 'mark';
    const weak = passage !== undefined && this.options.weakness(passage) !== undefined;
    const element = el(tag, { class: classes(segment, weak) }, ...nodes);
    if (explained) {
      this.options.tooltip.describe(element, reasonText(explained));
      if (this.#stops++ < MOST_STOPS) element.tabIndex = 0;
    }
    if (run !== undefined && passage !== undefined) {
      this.#number(passage, run, side);
      const known = this.runs.get(run);
      if (known) known.push(element);
      else this.runs.set(run, [element]);
    }
    this.#paragraph.append(element);
  }

  #number(passage: number, run: number, side: SideName): void {
    if (this.#numbered.has(passage)) return;
    this.#numbered.add(passage);
    const weakness = this.options.weakness(passage);
    const number = button(
      {
        class: weakness === undefined ? 'passage-number' : 'passage-number weak',
        'aria-label': t('Passage {0}, show it on both sides', passage + 1),
        'data-passage': String(passage),
      },
      () => this.options.onPassage(run, side),
      String(passage + 1),
    );
    if (weakness !== undefined) this.options.tooltip.describe(number, weakness);
    this.#paragraph.append(number);
  }
}

function classes({ run, changed, explained }: Segment, weak: boolean): string {
  return [run !== undefined && 'shared', weak && 'weak', changed && 'changed', explained && 'explained']
    .filter((name) => name !== false && name !== undefined)
    .join(' ');
}
