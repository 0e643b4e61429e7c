/**
 * A memory that WebAssembly addresses and threads share. What has a name lies at one place of it, and one block after
 * the other is put there: a block that waits to be collected would take the room of the next one.
 */

/** The least that memory grows by. */
const PAGE = 65_536;
/** All that 32 bits address; what is never written to takes no memory. */
const MOST_PAGES = 65_536;
/** What begins a line of the processor's cache is not torn by one. */
const LINE = 64;

interface Region {
  readonly at: number;
  readonly bytes: number;
}

/** Names are the asker's alone: whoever asks for one gets what the last who asked for it wrote there. */
export class LinearMemory {
  private readonly kept = new Map<string, Region>();

  /** @param memory that of another thread; without it a new one */
  constructor(readonly memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true })) {}

  /**
   * So many words, zero; whatever this thread had under that name before is gone.
   * @throws RangeError if there is no room for them
   */
  words(name: string, count: number): Uint32Array<SharedArrayBuffer> {
    const before = this.kept.get(name);
    const region = this.region(name, 4 * count, 0);
    const words = new Uint32Array(this.buffer, region.at, count);
    // What was never taken is zero.
    if (region === before) words.fill(0);
    return words;
  }

  /** So many words, of which the first `kept` stay as they are and the others are anything. Throws as `words` does. */
  grownWords(name: string, count: number, kept: number): Uint32Array<SharedArrayBuffer> {
    const { at } = this.region(name, 4 * count, 4 * kept);
    return new Uint32Array(this.buffer, at, count);
  }

  /** Where a copy of the words lies, until others take this name. Throws as `words` does. */
  copyOf(name: string, words: Uint32Array): number {
    const copy = this.grownWords(name, words.length, 0);
    copy.set(words);
    return copy.byteOffset;
  }

  /**
   * So many prints, of which the first `kept` stay as they are and the others are anything. Throws as `words` does.
   * @param room prints that there is room for at first: to move them takes twice as much memory
   */
  grownPrints(name: string, count: number, kept: number, room = 0): Uint16Array<SharedArrayBuffer> {
    const { at } = this.region(name, 2 * count, 2 * kept, 2 * room);
    return new Uint16Array(this.buffer, at, count);
  }

  /** A region of at least so many bytes, with the first `kept` of the one before. */
  private region(name: string, bytes: number, kept: number, room = 0): Region {
    const before = this.kept.get(name);
    if (before && before.bytes >= bytes) return before;
    // What has grown once will grow again, and each time leaves its place.
    const region = this.take(Math.max(room, (kept > 0 ? 2 : 1.25) * bytes));
    if (before) {
      const all = new Uint8Array(this.buffer);
      all.copyWithin(region.at, before.at, before.at + kept);
    }
    this.kept.set(name, region);
    return region;
  }

  /** As long as it is now: another thread may have made it longer. */
  private get buffer(): SharedArrayBuffer {
    // The library's types know no shared memory.
    return this.memory.buffer as unknown as SharedArrayBuffer;
  }

  /** Bytes that no thread has taken yet. */
  private take(bytes: number): Region {
    const lines = Math.ceil(bytes / LINE);
    // The first word counts the lines that are taken behind the first line.
    const at = (1 + Atomics.add(new Uint32Array(this.buffer, 0, 1), 0, lines)) * LINE;
    const end = at + lines * LINE;
    if (end > MOST_PAGES * PAGE) throw new RangeError('A block does not fit 4 GB: allow it less memory.');
    for (let length = 0; (length = this.buffer.byteLength) < end;)
      this.memory.grow(Math.ceil((end - length) / PAGE));
    return { at, bytes: lines * LINE };
  }
}
