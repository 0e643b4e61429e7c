/** Units that there is room for at first. */
const FIRST = 256;
/** Units that room is kept for. */
const KEPT = 1 << 18;

/** UTF-16 code units, each with the range of the source text it stands for. Reused from line to line. */
export class UnitBuffer {
  length = 0;
  codes = new Uint16Array(FIRST);
  starts = new Uint32Array(FIRST);
  ends = new Uint32Array(FIRST);
  /** 1 inside code and formulas. */
  zones = new Uint8Array(FIRST);

  /** Empties it; what a huge text made of it is left to be collected. */
  clear(): void {
    this.length = 0;
    if (this.codes.length > KEPT) this.resize(FIRST);
  }

  push(code: number, start: number, end: number, zone: number): void {
    if (this.length === this.codes.length) this.resize(2 * this.length);
    const at = this.length++;
    this.codes[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
    this.zones[at] = zone;
  }

  pushText(text: string, start: number, end: number, zone: number): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i), start, end, zone);
  }

  /** Appends one unit of another buffer. */
  copy(from: UnitBuffer, at: number): void {
    this.push(from.codes[at]!, from.starts[at]!, from.ends[at]!, from.zones[at]!);
  }

  private resize(units: number): void {
    const { length } = this;
    this.codes = resized(this.codes, length, new Uint16Array(units));
    this.starts = resized(this.starts, length, new Uint32Array(units));
    this.ends = resized(this.ends, length, new Uint32Array(units));
    this.zones = resized(this.zones, length, new Uint8Array(units));
  }
}

function resized<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, length: number, to: T): T {
  to.set(from.subarray(0, length));
  return to;
}
