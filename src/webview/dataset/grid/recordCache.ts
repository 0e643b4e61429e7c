/** The rows fetched so far: in blocks of places around what is in view, the oldest let go, few on their way at once. */
import type { TableRow } from '../../../shared/tableCalls.js';
import type { Shown } from './shown.js';

const BLOCK = 64;
const KEPT = 30;
const AT_ONCE = 2;

export interface RecordCacheOptions {
  readonly fetch: (records: readonly number[]) => Promise<readonly TableRow[]>;
  readonly shown: () => Shown;
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
    const place = this.options.shown().placeOf(record);
    const row = this.#blocks.get(Math.floor(place / BLOCK))?.[place % BLOCK];
    return row?.record === record ? row : undefined;
  }

  /** Fetches what is missing between two places, both included. While much is on its way, only the last wish counts. */
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

  /** Other records are shown: what was fetched stands at other places. */
  clear(): void {
    this.renew();
    this.#blocks.clear();
    this.#stale.clear();
    this.#wanted = [0, -1];
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
    const known = this.#known(block);
    return known > 0 && (this.#stale.has(block) || (this.#blocks.get(block)?.length ?? 0) < known);
  }

  /** How many rows of a block can be asked for. */
  #known(block: number): number {
    const counted = this.options.shown().placeOf(this.options.known());
    return Math.min(counted - block * BLOCK, BLOCK);
  }

  async #ask(block: number): Promise<void> {
    const turn = this.#turn;
    this.#asked.add(block);
    const shown = this.options.shown();
    const count = this.#known(block);
    const records = Array.from({ length: count }, (_, i) => shown.recordAt(block * BLOCK + i));
    try {
      const rows = await this.options.fetch(records);
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
