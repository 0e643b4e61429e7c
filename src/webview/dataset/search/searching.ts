/** The search: its field, what runs, and the steps of the reader from one record found to the next. */
import type { DatasetCalls } from '../../../shared/datasetCalls.js';
import type { Client } from '../../../shared/rpc.js';
import type { SearchProgress } from '../../../shared/tableCalls.js';
import type { Tooltip } from '../../parts/tooltip.js';
import type { Found } from './found.js';
import { SearchBar } from './searchBar.js';
import { Searches } from './searches.js';

/** What is searched for. */
export interface Search {
  readonly find: string;
  readonly matchCase: boolean;
}

export interface SearchingOptions {
  readonly calls: Client<DatasetCalls>;
  readonly tooltip: Tooltip;
  /** What the field holds at first. */
  readonly last: Search;
  readonly record: () => number;
  readonly isShown: (record: number) => boolean;
  /** Another search begins: what is shown is to be marked anew. */
  readonly onSearch: (search: Search) => void;
  /** More was found, or the search ended. */
  readonly onFound: () => void;
  readonly onSelect: (record: number) => void;
  readonly onProblem: (error: unknown) => void;
  /** The reader is done with the field. */
  readonly onLeave: () => void;
}

export class Searching {
  readonly #bar: SearchBar;
  readonly #searches: Searches;
  /** A search that is taken up again does not move the reader. */
  #jumps = true;

  constructor(private readonly options: SearchingOptions) {
    const { calls, tooltip, last } = options;
    this.#searches = new Searches({
      search: (find, signal, onProgress) =>
        calls.call<'search', SearchProgress>('search', find, { signal, onProgress }),
      onChange: (first) => this.#changed(first),
      isShown: options.isShown,
      onProblem: options.onProblem,
    });
    this.#bar = new SearchBar({
      tooltip,
      text: last.find,
      matchCase: last.matchCase,
      onSearch: (find, matchCase) => this.#search({ find, matchCase }),
      onStep: (by) => this.step(by),
      onCancel: () => {
        this.#searches.stop();
        this.#changed(undefined);
      },
      onLeave: options.onLeave,
    });
  }

  get element(): HTMLElement {
    return this.#bar.element;
  }

  get found(): Found {
    return this.#searches.found;
  }

  /** Takes the last search up again, if there was one. */
  resume(): void {
    const { find, matchCase } = this.options.last;
    this.#jumps = false;
    if (find !== '') this.#searches.start({ text: find, matchCase }, this.options.record());
  }

  /** Other records are shown now: the steps lead to those. */
  reshow(): void {
    this.#searches.reshow();
    this.show();
  }

  focus(): void {
    this.#bar.focus();
  }

  /** Goes to the next or the previous record found, around the ends. */
  step(by: 1 | -1): void {
    const next = this.found.step(this.options.record(), by);
    if (next !== undefined) this.options.onSelect(next);
  }

  /** Says how far the search is, and where the reader is in it. */
  show(): void {
    this.#bar.show(this.#searches.status(this.options.record()));
  }

  #search(search: Search): void {
    this.#jumps = true;
    this.#searches.start({ text: search.find, matchCase: search.matchCase }, this.options.record());
    this.options.onSearch(search);
  }

  #changed(first: number | undefined): void {
    if (first !== undefined && this.#jumps) this.options.onSelect(first);
    this.options.onFound();
    this.show();
  }
}
