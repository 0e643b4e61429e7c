/** Matches only, or differences only: what is neither is folded away, but for a few words around it. */
import type { SideName } from '../../shared/findingQuery.js';
import type { Segment } from '../../core/match/segments.js';

export const SHOWS = ['all', 'matches', 'differences'] as const;
export type Show = (typeof SHOWS)[number];

/** Stretches that are hidden until they are asked for. */
export interface Fold {
  readonly folded: readonly Segment[];
  /** Code units of all of them. */
  readonly length: number;
  /** Whether text is shown before its start, and after its end. */
  readonly beside: { readonly start: boolean; readonly end: boolean };
}
export type Piece = Segment | Fold;

/** What of a fold is asked for: a step from its start or up to its end, or all of it. */
export type Unfolding = 'start' | 'end' | 'all';

export function isFold(piece: Piece): piece is Fold {
  return 'folded' in piece;
}

/** Characters kept on either side of what is shown, and so many more until a word ends. */
const CONTEXT = 32;
const WORD = 24;
/** Less than this is not worth a button. */
const LEAST = 24;
/** Characters that a step unfolds, and so many more until a word ends. */
const STEP = 240;
/** Between two shared runs of one passage so much is read as part of the match. */
const GAP = 60;

/** The texts that segments are stretches of. */
export type Texts = Readonly<Record<SideName, string>>;

/** Folds `segments` of `texts` as `show` asks, at the ends of words; for "all" they are returned as they are. */
export function fold(segments: Iterable<Segment>, show: Show, texts: Texts): Piece[] {
  const all = [...segments];
  if (show === 'all') return all;
  const wanted = show === 'differences' ? all.map(({ changed }) => changed === true) : matching(all);
  const pieces: Piece[] = [];
  for (let at = 0; at < all.length;) {
    let end = at + 1;
    while (end < all.length && wanted[end] === wanted[at]) end++;
    const stretch = all.slice(at, end);
    if (wanted[at]) pieces.push(...stretch);
    else pieces.push(...folded(stretch, at > 0, end < all.length, texts));
    at = end;
  }
  return pieces;
}

/** True if a fold takes more than one step to unfold. */
export function isLong({ length }: Fold): boolean {
  return length >= STEP + WORD + LEAST;
}

/** What stands in place of `hidden` once it was unfolded so far; what is hardly worth a fold is shown. */
export function unfold(hidden: Fold, how: Unfolding, texts: Texts): Piece[] {
  const { folded: all, length } = hidden;
  if (how === 'all' || !isLong(hidden)) return [...all];
  const words = wordsOf(all, texts);
  if (how === 'start') {
    const at = afterWord(words, STEP);
    return [...cut(all, 0, at), foldOf(cut(all, at, length), { ...hidden.beside, start: true })];
  }
  const at = beforeWord(words, STEP);
  return [foldOf(cut(all, 0, at), { ...hidden.beside, end: true }), ...cut(all, at, length)];
}

/** Shared runs, and the short gaps inside a passage. */
function matching(all: readonly Segment[]): boolean[] {
  const wanted = all.map(({ run }) => run !== undefined);
  let last: number | undefined;
  for (let at = 0; at < all.length; at++) {
    if (!wanted[at]) continue;
    const between = last === undefined ? [] : all.slice(last + 1, at);
    const samePassage = last !== undefined && all[last]!.passage === all[at]!.passage;
    if (samePassage && lengthOf(between) <= GAP) wanted.fill(true, last, at);
    last = at;
  }
  return wanted;
}

function folded(stretch: readonly Segment[], before: boolean, after: boolean, texts: Texts): Piece[] {
  const length = lengthOf(stretch);
  if (length < (before ? CONTEXT : 0) + (after ? CONTEXT : 0) + LEAST) return [...stretch];
  const words = wordsOf(stretch, texts);
  const head = before ? afterWord(words, CONTEXT) : 0;
  const tail = after ? length - beforeWord(words, CONTEXT) : 0;
  if (length - head - tail < LEAST) return [...stretch];
  return [
    ...cut(stretch, 0, head),
    foldOf(cut(stretch, head, length - tail), { start: before, end: after }),
    ...cut(stretch, length - tail, length),
  ];
}

function foldOf(hidden: readonly Segment[], beside: Fold['beside']): Fold {
  return { folded: hidden, length: lengthOf(hidden), beside };
}

function wordsOf(stretch: readonly Segment[], texts: Texts): string {
  return stretch.map(({ side, start, end }) => texts[side].slice(start, end)).join('');
}

/** Where the word ends that stands `length` characters after the start. */
function afterWord(text: string, length: number): number {
  const most = Math.min(length + WORD, text.length);
  for (let at = length; at < most; at++) if (SPACE.test(text[at]!)) return at;
  return unsplit(text, length);
}

/** Where the word begins that stands `length` characters before the end. */
function beforeWord(text: string, length: number): number {
  const from = text.length - length;
  for (let at = from; at > Math.max(0, from - WORD); at--) if (SPACE.test(text[at - 1]!)) return at;
  return unsplit(text, from);
}

/** Between characters: never between the two halves of one. */
function unsplit(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/u.test(text[at] ?? '') ? at + 1 : at;
}

const SPACE = /\s/u;

/** The parts of `stretch` from one place to another, counted over all of it. */
function cut(stretch: readonly Segment[], from: number, to: number): Segment[] {
  const result: Segment[] = [];
  let at = 0;
  for (const segment of stretch) {
    const size = segment.end - segment.start;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, size);
    if (start < end) result.push({ ...segment, start: segment.start + start, end: segment.start + end });
    at += size;
  }
  return result;
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0);
}
