/** The tokens of one text, as columns. */
export interface Tokens {
  readonly count: number;
  /** Vocabulary ids. */
  readonly ids: Int32Array;
  /** Places in the source, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Weight in half tokens: 2 a word, 1 a character of a script without spaces. */
  readonly halves: Uint8Array;
  /** `sums[i]` is the weight of the first i tokens, in half tokens. */
  readonly sums: Uint32Array;
  /** Weight of all tokens, in tokens. */
  readonly weight: number;
  /** True if some token weighs a half. */
  readonly mixed: boolean;
  /** Look-alike letters folded, and format characters stripped from inside words. */
  readonly folded: number;
  readonly stripped: number;
}
