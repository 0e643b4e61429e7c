/** A column of numbers that grows at its end. */
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export class Growing<T extends Numbers> {
  length = 0;

  constructor(
    private readonly make: (size: number) => T,
    private values = make(256),
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) this.grow(this.length + 1);
    this.values[this.length++] = value;
  }

  append(values: ArrayLike<number>): void {
    if (this.length + values.length > this.values.length) this.grow(this.length + values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  /** What was gathered; further growth may not show in it. */
  taken(): T {
    return this.values.subarray(0, this.length) as T;
  }

  private grow(needed: number): void {
    const wider = this.make(Math.max(needed, 2 * this.values.length));
    wider.set(this.values);
    this.values = wider;
  }
}
