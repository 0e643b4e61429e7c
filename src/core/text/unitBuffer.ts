/** UTF-16 code units, each with the range of the source text it stands for. Reused from line to line. */
export class UnitBuffer {
  length = 0;
  codes = new Uint16Array(256);
  starts = new Uint32Array(256);
  ends = new Uint32Array(256);
  /** 1 inside code and formulas. */
  zones = new Uint8Array(256);

  clear(): void {
    this.length = 0;
  }

  push(code: number, start: number, end: number, zone: number): void {
    if (this.length === this.codes.length) this.grow();
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

  private grow(): void {
    const size = this.codes.length * 2;
    this.codes = enlarged(this.codes, new Uint16Array(size));
    this.starts = enlarged(this.starts, new Uint32Array(size));
    this.ends = enlarged(this.ends, new Uint32Array(size));
    this.zones = enlarged(this.zones, new Uint8Array(size));
  }
}

function enlarged<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
