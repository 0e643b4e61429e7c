/** The scores of each suspect's best matches so far: what is worse than as many as are kept is surely beyond the cap. */
import type { ScoresKey } from './order.js';
import { scoreColumns } from './orderColumns.js';

/** Numbers of a row. */
const WIDTH = 4;

export class BestScores {
  /** Per suspect its matches so far, and rows of those after the first ones, the best first: few suspects have so many. */
  private readonly met: Uint32Array;
  private readonly rows = new Map<number, number[]>();

  /** @param most matches that are kept of a suspect */
  constructor(
    private readonly most: number,
    suspects: number,
  ) {
    this.met = new Uint32Array(suspects);
  }

  /** Adds the scores of a match; false if as many as are kept surely have better ones. */
  add(suspect: number, match: ScoresKey): boolean {
    if (this.met[suspect]!++ < this.most) return true;
    const row = scoreColumns(match);
    const rows = this.rows.get(suspect) ?? [];
    this.rows.set(suspect, rows);
    let at = rows.length;
    while (at > 0 && compareRow(row, rows, at - WIDTH) < 0) at -= WIDTH;
    const isFull = rows.length === WIDTH * this.most;
    if (isFull && at === rows.length) return compareRow(row, rows, at - WIDTH) === 0;
    rows.splice(at, 0, ...row);
    if (isFull) rows.length -= WIDTH;
    return true;
  }
}

/** Less than 0 if the row goes before the one that begins there, 0 if they are equal. */
function compareRow(row: readonly number[], rows: readonly number[], at: number): number {
  for (let column = 0; column < WIDTH; column++) {
    const difference = row[column]! - rows[at + column]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
