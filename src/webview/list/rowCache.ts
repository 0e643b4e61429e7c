/** The rows fetched so far: asked for in blocks around what is in view, the oldest let go. */
import type { FindingId, FindingRow } from '../../shared/engineCalls.js';

const BLOCK = 100;
const KEPT_BLOCKS = 60;

export type FetchRows = (ids: readonly FindingId[]) => Promise<FindingRow[]>;

/** Rows of one list by their place in it. */
export class RowCache {
  readonly #blocks = new Map<number, readonly (FindingRow | undefined)[] | 'asked'>();

  constructor(
    readonly ids: readonly FindingId[],
    readonly fetch: FetchRows,
    readonly onRows: () => void,
    readonly onProblem: (error: unknown) => void,
  ) {}

  /** The row at `index`, if it has been fetched. */
  get(index: number): FindingRow | undefined {
    const block = this.#blocks.get(Math.floor(index / BLOCK));
    return block === 'asked' ? undefined : block?.[index % BLOCK];
  }

  /** Fetches what is missing between two places, both included. */
  want(first: number, last: number): void {
    for (let number = Math.floor(first / BLOCK); number <= Math.floor(last / BLOCK); number++) {
      if (!this.#blocks.has(number)) void this.#ask(number);
    }
  }

  async #ask(number: number): Promise<void> {
    this.#blocks.set(number, 'asked');
    const ids = this.ids.slice(number * BLOCK, (number + 1) * BLOCK);
    try {
      const rows = await this.fetch(ids);
      const byId = new Map(rows.map((row) => [row.id, row]));
      this.#blocks.set(
        number,
        ids.map((id) => byId.get(id)),
      );
      this.#trim();
      this.onRows();
    } catch (error) {
      // Forgotten, so that the next look asks again.
      this.#blocks.delete(number);
      this.onProblem(error);
    }
  }

  #trim(): void {
    for (const [number, block] of this.#blocks) {
      if (this.#blocks.size <= KEPT_BLOCKS) return;
      if (block !== 'asked') this.#blocks.delete(number);
    }
  }
}
