import type { SharedMemory } from '../../core/index/sharedMemory.js';

/** Many strings in memory that threads share, so that none is copied to a thread that never reads it. */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  /** Bytes of text i: [starts[i], starts[i + 1]). */
  readonly starts: Float64Array;
  /** 1 where a text has a character beyond Latin-1 and takes two bytes a code unit. */
  readonly wide: Uint8Array;
}

const BEYOND_LATIN1 = /[^\0-\xff]/;

/** Packs texts one after the other, so that no string waits for the others. */
export class TextPacker {
  private readonly starts: number[] = [0];
  private readonly wide: boolean[] = [];

  /** Packs into memory of this name, over whatever was there before. */
  constructor(
    private readonly memory: SharedMemory,
    private readonly name: string,
  ) {}

  get count(): number {
    return this.wide.length;
  }

  /** Returns the number of the text, which is its place. */
  add(text: string): number {
    const { starts, name } = this;
    const wide = BEYOND_LATIN1.test(text);
    const start = starts.at(-1)!;
    const end = start + text.length * (wide ? 2 : 1);
    const bytes = Buffer.from(this.memory.grown(name, end, start));
    bytes.write(text, start, wide ? 'utf16le' : 'latin1');
    starts.push(end);
    return this.wide.push(wide) - 1;
  }

  /** The text of that number. */
  at(number: number): string {
    return unpacked(this.bytes, this.starts[number]!, this.starts[number + 1]!, this.wide[number]!);
  }

  /** All texts. */
  finish(): PackedTexts {
    const { memory, name, count } = this;
    const wide = new Uint8Array(memory.of(`${name} wide`, count), 0, count);
    wide.set(this.wide.map(Number));
    const starts = new Float64Array(memory.of(`${name} starts`, 8 * (count + 1)), 0, count + 1);
    starts.set(this.starts);
    return { bytes: this.bytes, starts, wide };
  }

  private get bytes(): Uint8Array {
    const end = this.starts.at(-1)!;
    return new Uint8Array(this.memory.grown(this.name, end, end));
  }
}

/** The text of that number, as it was packed: lone surrogates included. */
export function unpackText({ bytes, starts, wide }: PackedTexts, number: number): string {
  return unpacked(bytes, starts[number]!, starts[number + 1]!, wide[number] === 1);
}

function unpacked(bytes: Uint8Array, start: number, end: number, wide: boolean): string {
  return Buffer.from(bytes.buffer).toString(wide ? 'utf16le' : 'latin1', start, end);
}
