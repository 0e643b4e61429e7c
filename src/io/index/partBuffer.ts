/** Memory that one part after the other is read into, so that a thread that reads thousands keeps the room of one. */
export class PartBuffer {
  private bytes = Buffer.alloc(0);

  /** So many bytes, aligned to 8; whatever was read into them before is overwritten. */
  of(count: number): Buffer {
    // A buffer of its own memory begins at its start; small ones would share a pool.
    if (count > this.bytes.length) this.bytes = Buffer.from(new ArrayBuffer(Math.ceil(count * 1.25)));
    return this.bytes.subarray(0, count);
  }
}
