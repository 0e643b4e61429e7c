/** The scores of each suspect's best matches so far: what is worse than as many as are kept is surely beyond the cap. */
import type { ScoresKey } from './order.js';

/** Numbers of a row: the less the first that differs, the better. */
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
  add(suspect: number, { reported, scores }: ScoresKey): boolean {
    if (this.met[suspect]!++ < this.most) return true;
    const { distinctiveTokens, containmentSuspect, jaccard } = scores;
    const row = [-Number(reported), -distinctiveTokens.value, -containmentSuspect.value, -jaccard.value];
    const rows = this.rows.get(suspect);
    if (!rows) {
      this.rows.set(suspect, row);
      return true;
    }
    let at = rows.length;
    while (at > 0 && isBefore(row, rows, at - WIDTH)) at -= WIDTH;
    const isFull = rows.length === WIDTH * this.most;
    if (isFull && at === rows.length) return !isBefore(rows.slice(-WIDTH), row, 0);
    rows.splice(at, 0, ...row);
    if (isFull) rows.length -= WIDTH;
    return true;
  }
}

/** True if the row goes before the one that begins there. */
function isBefore(row: readonly number[], rows: readonly number[], at: number): boolean {
  for (let column = 0; column < WIDTH; column++) {
    const difference = row[column]! - rows[at + column]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
