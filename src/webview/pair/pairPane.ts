/** The right side: one pair, its addresses, scores, texts, and why it matched. */
import type { FindingId, PairView } from '../../shared/engineCalls.js';
import type { PanelState } from '../../shared/panelCalls.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import type { Tooltip } from '../parts/tooltip.js';
import { problem, waiting } from '../parts/waiting.js';
import { addresses } from './addresses.js';
import { PairText } from './pairText.js';
import { scoreStrip } from './scores.js';

export interface PairPaneOptions {
  readonly tooltip: Tooltip;
  readonly layout: PanelState['layout'];
  /** Tokens that every passage pays, for the definitions. */
  readonly toll: number;
  readonly fetchPair: (finding: FindingId, index: number) => Promise<PairView>;
  readonly onJump: (to: 'original' | 'suspect') => void;
  readonly onOriginal: (index: number) => void;
  readonly onLayout: (layout: PanelState['layout']) => void;
  readonly announce: (text: string) => void;
}

/** Shows the pair asked for last; what arrives for an earlier one is dropped. */
export class PairPane {
  readonly element = el('section', { class: 'pair', 'aria-label': 'Pair', 'data-keys': 'pair' });
  readonly #note = el('div', { class: 'pair-note' });
  #text: PairText | undefined;
  #view: PairView | undefined;
  #layout: PanelState['layout'];
  #latest = 0;
  #asked = false;

  constructor(readonly options: PairPaneOptions) {
    this.#layout = options.layout;
    this.element.append(this.#note);
  }

  /** False while no pair is shown or on its way. */
  get isShowing(): boolean {
    return this.#asked;
  }

  get layout(): PanelState['layout'] {
    return this.#layout;
  }

  /** Fetches and shows a pair; the one before stays until it is there. */
  async show(finding: FindingId, index: number): Promise<void> {
    const turn = ++this.#latest;
    this.#asked = true;
    try {
      const work = this.options.fetchPair(finding, index);
      const view = await waiting(this.element, 'Loading the pair', work);
      if (turn !== this.#latest) return;
      this.#view = view;
      this.#render(view);
    } catch (error) {
      if (turn !== this.#latest) return;
      this.clear(problem('This pair could not be read.', error, () => void this.show(finding, index)));
    }
  }

  /** Empties the pane, or puts a message into it. */
  clear(message?: HTMLElement): void {
    this.#latest++;
    this.#text?.dispose();
    this.#text = undefined;
    this.#view = undefined;
    this.#asked = false;
    this.#note.replaceChildren(...(message ? [message] : []));
    this.element.replaceChildren(this.#note);
  }

  setLayout(layout: PanelState['layout']): void {
    this.#layout = layout;
    if (!this.#view) return;
    const run = this.#text?.run ?? -1;
    this.#render(this.#view);
    if (run >= 0) this.#text?.show(run);
  }

  step(by: 1 | -1): void {
    this.#text?.step(by);
  }

  /** A message above the texts, e.g. that a jump failed; goes with the next pair. */
  say(message: HTMLElement): void {
    this.#note.replaceChildren(message);
  }

  #render(view: PairView): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.#text?.dispose();
    const { tooltip, toll, announce } = this.options;
    this.#text = new PairText(view, this.#layout, tooltip, announce);
    const [suspect, original] = addresses(view, tooltip, this.options);
    this.#note.replaceChildren(...(view.stale === undefined ? [] : [stale(view.stale)]));
    this.element.replaceChildren(
      el('div', { class: 'addresses' }, suspect, original, this.#layoutButtons()),
      scoreStrip(view.match.scores, toll, tooltip),
      this.#note,
      this.#text.element,
      why(view),
    );
    if (hadFocus) this.#text.focus();
  }

  #layoutButtons(): HTMLElement {
    const make = (layout: PanelState['layout'], label: string) => {
      const pressed = String(this.#layout === layout);
      const made = button(
        { class: 'icon-button', 'aria-label': label, 'aria-pressed': pressed },
        () => this.options.onLayout(layout),
        icon(layout),
      );
      this.options.tooltip.describe(made, `${label} (l)`);
      return made;
    };
    return el(
      'div',
      { class: 'layouts', role: 'group', 'aria-label': 'Layout' },
      make('side', 'Side by side'),
      make('inline', 'Inline'),
    );
  }
}

function stale(text: string): HTMLElement {
  return el('div', { class: 'stale', role: 'status' }, el('p', { dir: 'auto' }, text));
}

function why(view: PairView): HTMLElement {
  const line = el('p', { class: 'why' }, el('b', {}, 'Why: '), el('bdi', {}, view.why));
  if (view.coarse)
    line.append(' The differences were cut short by their time limit and are coarser than they could be.');
  return line;
}
