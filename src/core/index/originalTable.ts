/** The windows of one original, found by their hash: small enough to stay near the processor. */
import type { WindowList } from './windows.js';

/** A window that stands at several places. */
export const SEVERAL = -2;

export class OriginalTable {
  /** Distinct windows. */
  distinct = 0;
  private keys = new Uint32Array(1024);
  private places = new Int32Array(1024);

  /** Takes the windows of one original, in place of the last one's. */
  read(list: WindowList): void {
    let size = 256;
    while (size < 2 * list.count) size *= 2;
    if (size !== this.keys.length) {
      this.keys = new Uint32Array(size);
      this.places = new Int32Array(size);
    } else this.keys.fill(0);
    const mask = size - 1;
    this.distinct = 0;
    for (let at = 0; at < list.count; at++) {
      const hash = list.hashes[at]!;
      let slot = hash & mask;
      while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
      if (this.keys[slot] === hash) this.places[slot] = SEVERAL;
      else {
        this.keys[slot] = hash;
        this.places[slot] = at;
        this.distinct++;
      }
    }
  }

  /** Where the window stands, in tokens; SEVERAL, or −1 if it does not. */
  find(hash: number): number {
    const mask = this.keys.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const key = this.keys[slot]!;
      if (key === hash) return this.places[slot]!;
      if (key === 0) return -1;
    }
  }
}
