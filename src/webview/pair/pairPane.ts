/** The right side: one pair, its addresses, scores, texts, and why it matched. */
import type { PairRefinement, PairView } from '../../shared/engineCalls.js';
import type { FindingId, MetaFilter, SideName } from '../../shared/findingQuery.js';
import type { PanelAction } from '../../shared/panelCalls.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';
import { problem, waiting } from '../parts/waiting.js';
import { addresses } from './addresses.js';
import { SHOWS } from './fold.js';
import { PairText, type Conversation } from './pairText.js';
import { pairTools, SHOW_NAMES, type PairLook } from './pairTools.js';
import { scoreStrip } from './scores.js';
import { runAt } from '../../core/match/segments.js';
import { selectedText } from './selectedText.js';

/** A pair that stays so long is looked at: then a long one's finer differences are worth their time. */
const STAYS_MS = 200;

export interface PairPaneOptions {
  readonly tooltip: Tooltip;
  readonly look: PairLook;
  /** Tokens that every passage pays, for the definitions. */
  readonly toll: number;
  readonly fetchPair: (finding: FindingId, index: number) => Promise<PairView>;
  readonly fetchRefinement: (
    finding: FindingId,
    index: number,
    signal: AbortSignal,
  ) => Promise<PairRefinement>;
  readonly fetchConversation: (finding: FindingId, index: number) => Promise<Conversation>;
  readonly onJump: (to: SideName) => void;
  readonly onOriginal: (index: number) => void;
  readonly onLook: (look: PairLook) => void;
  readonly onMetaFilter: (filter: MetaFilter) => void;
  readonly onAction: (action: PanelAction) => void;
  readonly announce: (text: string) => void;
}

/** Shows the pair asked for last; what arrives for an earlier one is dropped. */
export class PairPane {
  readonly element = el('section', { class: 'pair', 'aria-label': t('Pair'), 'data-keys': 'pair' });
  readonly #note = el('div', { class: 'pair-note' });
  #text: PairText | undefined;
  #view: PairView | undefined;
  #conversation: Conversation | undefined;
  #look: PairLook;
  #metaOpen = false;
  /** Aborted when another pair is asked for. */
  #turn = new AbortController();
  #asked = false;

