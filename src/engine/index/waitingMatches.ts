/** Matches that wait on disk until all originals were asked, whatever their number. */
import path from 'node:path';
import { findingColumns } from '../../core/match/orderColumns.js';
import { OrderTable } from '../../core/match/orderTable.js';
import { Spool } from '../../io/case/spool.js';
import { runsDir } from '../../io/case/paths.js';
import { temporaryName } from '../../io/temporary.js';
import type { HalfMatch, PackedMatch } from './packedMatch.js';

/** The number of a list: of each match its entry, and what orders it. */
export type Waiting = number;

/** Beyond the first megabyte a file of the case folder holds them; {@link close} removes it. */
export class WaitingMatches {
  readonly #entries: Spool;
  readonly #order = new OrderTable(findingColumns);

  /** @param most matches of one suspect that wait */
  constructor(
    caseDir: string,
    readonly most: number,
  ) {
    this.#entries = new Spool(temporaryName(path.join(runsDir(caseDir), '.waiting')));
  }

  /** The best of a suspect's matches so far and more of it, the best first; the others are forgotten. Throws what the file system throws. */
  join(before: Waiting | undefined, more: readonly PackedMatch[]): Waiting | undefined {
    if (more.length === 0) return before;
    const order = this.#order;
    order.clear();
    /** Per row its match: that waits, by its entry, or that is new. */
    const matches: (number | PackedMatch)[] = [];
    for (const { entry, numbers } of this.#list(before)) matches[order.put(numbers)] = entry;
    for (const match of more) matches[order.add(match)] = match;
    const best = order.sorted().subarray(0, this.most);
    // Most of a suspect with many matches are no better than those that wait.
    if (best.every((row) => typeof matches[row] === 'number')) return before;
    const list = Array.from(best, (row) => {
      const match = matches[row]!;
      // Only what is among the best so far goes to the disk.
      const entry = typeof match === 'number' ? match : this.#entries.add(Buffer.from(match.json));
      return [entry, ...order.numbers(row)];
    });
    return this.#entries.add(new Uint8Array(Float64Array.from(list.flat()).buffer));
  }

  /** The matches as they were, the best first. */
  take(list: Waiting | undefined): HalfMatch[] {
    return this.#list(list).map(
      ({ entry }) => JSON.parse(this.#entries.entry(entry).toString()) as HalfMatch,
    );
  }

  close(): void {
    this.#entries.close();
  }

  #list(list: Waiting | undefined): { readonly entry: number; readonly numbers: Float64Array }[] {
    if (list === undefined) return [];
    const numbers = new Float64Array(Uint8Array.from(this.#entries.entry(list)).buffer);
    const width = this.#order.width + 1;
    return Array.from({ length: numbers.length / width }, (_, at) => ({
      entry: numbers[at * width]!,
      numbers: numbers.subarray(at * width + 1, (at + 1) * width),
    }));
  }
}
