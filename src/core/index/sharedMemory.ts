/**
 * Memory that threads share and that one block after the other is put into: a block that waits to be collected, in each
 * thread by itself, would take the room of the next one.
 */
export class SharedMemory {
  private readonly kept = new Map<string, SharedArrayBuffer>();

  /** @param room bytes that memory which grows has at first: what is never written to takes none, and to move it takes twice */
  constructor(private readonly room = 1 << 26) {}

  /** At least so many bytes, zero; whatever was in the memory of that name before is gone. */
  of(name: string, bytes: number): SharedArrayBuffer {
    let memory = this.kept.get(name);
    if (!memory || memory.byteLength < bytes) {
      memory = new SharedArrayBuffer(8 * Math.ceil((1.1 * bytes) / 8));
      this.kept.set(name, memory);
    } else new Uint8Array(memory, 0, bytes).fill(0);
    return memory;
  }

  /** At least so many bytes, of which the first `kept` stay as they are and the others are anything. */
  grown(name: string, bytes: number, kept: number): SharedArrayBuffer {
    const memory = this.kept.get(name);
    if (memory && memory.byteLength >= bytes) return memory;
    const wider = new SharedArrayBuffer(Math.max(this.room, 8 * Math.ceil((1.5 * bytes) / 8)));
    if (memory) new Uint8Array(wider).set(new Uint8Array(memory, 0, kept));
    this.kept.set(name, wider);
    return wider;
  }

  /** Leaves all memory to be collected. */
  clear(): void {
    this.kept.clear();
  }
}
