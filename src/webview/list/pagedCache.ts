/** What was fetched for the places of a list so far: asked for in blocks around what is in view, the oldest let go. */
import type { FindingId } from '../../shared/findingQuery.js';

const BLOCK = 100;
const KEPT_BLOCKS = 60;

/** Fetches what belongs to each of `ids`, in their order. */
export type Fetch<T> = (ids: readonly FindingId[]) => Promise<readonly T[]>;

export class PagedCache<T> {
  /** The last question about each block: a later one has the later answer. */
  readonly #asked = new Map<number, number>();
  #turn = 0;
  readonly #blocks = new Map<number, readonly T[] | 'asked'>();

  constructor(
    readonly ids: readonly FindingId[],
    readonly fetch: Fetch<T>,
    readonly onFetched: () => void,
    readonly onProblem: (error: unknown) => void,
  ) {}

  /** What belongs to the place `at`, if it has been fetched. */
  get(at: number): T | undefined {
    const block = this.#blocks.get(Math.floor(at / BLOCK));
    return block === 'asked' ? undefined : block?.[at % BLOCK];
  }

  /** Fetches what is missing at the place `at` and around it. */
  want(at: number): void {
    const number = Math.floor(at / BLOCK);
    if (!this.#blocks.has(number)) void this.#ask(number);
  }

  /** Fetches what belongs to `places` anew and forgets the rest; what is there stays until the new has come. */
  refresh(places: readonly number[]): void {
    const wanted = new Set(places.map((at) => Math.floor(at / BLOCK)));
    for (const number of this.#blocks.keys()) if (!wanted.has(number)) this.#blocks.delete(number);
    for (const number of wanted) void this.#ask(number);
  }

  async #ask(number: number): Promise<void> {
    if (!this.#blocks.has(number)) this.#blocks.set(number, 'asked');
    const turn = ++this.#turn;
    this.#asked.set(number, turn);
    try {
      const fetched = await this.fetch(this.ids.slice(number * BLOCK, (number + 1) * BLOCK));
      if (this.#asked.get(number) !== turn) return;
      this.#blocks.set(number, fetched);
      this.#trim();
      this.onFetched();
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
