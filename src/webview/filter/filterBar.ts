/** What stands above the list: free text, the other filters, order and groups. */
import type { FacetField, Facets, Grouping, Sort } from '../../shared/findingQuery.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { GROUP_NAMES, sideName, SORT_NAMES } from '../parts/names.js';
import type { Tooltip } from '../parts/tooltip.js';
import type { Query } from '../place.js';
import { select, textField, type Choice } from '../toolkit.js';
import { filterChips } from './filterChips.js';
import { FilterPanel } from './filterPanel.js';

const TYPING_MS = 150;

export interface FilterBarOptions {
  readonly tooltip: Tooltip;
  readonly query: Query;
  /** Stands at the end of the first line. */
  readonly end: HTMLElement;
  readonly fetchFacets: () => Promise<Facets>;
  readonly onQuery: (change: Partial<Query>) => void;
}

export class FilterBar {
  readonly element: HTMLElement;
  readonly #text;
  readonly #toggle: HTMLButtonElement;
  readonly #panel: FilterPanel;
  readonly #chips = el('div', { class: 'chips', role: 'group', 'aria-label': t('Filters in use') });
  readonly #groupPlace = el('div', {});
  #group: Choice | undefined;
  #query: Query;
  #fields: readonly FacetField[] = [];

  constructor(readonly options: FilterBarOptions) {
    this.#query = options.query;
    let typing: ReturnType<typeof setTimeout> | undefined;
    this.#text = textField(t('Filter'), (text) => {
      clearTimeout(typing);
      typing = setTimeout(() => options.onQuery({ text }), TYPING_MS);
    });
    this.#text.value = options.query.text;
    this.#toggle = button(
      { class: 'icon-button', 'aria-label': t('More filters'), 'aria-expanded': 'false' },
      () => this.toggle(),
      icon('filter'),
    );
    options.tooltip.describe(this.#toggle, t('Score, file, flag, metadata and time (f)'));
    this.#panel = new FilterPanel({ ...options, onClose: () => this.toggle() });
    const sort = select<Sort>(t('Sort by'), SORT_NAMES, options.query.sort, (value) =>
      options.onQuery({ sort: value }),
    );
    this.#showGroups();
    this.element = el(
      'div',
      { class: 'filter-bar' },
      el('div', { class: 'list-tools' }, this.#text.element, this.#toggle, options.end),
      el('div', { class: 'list-tools' }, icon('sort'), sort, icon('group'), this.#groupPlace),
      this.#panel.element,
      this.#chips,
    );
  }

  /** Shows which filters are in use. */
  show(query: Query): void {
    this.#query = query;
    // A new drop-down would lose the focus of who walks its choices with the arrow keys.
    if (this.#group && this.#group.value !== this.#chosenGroup) this.#group.value = this.#chosenGroup;
    const chips = filterChips(query, this.options.onQuery);
    this.#chips.replaceChildren(...chips);
    this.#toggle.setAttribute('aria-pressed', String(chips.length > 0));
    this.#panel.show(query);
  }

  /** Asks what can be filtered and grouped by; called when everything else stands. */
  async loadFacets(): Promise<void> {
    const facets = await this.options.fetchFacets().catch(() => undefined);
    if (!facets) return;
    this.#panel.fill(facets);
    this.#fields = facets.fields;
    this.#showGroups();
  }

  toggle(): void {
    const open = this.#panel.toggle();
    this.#toggle.setAttribute('aria-expanded', String(open));
    if (open) this.#panel.focus();
    else this.#toggle.focus();
  }

  focusText(): void {
    this.#text.focus();
  }

  setText(text: string): void {
    if (this.#text.value !== text) this.#text.value = text;
  }

  isText(target: EventTarget | null): boolean {
    return target === this.#text.element;
  }

  get #groups(): readonly (readonly [value: string, name: string, Grouping])[] {
    return [
      ...GROUP_NAMES.map(([by, name]) => [by, name, { by }] as const),
      ...this.#fields.map(({ side, field }) => {
        const grouping: Grouping = { by: 'meta', side, field };
        return [JSON.stringify([side, field]), `${field} (${sideName(side)})`, grouping] as const;
      }),
    ];
  }

  get #chosenGroup(): string {
    const group = JSON.stringify(this.#query.group);
    return this.#groups.find(([, , grouping]) => JSON.stringify(grouping) === group)?.[0] ?? 'none';
  }

  #showGroups(): void {
    const choices = this.#groups;
    const hadFocus = this.#groupPlace.contains(document.activeElement);
    this.#group = select(
      t('Group by'),
      choices.map(([value, name]) => [value, name] as const),
      this.#chosenGroup,
      (value) => {
        const grouping = choices.find(([one]) => one === value)?.[2];
        if (grouping) this.options.onQuery({ group: grouping });
      },
    );
    this.#groupPlace.replaceChildren(this.#group);
    if (hadFocus) this.#group.focus();
  }
}
