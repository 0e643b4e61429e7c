/** The scores of each suspect's best matches so far: what as many as are kept go before is surely beyond the cap. */
import { compareOriginals, type OriginalKey, type ScoresKey } from './order.js';
import { scoreColumns } from './orderColumns.js';

/** Numbers of a row. */
const WIDTH = 4;
/** Matches of a suspect of which no row is kept: few suspects have more. */
const FEW = 2;

export class BestScores {
  /** Per suspect its matches so far, and rows of those after the first few, the best first. */
  private readonly met: Uint32Array;
  private readonly rows = new Map<number, number[]>();
  /** Per suspect a place that none of the rows with the last one's scores goes behind; absent if none is known. */
  private readonly last = new Map<number, OriginalKey>();

  /** @param most matches that are kept of a suspect */
  constructor(
    private readonly most: number,
    suspects: number,
  ) {
    this.met = new Uint32Array(suspects);
  }

  /** Adds a match; false if as many as are kept surely go before it. `place` is asked for where there are more than a few. */
  add(suspect: number, match: ScoresKey, place: () => OriginalKey): boolean {
    if (this.met[suspect]!++ < FEW) return true;
    if (this.isBeyond(suspect, match, place)) return false;
    this.enter(suspect, scoreColumns(match), place());
    return true;
  }

  /** True if as many as are kept surely go before what has these scores at most in that place. */
  isBeyond(suspect: number, match: ScoresKey, place: () => OriginalKey): boolean {
    const rows = this.rows.get(suspect);
    if (rows?.length !== WIDTH * this.most) return false;
    const order = compareRow(scoreColumns(match), rows, rows.length - WIDTH);
    if (order !== 0) return order > 0;
    const last = this.last.get(suspect);
    return last !== undefined && compareOriginals(place(), last) > 0;
  }

  private enter(suspect: number, row: readonly number[], place: OriginalKey): void {
    const rows = this.rows.get(suspect) ?? [];
    this.rows.set(suspect, rows);
    const before = rows.slice(-WIDTH);
    let at = rows.length;
    while (at > 0 && compareRow(row, rows, at - WIDTH) < 0) at -= WIDTH;
    if (at < WIDTH * this.most) rows.splice(at, 0, ...row);
    if (rows.length > WIDTH * this.most) rows.length -= WIDTH;
    const isLast = compareRow(row, rows, rows.length - WIDTH) === 0;
    const isAsBefore = before.length > 0 && compareRow(before, rows, rows.length - WIDTH) === 0;
    const last = this.last.get(suspect);
    if (!isAsBefore) {
      // Others with these scores may be among the rows.
      const isAlone =
        isLast && (rows.length === WIDTH || compareRow(row, rows, rows.length - 2 * WIDTH) !== 0);
      if (isAlone) this.last.set(suspect, place);
      else this.last.delete(suspect);
    } else if (isLast && last && compareOriginals(place, last) > 0) this.last.set(suspect, place);
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
