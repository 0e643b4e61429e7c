/** The search field, what it has found, and the steps from one to the next. */
import { icon } from '../../parts/icon.js';
import { button, el } from '../../parts/dom.js';
import { t } from '../../parts/l10n.js';
import { whole } from '../../parts/numbers.js';
import type { Tooltip } from '../../parts/tooltip.js';
import { textField } from '../../toolkit.js';

const TYPING_MS = 350;

export interface SearchBarOptions {
  readonly tooltip: Tooltip;
  readonly text: string;
  readonly matchCase: boolean;
  readonly onSearch: (text: string, matchCase: boolean) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onCancel: () => void;
  /** The reader is done with the field. */
  readonly onLeave: () => void;
}

/** How far a search is; `place` is the current record's among the found ones, from 1 on, 0 if it is none of them. */
export interface SearchStatus {
  readonly place: number;
  readonly count: number;
  /** Found among records that are not shown, since they have no finding. */
  readonly hidden: number;
  /** From 0 to 1 while it runs. */
  readonly progress?: number;
  readonly capped?: boolean;
}

export class SearchBar {
  readonly element: HTMLElement;
  readonly #field;
  readonly #case: HTMLButtonElement;
  readonly #status = el('span', { class: 'search-status', role: 'status' });
  readonly #steps: HTMLElement;
  readonly #cancel: HTMLButtonElement;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #searched: string;

  constructor(readonly options: SearchBarOptions) {
    const { tooltip } = options;
    this.#searched = options.text;
    this.#field = textField(t('Find in the dataset'), () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#search(), TYPING_MS);
    });
    this.#field.value = options.text;
    this.#field.element.addEventListener('keydown', (event) => this.#key(event));
    this.#case = button(
      { class: 'icon-button case', 'aria-label': t('Match case'), 'aria-pressed': String(options.matchCase) },
      () => this.#switchCase(),
      'Aa',
    );
    const step = (label: string, by: 1 | -1, key: string) => {
      const made = button(
        { class: 'icon-button', 'aria-label': label },
        () => options.onStep(by),
        icon(by === 1 ? 'next' : 'previous'),
      );
      tooltip.describe(made, `${label} (${key})`);
      return made;
    };
    tooltip.describe(this.#case, t('Match case'));
    this.#cancel = button({ class: 'link', hidden: '' }, options.onCancel, t('Stop'));
    this.#steps = el(
      'span',
      { class: 'search-steps' },
      step(t('Previous record found'), -1, 'Shift+F3'),
      step(t('Next record found'), 1, 'F3'),
    );
    this.element = el(
      'div',
      { class: 'search', role: 'search' },
      this.#field.element,
      this.#case,
      this.#steps,
      this.#status,
      this.#cancel,
    );
    this.show(undefined);
  }

  /** Says how far the search is; nothing is searched if undefined. */
  show(status: SearchStatus | undefined): void {
    this.#steps.hidden = !status || status.count === 0;
    this.#cancel.hidden = status?.progress === undefined;
    this.#status.textContent = status ? inWords(status) : '';
  }

  /** Goes into the field, what stands in it selected; leaves a field alone that is being typed into. */
  focus(): void {
    if (document.activeElement === this.#field.element) return;
    this.#field.focus();
    this.#field.select();
  }

  clear(): void {
    clearTimeout(this.#typing);
    this.#field.value = '';
    this.#searched = '';
  }

  get #matchCase(): boolean {
    return this.#case.getAttribute('aria-pressed') === 'true';
  }

  #search(): void {
    clearTimeout(this.#typing);
    this.#searched = this.#field.value;
    this.options.onSearch(this.#searched, this.#matchCase);
  }

  #switchCase(): void {
    this.#case.setAttribute('aria-pressed', String(!this.#matchCase));
    this.#search();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#field.value === this.#searched) this.options.onStep(event.shiftKey ? -1 : 1);
      else this.#search();
    } else if (event.key === 'Escape' || (event.key === 'ArrowDown' && !event.altKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.options.onLeave();
    }
  }
}

function inWords({ place, count, hidden, progress, capped = false }: SearchStatus): string {
  const many = `${whole(count)}${progress !== undefined || capped ? '+' : ''}`;
  const records = many === '1' ? t('1 record') : t('{0} records', many);
  const found = place > 0 ? t('{0} of {1}', whole(place), many) : count === 0 ? '' : records;
  const others = hidden > 0 ? t('{0} without a finding', whole(hidden)) : '';
  if (progress !== undefined)
    return [found, others, `${Math.floor(progress * 100)} %`].filter(Boolean).join(' · ');
  return [found, others].filter(Boolean).join(' · ') || t('Nothing found');
}
