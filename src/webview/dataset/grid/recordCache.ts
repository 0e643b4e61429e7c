/** The rows fetched so far: in blocks around what is in view, the oldest let go, few on their way at once. */
import type { TableRow } from '../../../shared/tableCalls.js';

const BLOCK = 64;
const KEPT = 30;
const AT_ONCE = 2;

export interface RecordCacheOptions {
  readonly fetch: (first: number, count: number) => Promise<readonly TableRow[]>;
  /** Records that can be asked for: those counted so far. */
  readonly known: () => number;
  readonly onRows: () => void;
  readonly onProblem: (error: unknown) => void;
}

export class RecordCache {
  #blocks = new Map<number, readonly TableRow[]>();
  #asked = new Set<number>();
  /** Blocks that are shown until they have been fetched anew. */
  #stale = new Set<number>();
  /** Fetches of before the last `renew` are dropped. */
  #turn = 0;
  #wanted: readonly [first: number, last: number] = [0, -1];

  constructor(private readonly options: RecordCacheOptions) {}

  get(record: number): TableRow | undefined {
    return this.#blocks.get(Math.floor(record / BLOCK))?.[record % BLOCK];
  }

  /** Fetches what is missing between two records, both included. While much is on its way, only the last wish counts. */
  want(first: number, last: number): void {
    this.#wanted = [first, last];
    this.#next();
  }

  /** Fetches all rows anew when they are wanted; until then the old ones are given. */
  renew(): void {
    this.#turn++;
    this.#asked = new Set();
    this.#stale = new Set(this.#blocks.keys());
  }

  #next(): void {
    const [first, last] = this.#wanted;
    for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block++) {
      if (this.#asked.size >= AT_ONCE) return;
      if (!this.#asked.has(block) && this.#isMissing(block)) void this.#ask(block);
    }
  }

  /** Also a block that was fetched while its last records were not counted yet. */
  #isMissing(block: number): boolean {
    const known = Math.min(this.options.known() - block * BLOCK, BLOCK);
    return known > 0 && (this.#stale.has(block) || (this.#blocks.get(block)?.length ?? 0) < known);
  }

  async #ask(block: number): Promise<void> {
    const turn = this.#turn;
    this.#asked.add(block);
    const first = block * BLOCK;
    const count = Math.min(BLOCK, this.options.known() - first);
    try {
      const rows = await this.options.fetch(first, count);
      if (turn !== this.#turn) return;
      this.#asked.delete(block);
      this.#stale.delete(block);
      this.#blocks.delete(block);
      this.#blocks.set(block, rows);
      this.#trim();
      this.options.onRows();
      // A file that has fewer records than were counted would be asked for ever.
      if (rows.length === count) this.#next();
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#asked.delete(block);
      this.options.onProblem(error);
    }
  }

  #trim(): void {
    for (const block of this.#blocks.keys()) {
      if (this.#blocks.size <= KEPT) return;
      this.#blocks.delete(block);
    }
  }
}
