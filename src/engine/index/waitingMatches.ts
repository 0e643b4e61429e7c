/** Matches that wait until all originals were asked: what orders them as rows of numbers, the whole on disk. */
import path from 'node:path';
import { findingColumns } from '../../core/match/orderColumns.js';
import { OrderTable } from '../../core/match/orderTable.js';
import { Spool } from '../../io/case/spool.js';
import { runsDir } from '../../io/case/paths.js';
import { temporaryName } from '../../io/temporary.js';
import type { HalfMatch, PackedMatch } from './packedMatch.js';

/** Numbers of matches that wait. */
export type Waiting = readonly number[];

/** Beyond the first megabyte a file of the case folder holds them; {@link close} removes it. */
export class WaitingMatches {
  readonly #matches: Spool;
  readonly #order = new OrderTable(findingColumns);
  /** Per match its entry. */
  readonly #entryOf: number[] = [];

  /** @param most matches of one suspect that wait */
  constructor(
    caseDir: string,
    readonly most: number,
  ) {
    this.#matches = new Spool(temporaryName(path.join(runsDir(caseDir), '.waiting')));
  }

  /** The best of a suspect's matches so far and more of it, the best first; the others are forgotten. Throws what the file system throws. */
  join(before: Waiting, more: readonly PackedMatch[]): Waiting {
    const packed = new Map(more.map((match) => [this.#order.add(match), match.json]));
    const all = [...before, ...packed.keys()].sort((a, b) => this.#order.compare(a, b));
    for (const match of all.splice(this.most)) this.#order.remove(match);
    for (const match of all) {
      const json = packed.get(match);
      // Only what is among the best so far goes to the disk.
      if (json !== undefined) this.#entryOf[match] = this.#matches.add(Buffer.from(json));
    }
    return all;
  }

  /** The match as it was. */
  take(match: number): HalfMatch {
    return JSON.parse(this.#matches.entry(this.#entryOf[match]!).toString()) as HalfMatch;
  }

  close(): void {
    this.#matches.close();
  }
}