  constructor(readonly options: PairPaneOptions) {
    this.#look = options.look;
    this.element.append(this.#note);
  }

  /** False while no pair is shown or on its way. */
  get isShowing(): boolean {
    return this.#asked;
  }

  /** How many originals the shown finding has, and which is shown. */
  get originals(): { readonly index: number; readonly count: number } {
    return { index: this.#view?.index ?? 0, count: this.#view?.kept ?? 0 };
  }

  /** What may be excluded: the text selected here, else the passage stepped to, else the strongest one. */
  get excludable(): string {
    const view = this.#view;
    if (!view) return '';
    const selected = selectedText(this.element);
    if (selected !== '') return selected;
    const { passages } = view.match;
    const steppedTo = runAt(view.match, this.#text?.run ?? -1);
    const passage = steppedTo
      ? passages[steppedTo.passage]
      : passages.toSorted((a, b) => b.score - a.score)[0];
    return passage ? view.suspect.text.slice(...passage.suspect) : '';
  }

  /** Fetches and shows a pair; the one before stays until it is there. */
  async show(finding: FindingId, index: number): Promise<void> {
    const { signal } = this.#begin();
    this.#asked = true;
    try {
      const work = this.options.fetchPair(finding, index);
      const view = await waiting(this.element, t('Loading the pair'), work);
      if (signal.aborted) return;
      this.#view = view;
      this.#conversation = undefined;
      this.#render(view);
      // In a narrow panel the pair scrolls as a whole.
      this.element.scrollTop = 0;
      if (this.#look.conversation) void this.#loadConversation(view, signal);
      if (view.refinable) setTimeout(() => signal.aborted || void this.#refine(view, signal), STAYS_MS);
    } catch (error) {
      if (signal.aborted) return;
      this.clear(problem(t('This pair could not be read.'), error, () => void this.show(finding, index)));
    }
  }

  /** Empties the pane, or puts a message into it. */
  clear(message?: HTMLElement): void {
    this.#begin();
    this.#text?.dispose();
    this.#text = undefined;
    this.#view = undefined;
    this.#asked = false;
    this.#note.replaceChildren(...(message ? [message] : []));
    this.element.replaceChildren(this.#note);
  }

  /** Shows the pair in another way. */
  setLook(change: Partial<PairLook>): void {
    this.#look = { ...this.#look, ...change };
    this.options.onLook(this.#look);
    if (!this.#view) return;
    this.#again(this.#view, false);
    if (this.#look.conversation && !this.#conversation)
      void this.#loadConversation(this.#view, this.#turn.signal);
  }

  toggleLayout(): void {
    this.setLook({ layout: this.#look.layout === 'side' ? 'inline' : 'side' });
  }

  /** Whole texts, matches only, differences only, in turn. */
  nextShow(): void {
    const show = SHOWS[(SHOWS.indexOf(this.#look.show) + 1) % SHOWS.length]!;
    this.setLook({ show });
    this.options.announce(SHOW_NAMES[show]);
  }

  toggleConversation(): void {
    this.setLook({ conversation: !this.#look.conversation });
  }

  step(by: 1 | -1): void {
    this.#text?.step(by);
  }

  /** A message above the texts, e.g. that a jump failed; goes with the next pair. */
  say(message: HTMLElement): void {
    this.#note.replaceChildren(message);
  }

  #begin(): AbortController {
    this.#turn.abort();
    return (this.#turn = new AbortController());
  }

  async #refine(view: PairView, signal: AbortSignal): Promise<void> {
    const { finding, index } = view;
    const finer = await this.options.fetchRefinement(finding, index, signal).catch(() => undefined);
    if (!finer || signal.aborted) return;
    const { changes, coarse, scores } = finer;
    this.#view = { ...view, changes, coarse, refinable: false, match: { ...view.match, scores } };
    this.#again(this.#view, true);
  }

  async #loadConversation({ finding, index }: PairView, signal: AbortSignal): Promise<void> {
    try {
      const conversation = await this.options.fetchConversation(finding, index);
      if (signal.aborted || !this.#view) return;
      this.#conversation = conversation;
      if (this.#look.conversation) this.#again(this.#view, false);
    } catch (error) {
      if (!signal.aborted) this.say(problem(t('The conversation could not be read.'), error));
    }
  }

  /** Renders the same pair anew; the run stepped to stays marked, and in the same look the place as well. */
  #again(view: PairView, stays: boolean): void {
    const run = this.#text?.run ?? -1;
    const scroll = this.#text?.scroll ?? [];
    this.#render(view);
    if (stays) this.#text?.restore(run, scroll);
    else if (run >= 0) this.#text?.show(run);
  }

  #render(view: PairView): void {
    const hadFocus = this.element.contains(document.activeElement);
    const label = document.activeElement?.getAttribute('aria-label');
    const onTab = document.activeElement?.getAttribute('role') === 'tab';
    this.#text?.dispose();
    const { tooltip, toll, announce, onAction, onJump, onOriginal, onMetaFilter } = this.options;
    const { layout, show } = this.#look;
    const conversation = this.#look.conversation ? this.#conversation : undefined;
    this.#text = new PairText(view, { layout, show, conversation, toll, tooltip, announce });
    const [suspect, original] = addresses(view, tooltip, {
      onJump,
      onOriginal,
      onMetaFilter,
      metaOpen: this.#metaOpen,
      onMetaOpen: (open) => this.#openMeta(open),
    });
    this.#note.replaceChildren(...(view.stale === undefined ? [] : [stale(view.stale)]));
    this.element.replaceChildren(
      el('div', { class: 'addresses' }, suspect, original),
      el(
        'div',
        { class: 'pair-strip' },
        scoreStrip(view.match.scores, toll, tooltip, view.refinable),
        pairTools({ look: this.#look, tooltip, onLook: (change) => this.setLook(change), onAction }),
      ),
      this.#note,
      this.#text.element,
      why(view),
    );
    if (hadFocus) this.#focus(onTab, label);
  }

  /** Gives the focus back to the control that had it and was made anew, else to the text. */
  #focus(onTab: boolean, label: string | null | undefined): void {
    const tab = this.element.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    const same = [...this.element.querySelectorAll<HTMLElement>('button, summary')].find(
      (control) => label && control.getAttribute('aria-label') === label,
    );
    if (onTab && tab) tab.focus();
    else if (same) same.focus();
    else this.#text?.focus();
  }

  #openMeta(open: boolean): void {
    if (open === this.#metaOpen) return;
    this.#metaOpen = open;
    // Both records side by side: one without the other is half of a comparison.
    for (const details of this.element.querySelectorAll('details.meta'))
      details.toggleAttribute('open', open);
  }
}

function stale(text: string): HTMLElement {
  return el('div', { class: 'stale', role: 'status' }, el('p', { dir: 'auto' }, text));
}

function why(view: PairView): HTMLElement {
  const line = el('p', { class: 'why' }, el('b', {}, `${t('Why:')} `), el('bdi', { lang: 'en' }, view.why));
  if (view.coarse && !view.refinable)
    line.append(
      ` ${t('The differences were cut short by their time limit and are coarser than they could be.')}`,
    );
  return line;
}
