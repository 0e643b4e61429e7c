/** Matches one part of the originals with a block of suspects. */
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { Prober } from '../../core/index/prober.js';
import type { Breathe } from '../../io/index/buildParts.js';
import { OriginalReader, type PartPlace } from '../../io/index/originalReader.js';
import type { Part } from '../../io/index/part.js';
import type { PartBuffer } from '../../io/index/partBuffer.js';
import { readPart } from '../../io/index/partFile.js';
import type { ShapeOverride } from '../../shared/dataset.js';
import { changedIndex } from './countSeeds.js';
import { PairScorer, type Among, type SuspectMatches } from './pairScorer.js';
import type { Readers } from './readers.js';
import { pairedByPrompt, type Pairing } from './pairing.js';
import type { Block } from './suspects.js';
import type { Comparing } from './tasks.js';

/** A part of the originals, and where its responses are read back from. */
export interface PartRef {
  readonly file: string;
  readonly place: PartPlace;
  readonly shape: ShapeOverride | undefined;
}

/** What was found in one part, for the suspects that found something. */
export interface PartMatches {
  readonly found: readonly SuspectMatches[];
}

const NOT_AT_ALL = 0;
/** Texts whose seeds are looked up at once. */
const TOGETHER = 128;
/**
 * Likely pairs that are gathered before they are scored: by turns each would push what the other needs out of the cache,
 * and of texts that differ in little there are as many pairs as originals times suspects.
 */
const GATHERED = 4096;

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
  /** Suspects of each text. */
  readonly #suspects: KeyedNumbers;

  constructor(
    readonly block: Block,
    readonly comparing: Comparing,
    readonly breathe: Breathe,
    readonly buffer: PartBuffer,
    readonly readers: Readers,
  ) {
    this.#prober = new Prober(block.data, comparing.parameters);
    this.#scorer = new PairScorer(block, comparing, breathe);
    this.#suspects = new KeyedNumbers(block.text);
    this.#keys = new KeyedNumbers(block.keys);
  }

  /** Pairs by what texts share; in an outputs run originals by their prompts. */
  async match({ file, place, shape }: PartRef, among: Among): Promise<PartMatches> {
    const part = open(file, this.buffer);
    const reader = new OriginalReader(part, place, await this.readers.of(place.path, shape));
    try {
      this.#scorer.begin(part, reader, among);
      if (this.comparing.kind === 'outputs' && among === 'originals') await this.#byPrompt(part, reader);
      else await this.#byText(part);
      return { found: this.#scorer.finish() };
    } finally {
      reader.close();
    }
  }

  /** Dataset runs: texts that share seeds, and those that are equal whatever their length. */
  async #byText(part: Part): Promise<void> {
    const { tokenKey } = part.columns;
    let likely: LikelyPair[] = [];
    let rows: KeyedNumbers | undefined;
    for (const { text, proposed } of this.#proposals(part)) {
      if (text % 64 === 0) await this.breathe(NOT_AT_ALL);
      const equal = this.#keys.of(tokenKey[text]!);
      for (const candidate of equal) likely.push({ text, candidate, isEqual: true });
      for (const candidate of proposed)
        if (!equal.includes(candidate)) likely.push({ text, candidate, isEqual: false });
      if (likely.length < GATHERED) continue;
      await this.#score(likely, (rows ??= new KeyedNumbers(part.columns.text)));
      likely = [];
    }
    if (likely.length > 0) await this.#score(likely, rows ?? new KeyedNumbers(part.columns.text));
  }

  async #score(likely: readonly LikelyPair[], rows: KeyedNumbers): Promise<void> {
    for (const { text, candidate, isEqual } of likely) {
      const own = rows.of(text);
      for (const suspect of this.#suspects.of(candidate)) {
        if (this.block.elsewhere[suspect] && isEqual) continue;
        await this.#scorer.score(suspect, own);
      }
    }
  }

  *#proposals({ meta, columns }: Part): Generator<{ text: number; proposed: readonly number[] }> {
    const originals = { prints: columns.prints, starts: columns.start };
    for (let first = 0; first < meta.texts; first += TOGETHER) {
      let text = first;
      const end = Math.min(meta.texts, first + TOGETHER);
      for (const proposed of this.#prober.propose(originals, first, end)) yield { text: text++, proposed };
    }
  }

  /** Outputs runs: originals that answer the same prompt. */
  async #byPrompt(part: Part, reader: OriginalReader): Promise<void> {
    const pairs: Pairing = pairedByPrompt(part, reader, this.block, this.comparing.parameters);
    for (const { suspect, row } of pairs) {
      await this.breathe(NOT_AT_ALL);
      await this.#scorer.score(suspect, [row]);
    }
  }
}

function open(file: string, buffer: PartBuffer): Part {
  const part = readPart(file, buffer);
  if (part) return part;
  throw changedIndex(file);
}
