/** The text of a document, taken once a version, with the way from bytes of the file to its characters. */
import type * as vscode from 'vscode';

const STEP = 4096;

export class BufferText {
  readonly text: string;
  /** Bytes before each STEP-th code unit. */
  #bytes: Float64Array | undefined;

  constructor(document: vscode.TextDocument) {
    this.text = document.getText();
  }

  /** The code unit at which byte `byte` of the text's UTF-8 form stands. */
  offsetOfByte(byte: number): number {
    const steps = (this.#bytes ??= this.#count());
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (steps[middle]! <= byte) low = middle;
      else high = middle - 1;
    }
    let at = low * STEP;
    for (let bytes = steps[low]!; bytes < byte && at < this.text.length; at++) bytes += width(this.text, at);
    return at;
  }

  #count(): Float64Array {
    const steps = new Float64Array(Math.floor(this.text.length / STEP) + 1);
    let bytes = 0;
    for (let i = 0; i < this.text.length; i++) {
      if (i % STEP === 0) steps[i / STEP] = bytes;
      bytes += width(this.text, i);
    }
    if (this.text.length % STEP === 0) steps[this.text.length / STEP] = bytes;
    return steps;
  }
}

/** Bytes of one code unit; a surrogate pair's four are two and two. */
function width(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (c < 0x80) return 1;
  if (c < 0x800 || (c >= 0xd800 && c < 0xe000)) return 2;
  return 3;
}

const cache = new WeakMap<vscode.TextDocument, { version: number; buffer: BufferText }>();

/** The text of `document` as it is now. */
export function bufferText(document: vscode.TextDocument): BufferText {
  const known = cache.get(document);
  if (known?.version === document.version) return known.buffer;
  const buffer = new BufferText(document);
  cache.set(document, { version: document.version, buffer });
  return buffer;
}
