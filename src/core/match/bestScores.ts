/** The scores of each suspect's best matches so far: what as many as are kept go before is surely beyond the cap. */
import { compareOriginals, type OriginalKey, type ScoresKey } from './order.js';
import { scoreColumns } from './orderColumns.js';

/** Numbers of a row. */
const WIDTH = 4;
/** Matches of a suspect of which no row is kept: few suspects have more. */
const FEW = 2;

export class BestScores {
  /** Per suspect its matches so far. */
  private readonly met: Uint32Array;
  /** Per suspect how many rows are kept of those after the first few, and the rows, the best first. */
  private readonly kept: Uint32Array;
  private readonly rows = new Map<number, Float64Array>();
  /** Per suspect a place that none of the rows with the last one's scores goes behind; absent if none is known. */
  private readonly last = new Map<number, OriginalKey>();

  /** @param most matches that are kept of a suspect */
  constructor(
    private readonly most: number,
    suspects: number,
  ) {
    this.met = new Uint32Array(suspects);
    this.kept = new Uint32Array(suspects);
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
    if (!rows || this.kept[suspect] !== this.most) return false;
    const order = compareRow(scoreColumns(match), rows, WIDTH * (this.most - 1));
    if (order !== 0) return order > 0;
    const last = this.last.get(suspect);
    return last !== undefined && compareOriginals(place(), last) > 0;
  }

  private enter(suspect: number, row: readonly number[], place: OriginalKey): void {
    const kept = this.kept[suspect]!;
    const now = Math.min(kept + 1, this.most);
    const rows = this.roomFor(suspect, now);
    const end = WIDTH * kept;
    const before = kept > 0 ? rows.slice(end - WIDTH, end) : undefined;
    let at = end;
    while (at > 0 && compareRow(row, rows, at - WIDTH) < 0) at -= WIDTH;
    if (at < WIDTH * now) {
      rows.copyWithin(at + WIDTH, at, WIDTH * (now - 1));
      rows.set(row, at);
      this.kept[suspect] = now;
    }
    const lastAt = WIDTH * (now - 1);
    const isLast = compareRow(row, rows, lastAt) === 0;
    const isAsBefore = before !== undefined && compareRow(before, rows, lastAt) === 0;
    const last = this.last.get(suspect);
    if (!isAsBefore) {
      // Others with these scores may be among the rows.
      const isAlone = isLast && (now === 1 || compareRow(row, rows, lastAt - WIDTH) !== 0);
      if (isAlone) this.last.set(suspect, place);
      else this.last.delete(suspect);
    } else if (isLast && last && compareOriginals(place, last) > 0) this.last.set(suspect, place);
  }

  /** The suspect's rows, with room for so many; numbers of their own, since lists of a block's suspects outweigh all else. */
  private roomFor(suspect: number, count: number): Float64Array {
    const rows = this.rows.get(suspect);
    if (rows && rows.length >= WIDTH * count) return rows;
    const wider = new Float64Array(WIDTH * Math.min(2 * count, this.most));
    if (rows) wider.set(rows);
    this.rows.set(suspect, wider);
    return wider;
  }
}

/** Less than 0 if the row goes before the one that begins there, 0 if they are equal. */
function compareRow(row: ArrayLike<number>, rows: Float64Array, at: number): number {
  for (let column = 0; column < WIDTH; column++) {
    const difference = row[column]! - rows[at + column]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
