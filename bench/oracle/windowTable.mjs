// @ts-check
// From keys (hashes) to the suspects that have them: what the originals are streamed past.

/** Open addressing over 32-bit keys; equal keys of different windows only cost time, since pairs are scored after. */
export class WindowTable {
  #keys = new Int32Array(1 << 16);
  #slots = new Int32Array(1 << 16);
  #size = 0;
  /** @type {number[][]} */
  #lists = [];

  /** Number of distinct keys; numbers of keys are 0 … size − 1, in the order of adding. */
  get size() {
    return this.#size;
  }

  /**
   * Adds `suspect` under a key, as often as it has it.
   * @param {number} key
   * @param {number} suspect
   */
  add(key, suspect) {
    let slot = this.#slot(key);
    if (this.#slots[slot] === 0) {
      if (4 * this.#size > this.#slots.length) {
        this.#grow();
        slot = this.#slot(key);
      }
      this.#lists.push([]);
      this.#keys[slot] = key;
      this.#slots[slot] = ++this.#size;
    }
    this.#lists[(this.#slots[slot] ?? 0) - 1]?.push(suspect);
  }

  /**
   * The number of a key, or −1.
   * @param {number} key
   */
  find(key) {
    return (this.#slots[this.#slot(key)] ?? 0) - 1;
  }

  /**
   * The suspects of the key of that number.
   * @param {number} number
   * @returns {readonly number[]}
   */
  suspects(number) {
    return this.#lists[number] ?? [];
  }

  /** @param {number} key */
  #slot(key) {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) & mask;
    slot ^= (Math.imul(key, 0x9e3779b1) >>> 15) & mask;
    while (this.#slots[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow() {
    const [keys, slots] = [this.#keys, this.#slots];
    this.#keys = new Int32Array(4 * keys.length);
    this.#slots = new Int32Array(4 * slots.length);
    for (let at = 0; at < slots.length; at++) {
      if (slots[at] === 0) continue;
      const slot = this.#slot(keys[at] ?? 0);
      this.#keys[slot] = keys[at] ?? 0;
      this.#slots[slot] = slots[at] ?? 0;
    }
  }
}
