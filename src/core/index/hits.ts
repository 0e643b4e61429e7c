/** The rare windows that one original shares with each suspect text. */

/** Tokens within which a second shared window must follow … */
const NEAR = 128;
/** … and how far apart it may then stand in both texts: so many tokens, and a share of the distance. */
const DRIFT = 8;
const DRIFT_SHARE = 0.25;
/** Hits after which a text is looked at whatever they are. */
const MANY = 64;

export class Hits {
  /** Texts that were hit: `texts` [0, count), in no order. */
  count = 0;
  texts = new Uint32Array(1024);
  /** Per text its last hit, counted from 1; 0 if there is none. */
  private readonly heads: Uint32Array;
  private windows = new Uint32Array(4096);
  private places = new Uint32Array(4096);
  private before = new Uint32Array(4096);
  private kept = 1;

  /** @param lengths tokens of each window of the suspects */
  constructor(
    texts: number,
    private readonly lengths: Uint8Array,
  ) {
    this.heads = new Uint32Array(texts);
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) {
      const text = this.texts[at]!;
      this.heads[text] = 0;
    }
    this.count = 0;
    this.kept = 1;
  }

  /** Adds a window that stands at `place` in the original. Places ascend. */
  add(text: number, window: number, place: number): void {
    if (this.heads[text] === 0) this.touch(text);
    if (this.kept === this.windows.length) this.grow();
    const at = this.kept++;
    this.windows[at] = window;
    this.places[at] = place;
    this.before[at] = this.heads[text]!;
    this.heads[text] = at;
  }

  /**
   * True if two of the text's hits don't overlap and stand near each other, in the same order and at about the same
   * distance in both: a passage has five shared windows at least, most of them rare, and a shared phrase of four or
   * five tokens, which chance makes often, has no two that don't overlap. `isPassage` has the last word on such a hit.
   */
  likely(text: number, isPassage: (window: number, place: number) => boolean): boolean {
    let looked = 0;
    for (let later = this.heads[text]!; later !== 0; later = this.before[later]!) {
      if (++looked > MANY) return true;
      const window = this.windows[later]!;
      const place = this.places[later]!;
      for (let earlier = this.before[later]!; earlier !== 0; earlier = this.before[earlier]!) {
        const there = place - this.places[earlier]!;
        if (there > NEAR) break;
        const other = this.windows[earlier]!;
        const here = window - other;
        const least = this.lengths[other]!;
        if (here < least || there < least || Math.abs(here - there) > DRIFT + DRIFT_SHARE * there) continue;
        if (isPassage(window, place)) return true;
        break;
      }
    }
    return false;
  }

  private touch(text: number): void {
    if (this.count === this.texts.length) this.texts = widened(this.texts);
    this.texts[this.count++] = text;
  }

  private grow(): void {
    this.windows = widened(this.windows);
    this.places = widened(this.places);
    this.before = widened(this.before);
  }
}

function widened(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(2 * from.length);
  to.set(from);
  return to;
}
