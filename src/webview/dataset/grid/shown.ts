/** Which records the rows show: all, or some of them. A record's place is its row's number, from 0 on. */
import { lowerBound } from '../../parts/lowerBound.js';

export class Shown {
  private constructor(
    readonly count: number,
    /** Rising; undefined where every record is shown. */
    readonly only: readonly number[] | undefined,
  ) {}

  /** All of `count` records. */
  static all(count: number): Shown {
    return new Shown(count, undefined);
  }

  /** These records, rising, whatever the file holds. */
  static only(records: readonly number[]): Shown {
    return new Shown(records.length, records);
  }

  /** The record of a place that is there. */
  recordAt(place: number): number {
    return this.only ? this.only[place]! : place;
  }

  /** The place of the first record shown that is not before `record`; not below `count` if there is none. */
  placeOf(record: number): number {
    const { only, count } = this;
    return only ? lowerBound(count, (place) => only[place]!, record) : record;
  }

  /** True if the record has a row, or will have one when it is counted. */
  has(record: number): boolean {
    return this.only ? this.only[this.placeOf(record)] === record : true;
  }

  /** The record shown that is nearest behind `record`, else the last one; 0 if none is shown. */
  near(record: number): number {
    return this.count === 0 ? 0 : this.recordAt(Math.min(this.placeOf(record), this.count - 1));
  }
}
