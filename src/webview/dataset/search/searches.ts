/** The search that runs, if one does: a new one ends the one before. */
import type { FindText, SearchProgress, SearchResult } from '../../../shared/tableCalls.js';
import { Found } from './found.js';
import type { SearchStatus } from './searchBar.js';

export interface SearchesOptions {
  readonly search: (
    find: FindText & { from: number },
    signal: AbortSignal,
    onProgress: (progress: SearchProgress) => void,
  ) => Promise<SearchResult>;
  readonly isShown: (record: number) => boolean;
  /** Something was found, or the search went on or ended; `first` is set with the first record found. */
  readonly onChange: (first: number | undefined) => void;
  readonly onProblem: (error: unknown) => void;
}

export class Searches {
  found = new Found(undefined);
  #running: AbortController | undefined;
  #progress = 0;
  #capped = false;

  constructor(private readonly options: SearchesOptions) {}

  /** Searches from `from` on and around; an empty text ends searching. */
  start(find: FindText, from: number): void {
    this.stop();
    this.found = new Found(find.text === '' ? undefined : find, from, this.options.isShown);
    this.#progress = 0;
    this.#capped = false;
    if (find.text !== '') void this.#run({ ...find, from });
    this.options.onChange(undefined);
  }

  /** Ends the running search; what it has found stays. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Other records are shown now. */
  reshow(): void {
    this.found = this.found.where(this.options.isShown);
  }

  /** How far the search is, for a reader at `record`. */
  status(record: number): SearchStatus | undefined {
    const { found } = this;
    if (!found.find) return undefined;
    const place = found.has(record) ? found.placeOf(record) + 1 : 0;
    const progress = this.#running && { progress: this.#progress };
    return { place, count: found.count, hidden: found.hidden, capped: this.#capped, ...progress };
  }

  async #run(find: FindText & { from: number }): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const isCurrent = () => this.#running === running;
    try {
      const result = await this.options.search(find, running.signal, (progress) => {
        if (!isCurrent()) return;
        const isFirst = this.found.count === 0;
        const first = this.found.add(progress.found);
        this.#progress = progress.total === 0 ? 0 : progress.done / progress.total;
        this.options.onChange(isFirst ? first : undefined);
      });
      this.#capped = result.capped;
    } catch (error) {
      if (isCurrent()) this.options.onProblem(error);
    }
    if (!isCurrent()) return;
    this.#running = undefined;
    this.options.onChange(undefined);
  }
}
