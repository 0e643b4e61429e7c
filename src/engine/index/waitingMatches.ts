/** Matches that wait until all originals were asked: what orders them as rows of numbers, the whole on disk. */
import path from 'node:path';
import { findingColumns } from '../../core/match/orderColumns.js';
import { OrderTable } from '../../core/match/orderTable.js';
import { LineSpool } from '../../io/case/lineSpool.js';
import { runsDir } from '../../io/case/paths.js';
import { temporaryName } from '../../io/temporary.js';
import type { HalfMatch, PackedMatch } from './packedMatch.js';

/** Numbers of matches that wait. */
export type Waiting = readonly number[];

/** Beyond the first megabyte a file of the case folder holds them; {@link close} removes it. */
export class WaitingMatches {
  readonly #lines: LineSpool;
  readonly #order = new OrderTable(findingColumns);
  /** Per match its line. */
  readonly #lineOf: number[] = [];

  /** @param most matches of one suspect that wait */
  constructor(
    caseDir: string,
    readonly most: number,
  ) {
    this.#lines = new LineSpool(temporaryName(path.join(runsDir(caseDir), '.waiting')));
  }

  /** The best of a suspect's matches so far and more of it, the best first; the others are forgotten. Throws what the file system throws. */
  join(before: Waiting, more: readonly PackedMatch[]): Waiting {
    const packed = new Map(more.map((match) => [this.#order.add(match), match.json]));
    const all = [...before, ...packed.keys()].sort((a, b) => this.#order.compare(a, b));
    for (const match of all.splice(this.most)) this.#order.remove(match);
    for (const match of all) {
      const json = packed.get(match);
      // Only what is among the best so far goes to the disk.
      if (json !== undefined) this.#lineOf[match] = this.#lines.add(json);
    }
    return all;
  }

  /** The match as it was. */
  take(match: number): HalfMatch {
    return JSON.parse(this.#lines.line(this.#lineOf[match]!)) as HalfMatch;
  }

  close(): void {
    this.#lines.close();
  }
}
