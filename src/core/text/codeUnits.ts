const ENCODER = new TextEncoder();

/** The UTF-16 code units of one text after the other, in memory: a string that is asked for one looks first at how it is kept. */
export class CodeUnits {
  private codes = new Uint16Array(1024);
  private bytes = new Uint8Array(1024);

  /** The code units of `source` and a 0 after them, until the next call; whoever asked may write into them. */
  of(source: string): Uint16Array {
    const { length } = source;
    if (length >= this.codes.length) {
      this.codes = new Uint16Array(2 * length);
      this.bytes = new Uint8Array(2 * length);
    }
    const { codes, bytes } = this;
    const { read, written } = ENCODER.encodeInto(source, bytes);
    // Only ASCII has as many bytes as characters.
    if (read === length && written === length) codes.set(bytes.subarray(0, length));
    else for (let at = 0; at < length; at++) codes[at] = source.charCodeAt(at);
    codes[length] = 0;
    return codes;
  }
}
