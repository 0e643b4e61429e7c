/** The windows of one original, found by their hash: small enough to stay near the processor. */
import type { WindowList } from './windows.js';

export class OriginalTable {
  /** Distinct windows. */
  distinct = 0;
  /** Per place of a window the next place of an equal one, or −1; places ascend. */
  next = new Int32Array(1024);
  private keys = new Uint32Array(1024);
  private heads = new Int32Array(1024);

  /** Takes the windows of one original, in place of the last one's. */
  read(list: WindowList): void {
    let size = 256;
    while (size < 2 * list.count) size *= 2;
    if (size !== this.keys.length) {
      this.keys = new Uint32Array(size);
      this.heads = new Int32Array(size);
    } else this.keys.fill(0);
    if (this.next.length < list.count) this.next = new Int32Array(2 * list.count);
    const mask = size - 1;
    this.distinct = 0;
    for (let at = list.count - 1; at >= 0; at--) {
      const hash = list.hashes[at]!;
      let slot = hash & mask;
      while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
      if (this.keys[slot] === hash) this.next[at] = this.heads[slot]!;
      else {
        this.keys[slot] = hash;
        this.next[at] = -1;
        this.distinct++;
      }
      this.heads[slot] = at;
    }
  }

  /** The first place where the window stands, in tokens, or −1. */
  find(hash: number): number {
    const mask = this.keys.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const key = this.keys[slot]!;
      if (key === hash) return this.heads[slot]!;
      if (key === 0) return -1;
    }
  }
}
