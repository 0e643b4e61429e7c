/** Matches one part of the originals with a block of suspects. */
import type { Kernel } from '../../core/kernel/kernel.js';
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { Prober } from '../../core/index/prober.js';
import type { Breathe } from '../../io/index/buildParts.js';
import { OriginalReader, type PartPlace } from '../../io/index/originalReader.js';
import type { Part } from '../../io/index/part.js';
import type { PartBuffer } from '../../io/index/partBuffer.js';
import { readPart } from '../../io/index/partFile.js';
import type { Readers } from '../../io/index/readers.js';
import type { ShapeOverride } from '../../shared/dataset.js';
import { changedIndex } from './countSeeds.js';
import { PairScorer, type Among, type SuspectMatches } from './pairScorer.js';
import { pairedByPrompt, type Pairing } from './pairing.js';
import type { Block } from './suspects.js';
import type { Comparing } from './tasks.js';

/** A part of the originals, and where its responses are read back from. */
export interface PartRef {
  readonly file: string;
  readonly place: PartPlace;
  readonly shape: ShapeOverride | undefined;
}

/** A place in the matching of a part: the text (with prompts the row) of the next pair, and its pairs that are done. */
export interface PairPlace {
  readonly at: number;
  readonly done: number;
}

/** What was found in one part, for the suspects that found something. */
export interface PartMatches {
  readonly found: readonly SuspectMatches[];
  /** Where to go on, if more matches were found than should wait in a thread. */
  readonly next: PairPlace | undefined;
}

const NOT_AT_ALL = 0;
/** Texts whose seeds are looked up at once. */
const TOGETHER = 128;
/**
 * Likely pairs that are gathered before they are scored: by turns each would push what the other needs out of the cache,
 * and of texts that differ in little there are as many pairs as originals times suspects.
 */
const GATHERED = 4096;
/** Matches that they may have at most; for a pair that is handed over later its seeds are looked up once more. */
const POSSIBLE = 4096;

const START: PairPlace = { at: 0, done: 0 };

/** A suspect and the rows of one original text, in the matching of the text, or with prompts of the row, `at`. */
interface Pair {
  readonly at: number;
  readonly suspect: number;
  readonly rows: readonly number[];
}

/** A text of the part and one of the block. */
interface LikelyPair {
  readonly text: number;
  readonly candidate: number;
  /** Equal after normalisation. */
  readonly isEqual: boolean;
}

export class PartMatcher {
  readonly #prober: Prober;
  readonly #scorer: PairScorer;
  /** Texts by the hash of their normalised form. */
  readonly #keys: KeyedNumbers;
  /** Suspects of each text, and how many they are. */
  readonly #suspects: KeyedNumbers;
  readonly #counts: Uint32Array;
  /** Suspects by the hash of their prompt; of outputs runs. */
  readonly #prompts: KeyedNumbers;

  constructor(
    kernel: Kernel,
    readonly block: Block,
    readonly comparing: Comparing,
    readonly breathe: Breathe,
    readonly buffer: PartBuffer,
    readonly readers: Readers,
  ) {
    this.#prober = new Prober(kernel, block.data, comparing.parameters);
    this.#scorer = new PairScorer(block, comparing, breathe);
    this.#suspects = new KeyedNumbers(block.text);
    this.#counts = countsOf(block.text, block.keys.length);
    this.#keys = new KeyedNumbers(block.keys);
    this.#prompts = new KeyedNumbers(block.promptKeys);
  }

