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

/** Packs the texts into memory of this name; their numbers are their places. */
export function packTexts(texts: readonly string[], memory: SharedMemory, name: string): PackedTexts {
  const wide = new Uint8Array(memory.of(`${name} wide`, texts.length), 0, texts.length);
  const starts = new Float64Array(memory.of(`${name} starts`, 8 * (texts.length + 1)), 0, texts.length + 1);
  texts.forEach((text, at) => {
    wide[at] = BEYOND_LATIN1.test(text) ? 1 : 0;
    starts[at + 1] = starts[at]! + text.length * (1 + wide[at]);
  });
  const bytes = memory.of(name, starts[texts.length]!);
  const buffer = Buffer.from(bytes);
  texts.forEach((text, at) => buffer.write(text, starts[at]!, wide[at] === 1 ? 'utf16le' : 'latin1'));
  return { bytes: new Uint8Array(bytes), starts, wide };
}

/** The text of that number, as it was packed: lone surrogates included. */
export function unpackText({ bytes, starts, wide }: PackedTexts, number: number): string {
  const buffer = Buffer.from(bytes.buffer);
  return buffer.toString(wide[number] === 1 ? 'utf16le' : 'latin1', starts[number], starts[number + 1]);
}
