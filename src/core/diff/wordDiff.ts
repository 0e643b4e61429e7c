import type { Change } from '../../shared/engineCalls.js';
import { ratio } from '../score/shingles.js';
import { ChangeList } from './changes.js';
import { diffUnits } from './fastDiff.js';
import { cutGraphemes, cutLines, cutWords } from './units.js';

/** The differences of two raw texts. */
export interface WordDiff {
  /** In order; they cover both texts. */
  readonly changes: readonly Change[];
  /** True if some part was too long for words and was compared by lines, or not at all. */
  readonly coarse: boolean;
  /** Code units in equal stretches, of one side. */
  readonly equal: number;
  /** Code units of both texts. */
  readonly total: number;
}

/** Bounds of the work, as products of unit counts, so that results do not depend on the machine. */
export interface DiffLimits {
  /** For words, of both sides together; about a tenth of a second. */
  readonly words: number;
  /** For the letters of one changed run. */
  readonly letters: number;
}

const LIMITS: DiffLimits = { words: 25_000_000, letters: 10_000 };
/** Lets the last change be written like the others. */
const END = { op: 'equal', count: 0 } as const;
/** Letters that changed words have in common show only if they are at least this share of them. */
const REFINE_FROM = 0.5;

/**
 * The word-level differences that turn `suspect` into `original`: by words, spaces and punctuation, then by letter
 * inside short changed runs. Stretches end between graphemes as far as marks and surrogate pairs go.
 */
export function wordDiff(suspect: string, original: string, limits: DiffLimits = LIMITS): WordDiff {
  return finished(wordDiffSteps(suspect, original, limits));
}

/** {@link wordDiff} in steps of a tenth of a second at most, so that a thread can do something else in between. */
export function* wordDiffSteps(
  suspect: string,
  original: string,
  limits: DiffLimits = LIMITS,
): Generator<void, WordDiff> {
  const diff = new WordDiffer(limits);
  yield* diff.compare(suspect, original);
  const { changes } = diff.list;
  let equal = 0;
  for (const change of changes) if (change.op === 'equal') equal += change.suspect[1] - change.suspect[0];
  return { changes, coarse: diff.coarse, equal, total: suspect.length + original.length };
}

/** 2 · equal characters / characters of both, from {@link wordDiff}; marked where its work was capped. */
export function editSimilarity(
  suspect: string,
  original: string,
): { value: number; shared: number; total: number; capped?: true } {
  return similarityOf(wordDiff(suspect, original));
}

/** The edit similarity of two texts whose differences are known. */
export function similarityOf({ equal, total, coarse }: WordDiff): ReturnType<typeof editSimilarity> {
  if (total === 0) return { value: 1, shared: 0, total: 0 };
  return { ...ratio(2 * equal, total), ...(coarse && { capped: true }) };
}

/** The result of steps that are all done now. */
function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

class WordDiffer {
  readonly list = new ChangeList();
  coarse = false;
  private wordsLeft: number;

  constructor(private readonly limits: DiffLimits) {
    this.wordsLeft = limits.words;
  }

  *compare(suspect: string, original: string): Generator<void> {
    yield* this.compareUnits(cutWords(suspect), cutWords(original), true);
  }

  private *compareUnits(a: readonly string[], b: readonly string[], words: boolean): Generator<void> {
    const head = commonHead(a, b);
    const tail = commonTail(a, b, head);
    this.list.add('equal', lengthOf(a, 0, head));
    yield* this.compareMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), words);
    this.list.add('equal', lengthOf(a, a.length - tail, a.length));
  }

  private *compareMiddle(a: readonly string[], b: readonly string[], words: boolean): Generator<void> {
    const work = a.length * b.length;
    const stretches = work <= this.wordsLeft ? diffUnits(a, b) : undefined;
    yield;
    if (stretches === undefined) {
      this.coarse = true;
      if (words) yield* this.compareLines(a.join(''), b.join(''));
      else this.replace(a.join(''), b.join(''));
      return;
    }
    this.wordsLeft -= work;
    yield* this.walk(a, b, stretches, words);
  }

  /** Too long for words: lines first, then words inside the changed lines as far as the limit goes. */
  private *compareLines(suspect: string, original: string): Generator<void> {
    yield* this.compareUnits(cutLines(suspect), cutLines(original), false);
  }

  private *walk(
    a: readonly string[],
    b: readonly string[],
    stretches: NonNullable<ReturnType<typeof diffUnits>>,
    words: boolean,
  ): Generator<void> {
    let atA = 0;
    let atB = 0;
    let gone = '';
    let come = '';
    for (const { op, count } of [...stretches, END]) {
      if (op === 'equal') {
        if (words) this.refine(gone, come);
        else yield* this.refineLines(gone, come);
        gone = '';
        come = '';
        this.list.add('equal', lengthOf(a, atA, atA + count));
      }
      if (op === 'delete') gone += a.slice(atA, atA + count).join('');
      if (op === 'insert') come += b.slice(atB, atB + count).join('');
      if (op !== 'insert') atA += count;
      if (op !== 'delete') atB += count;
    }
  }

  private *refineLines(gone: string, come: string): Generator<void> {
    const a = cutWords(gone);
    const b = cutWords(come);
    const work = a.length * b.length;
    const stretches = work > 0 && work <= this.wordsLeft ? diffUnits(a, b) : undefined;
    yield;
    if (stretches === undefined) {
      this.replace(gone, come);
      return;
    }
    this.wordsLeft -= work;
    yield* this.walk(a, b, stretches, true);
  }

  private refine(gone: string, come: string): void {
    const small = gone.length * come.length <= this.limits.letters && gone !== '' && come !== '';
    const a = small ? cutGraphemes(gone) : [];
    const stretches = small ? diffUnits(a, cutGraphemes(come)) : undefined;
    const b = small ? cutGraphemes(come) : [];
    if (stretches === undefined || !worthRefining(stretches, a.length + b.length)) {
      this.replace(gone, come);
      return;
    }
    let atA = 0;
    let atB = 0;
    for (const { op, count } of stretches) {
      this.list.add(op, op === 'insert' ? lengthOf(b, atB, atB + count) : lengthOf(a, atA, atA + count));
      if (op !== 'insert') atA += count;
      if (op !== 'delete') atB += count;
    }
  }

  private replace(gone: string, come: string): void {
    this.list.add('delete', gone.length);
    this.list.add('insert', come.length);
  }
}

function worthRefining(stretches: NonNullable<ReturnType<typeof diffUnits>>, total: number): boolean {
  let equal = 0;
  for (const { op, count } of stretches) if (op === 'equal') equal += count;
  return 2 * equal >= REFINE_FROM * total;
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  return head;
}

function commonTail(a: readonly string[], b: readonly string[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let tail = 0;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return tail;
}

function lengthOf(units: readonly string[], from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) length += units[at]!.length;
  return length;
}