  /** Pairs by what texts share; in an outputs run originals by their prompts. */
  async match({ file, place, shape }: PartRef, among: Among, from = START): Promise<PartMatches> {
    const part = open(file, this.buffer);
    const known = await this.readers.of(place.path, shape);
    const reader = new OriginalReader(part, place, known.reader);
    try {
      this.#scorer.begin(part, reader, among);
      const byPrompt = this.comparing.kind === 'outputs' && among === 'originals';
      const next = byPrompt
        ? await this.#score(this.#byPrompt(part, reader, from.at), from)
        : await this.#byText(part, from);
      return { found: this.#scorer.finish(), next };
    } finally {
      reader.close();
    }
  }

  /** Dataset runs: texts that share seeds, and those that are equal whatever their length. */
  async #byText(part: Part, from: PairPlace): Promise<PairPlace | undefined> {
    const { tokenKey } = part.columns;
    const { originalsPerResponse } = this.comparing.parameters;
    const rows = new KeyedNumbers(part.columns.text);
    const rowCounts = countsOf(part.columns.text, part.meta.texts);
    let likely: LikelyPair[] = [];
    let possible = 0;
    for (const { text, proposed } of this.#proposals(part, from.at)) {
      if (text % 64 === 0) await this.breathe(NOT_AT_ALL);
      const equal = this.#keys.of(tokenKey[text]!);
      // Most texts may match nothing.
      if (equal.length === 0 && proposed.length === 0) continue;
      const before = likely.length;
      for (const candidate of equal) likely.push({ text, candidate, isEqual: true });
      for (const candidate of proposed)
        if (!equal.includes(candidate)) likely.push({ text, candidate, isEqual: false });
      const most = Math.min(rowCounts[text]!, originalsPerResponse);
      for (const { candidate } of likely.slice(before)) possible += most * this.#counts[candidate]!;
      if (likely.length < GATHERED && possible < POSSIBLE) continue;
      const next = await this.#score(this.#pairsOf(likely, rows), from);
      if (next) return next;
      likely = [];
      possible = 0;
    }
    return this.#score(this.#pairsOf(likely, rows), from);
  }

  *#pairsOf(likely: readonly LikelyPair[], rows: KeyedNumbers): Generator<Pair> {
    for (const { text, candidate, isEqual } of likely) {
      const own = rows.of(text);
      for (const suspect of this.#suspects.of(candidate))
        if (!(this.block.elsewhere[suspect] && isEqual)) yield { at: text, suspect, rows: own };
    }
  }

  *#proposals(
    { meta, columns }: Part,
    from: number,
  ): Generator<{ text: number; proposed: readonly number[] }> {
    const originals = { prints: columns.prints, starts: columns.start };
    for (let first = from; first < meta.texts; first += TOGETHER) {
      let text = first;
      const end = Math.min(meta.texts, first + TOGETHER);
      for (const proposed of this.#prober.propose(originals, first, end)) yield { text: text++, proposed };
    }
  }

  /** Outputs runs: originals that answer the same prompt. */
  *#byPrompt(part: Part, reader: OriginalReader, from: number): Generator<Pair> {
    const { parameters } = this.comparing;
    const pairs: Pairing = pairedByPrompt(part, reader, this.block, this.#prompts, parameters, from);
    for (const { suspect, row } of pairs) yield { at: row, suspect, rows: [row] };
  }

  /** Scores the pairs that are not done yet; returns the place of the first one that no room was left for. */
  async #score(pairs: Iterable<Pair>, from: PairPlace): Promise<PairPlace | undefined> {
    let at = -1;
    let done = 0;
    for (const pair of pairs) {
      await this.breathe(NOT_AT_ALL);
      if (pair.at !== at) [at, done] = [pair.at, 0];
      const isDone = at === from.at && done < from.done;
      if (!isDone && this.#scorer.isFull) return { at, done };
      done++;
      if (!isDone) await this.#scorer.score(pair.suspect, pair.rows);
    }
    return undefined;
  }
}

/** How often each number below `numbers` stands among the values. */
function countsOf(values: ArrayLike<number>, numbers: number): Uint32Array {
  const counts = new Uint32Array(numbers);
  for (let at = 0; at < values.length; at++) counts[values[at]!]!++;
  return counts;
}

function open(file: string, buffer: PartBuffer): Part {
  const part = readPart(file, buffer);
  if (part) return part;
  throw changedIndex(file);
}
