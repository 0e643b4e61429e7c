/** Writes marked text into a column, a stretch at a time, so that long texts can be written in slices. */
import { button, el } from '../parts/dom.js';
import { reasonText } from '../parts/names.js';
import type { Tooltip } from '../parts/tooltip.js';
import type { Segment, SideName } from './segments.js';
import { visible } from './visible.js';

export interface TextPainterOptions {
  readonly texts: Readonly<Record<SideName, string>>;
  readonly tooltip: Tooltip;
  readonly onPassage: (run: number, from: SideName) => void;
}

/** Paints one column; afterwards knows the first element of every shared run. */
export class TextPainter {
  readonly element = el('div', { class: 'text' });
  /** By run number: the elements that show it. */
  readonly runs = new Map<number, HTMLElement[]>();
  readonly #numbered = new Set<number>();
  #paragraph = this.#newParagraph();

  constructor(readonly options: TextPainterOptions) {}

  /** Paints the segments, pausing after each. */
  *paint(all: Iterable<Segment>): Generator<void> {
    for (const segment of all) {
      this.#segment(segment);
      yield;
    }
  }

  #newParagraph(): HTMLElement {
    // Each paragraph finds its own direction, and none leaks into the next.
    const paragraph = el('p', { dir: 'auto' });
    this.element.append(paragraph);
    return paragraph;
  }

  #segment(segment: Segment): void {
    const text = this.options.texts[segment.side];
    let from = segment.start;
    while (from <= segment.end) {
      const newline = text.indexOf('\n', from);
      const end = newline === -1 || newline >= segment.end ? segment.end : newline;
      if (end > from) this.#stretch(segment, from, end);
      if (end === segment.end) return;
      this.#paragraph = this.#newParagraph();
      from = end + 1;
    }
  }

  #stretch(segment: Segment, start: number, end: number): void {
    const { side, run, passage, changed, explained } = segment;
    const nodes = visible(this.options.texts[side], start, end);
    if (run === undefined && !changed && !explained) {
      this.#paragraph.append(...nodes);
      return;
    }
    const tag = changed ? (side === 'suspect' ? 'del' : 'ins') : run === undefined ? 'span' : 'mark';
    const element = el(tag, { class: classes(segment) }, ...nodes);
    if (explained) this.options.tooltip.describe(element, reasonText(explained));
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
    const label = `Passage ${passage + 1}`;
    const number = button(
      {
        class: 'passage-number',
        'aria-label': `${label}, show it on both sides`,
        'data-passage': String(passage),
      },
      () => this.options.onPassage(run, side),
      String(passage + 1),
    );
    this.#paragraph.append(number);
  }
}

function classes({ run, changed, explained }: Segment): string {
  return [run !== undefined && 'shared', changed && 'changed', explained && 'explained']
    .filter((name) => name !== false && name !== undefined)
    .join(' ');
}
