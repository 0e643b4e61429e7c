/**
 * Maps a scroll bar to rows. Browsers stop placing boxes near 33 million pixels, so a longer table scrolls in a
 * shorter space: a pixel of the scroll bar then stands for several pixels of rows, while the position in the rows
 * itself stays exact.
 */
const TALLEST = 12_000_000;

export class ScrollScale {
  rows = 0;
  /** Height of the rows in view, in pixels. */
  view = 0;

  constructor(
    readonly rowHeight: number,
    private readonly tallest = TALLEST,
  ) {}

  /** Height of the scrolled space, in pixels. */
  get height(): number {
    return Math.min(this.#full, this.tallest);
  }

  /** True where the scroll bar is too coarse to show rows by itself. */
  get scaled(): boolean {
    return this.#full > this.tallest;
  }

  /** The greatest position in the rows, in pixels. */
  get last(): number {
    return Math.max(0, this.#full - this.view);
  }

  /** The position in the rows that a position of the scroll bar stands for. */
  toRows(scrolled: number): number {
    return this.scaled ? (scrolled / Math.max(1, this.height - this.view)) * this.last : scrolled;
  }

  /** The position of the scroll bar for a position in the rows. */
  toScroll(top: number): number {
    return this.scaled ? (top / Math.max(1, this.last)) * (this.height - this.view) : top;
  }

  get #full(): number {
    return this.rows * this.rowHeight;
  }
}
