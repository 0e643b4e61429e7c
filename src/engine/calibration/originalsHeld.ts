/** What independent answers have in common with the originals, by the hashes that the index has of both. */
import { Fingerprinter } from '../../core/index/fingerprint.js';
import { promptHash } from '../../core/score/hashing.js';
import { readColumns } from '../../io/index/openPart.js';
import type { NormaliseSteps, RunKind } from '../../shared/run.js';
import { changedIndex } from '../index/countSeeds.js';
import type { PartRef } from '../index/partMatcher.js';
import type { Pace } from '../pace.js';

/** Of shorter answers two sources may give the same. */
const LONG = 100;

type Hashes = 'tokenKey' | 'promptHash' | 'promptKey';

export class OriginalsHeld {
  readonly #fingerprinter: Fingerprinter;

  constructor(
    private readonly parts: readonly PartRef[],
    private readonly kind: RunKind,
    steps: NormaliseSteps,
    private readonly pace: Pace,
  ) {
    this.#fingerprinter = new Fingerprinter(steps);
  }

  /** How many distinct texts are long, and how many of these are originals after normalisation. Throws Failure('index'). */
  async copies(texts: Iterable<string>): Promise<{ readonly long: number; readonly copied: number }> {
    const keys = new Set<number>();
    for (const text of texts) {
      if (text.length >= LONG) keys.add(this.#fingerprinter.of(text).key);
      await this.pace.breathe();
    }
    return { long: keys.size, copied: (await this.#held('tokenKey', keys)).size };
  }

  /**
   * Of each prompt whether the originals have it as well, and how many different ones they have; all, where no original
   * has a prompt, so that nothing is known. Throws Failure('index').
   */
  async asked(
    prompts: Iterable<string>,
  ): Promise<{ readonly asked: Uint8Array; readonly different: number }> {
    const hashes: number[] = [];
    for (const prompt of prompts) {
      hashes.push(this.#hashOf(prompt));
      await this.pace.breathe();
    }
    const column = this.kind === 'outputs' ? 'promptKey' : 'promptHash';
    const wanted = new Set(hashes);
    const areKnown = wanted.size > 0 && (await this.#hasOther(column, this.#hashOf('')));
    const known = areKnown ? await this.#held(column, wanted) : wanted;
    return { asked: Uint8Array.from(hashes, (hash) => (known.has(hash) ? 1 : 0)), different: known.size };
  }

  /** Runs of model outputs pair by prompts that are equal after normalisation, and only they have hashes of these. */
  #hashOf(prompt: string): number {
    return this.kind === 'outputs' ? this.#fingerprinter.of(prompt).key : promptHash(prompt);
  }

  async #held(column: Hashes, wanted: ReadonlySet<number>): Promise<Set<number>> {
    const held = new Set<number>();
    if (wanted.size === 0) return held;
    for await (const hashes of this.#columns(column))
      for (const hash of hashes) if (wanted.has(hash)) held.add(hash);
    return held;
  }

  async #hasOther(column: Hashes, than: number): Promise<boolean> {
    for await (const hashes of this.#columns(column)) if (hashes.some((hash) => hash !== than)) return true;
    return false;
  }

  async *#columns(column: Hashes): AsyncGenerator<Float64Array> {
    for (const { file } of this.parts) {
      const read = readColumns(file, [column]);
      if (!read) throw changedIndex(file);
      yield read.columns[column];
      await this.pace.breathe();
    }
  }
}
