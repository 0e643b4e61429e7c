/** What a search has found so far: the records, and the text in the rows on screen. */
import type { FindText } from '../../../shared/tableCalls.js';
import { visible } from '../../pair/visible.js';
import { el } from '../../parts/dom.js';
import { lowerBound } from '../../parts/lowerBound.js';

export class Found {
  /** Rising. Those from the search's beginning on, and those before it, which are found last. */
  readonly #after: number[] = [];
  readonly #before: number[] = [];
  /** In the order of the search. */
  readonly #hidden: number[] = [];

  constructor(
    readonly find: FindText | undefined,
    private readonly from = 0,
    /** What is found among other records counts as hidden. */
    private readonly isShown: (record: number) => boolean = () => true,
  ) {}

  get count(): number {
    return this.#after.length + this.#before.length;
  }

  /** How many were found among the records that are not shown. */
  get hidden(): number {
    return this.#hidden.length;
  }

  /** Takes records in the order in which the search finds them; returns the first of them that is shown. */
  add(records: readonly number[]): number | undefined {
    let first: number | undefined;
    for (const record of records) {
      if (!this.isShown(record)) this.#hidden.push(record);
      else {
        first ??= record;
        (record >= this.from ? this.#after : this.#before).push(record);
      }
    }
    return first;
  }

  /** The same where other records are shown. */
  where(isShown: (record: number) => boolean): Found {
    const found = new Found(this.find, this.from, isShown);
    const all = [...this.#after, ...this.#before, ...this.#hidden].sort((a, b) => a - b);
    const start = lowerBound(all.length, (at) => all[at]!, this.from);
    found.add([...all.slice(start), ...all.slice(0, start)]);
    return found;
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
    return lowerBound(this.count, (place) => this.at(place), record);
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
