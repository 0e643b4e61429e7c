/** What a search has found so far: the records, and the text in the rows on screen. */
import type { FindText } from '../../../shared/tableCalls.js';
import { visible } from '../../pair/visible.js';
import { el } from '../../parts/dom.js';

export class Found {
  /** Rising. Those from the search's beginning on, and those before it, which are found last. */
  readonly #after: number[] = [];
  readonly #before: number[] = [];

  constructor(
    readonly find: FindText | undefined,
    private readonly from = 0,
  ) {}

  get count(): number {
    return this.#after.length + this.#before.length;
  }

  /** Takes records in the order in which the search finds them. */
  add(records: readonly number[]): void {
    for (const record of records) (record >= this.from ? this.#after : this.#before).push(record);
  }

  has(record: number): boolean {
    const at = this.placeOf(record);
    return at < this.count && this.at(at) === record;
  }

  /** The record of a place, places counted in the file's order. */
  at(place: number): number {
    return this.#before[place] ?? this.#after[place - this.#before.length]!;
  }

  /** The place of the first found record that is not before `record`. */
  placeOf(record: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < record) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The found record after or before `record`, around the ends; undefined if nothing was found. */
  step(record: number, by: 1 | -1): number | undefined {
    if (this.count === 0) return undefined;
    const at = this.placeOf(record);
    const next = by === 1 ? (this.has(record) ? at + 1 : at) : at - 1;
    return this.at((next + this.count) % this.count);
  }

  /** `text` as nodes, what was searched for marked. */
  mark(text: string): Node[] {
    const wanted = this.find?.text ?? '';
    if (wanted === '') return visible(text);
    const fold = (part: string) => (this.find?.matchCase === true ? part : part.toLowerCase());
    const folded = fold(text);
    const needle = fold(wanted);
    // Where lower case has another length, places would be wrong.
    if (folded.length !== text.length || needle === '') return visible(text);
    const nodes: Node[] = [];
    let from = 0;
    for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, from)) {
      nodes.push(
        ...visible(text, from, at),
        el('mark', { class: 'hit' }, ...visible(text, at, at + needle.length)),
      );
      from = at + needle.length;
    }
    nodes.push(...visible(text, from));
    return nodes;
  }
}
