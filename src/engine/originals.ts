/**
 * The originals of a run in memory: read once, and prepared again when they are candidates. Equal answers to an
 * equal prompt are one original with several addresses, so that a file of 800 equal answers costs about as one.
 */
import { createHash } from 'node:crypto';
import { Preparer, type Prepared } from '../core/match/prepare.js';
import { Vocabulary } from '../core/text/vocabulary.js';
import type { Response } from '../shared/dataset.js';
import type { Parameters } from '../shared/run.js';

/** Prepared originals that are kept: a popular one is a candidate again and again. */
const KEPT = 20_000;

export class Originals {
  readonly #places: Response[][] = [];
  readonly #numbers = new Map<string, number>();
  readonly #prepared = new Map<number, Prepared>();
  readonly #preparer: Preparer;

  constructor(parameters: Parameters) {
    this.#preparer = new Preparer(parameters, new Vocabulary());
  }

  /** A text made ready with the words of the originals, so that it can be scored against them. */
  prepare({ text, prompt }: Pick<Response, 'text' | 'prompt'>): Prepared {
    return this.#preparer.prepare(text, prompt);
  }

  /** Distinct originals. */
  get count(): number {
    return this.#places.length;
  }

  /** Adds a response; returns its number, and whether no equal one was there before. */
  add(response: Response): { id: number; fresh: boolean } {
    const key = equalityKey(response);
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      this.places(known).push(response);
      return { id: known, fresh: false };
    }
    const id = this.#places.push([response]) - 1;
    this.#numbers.set(key, id);
    return { id, fresh: true };
  }

  /** All responses that are this original; at least one. */
  places(id: number): Response[] {
    const places = this.#places[id];
    if (!places) throw new RangeError(`There is no original ${id}.`);
    return places;
  }

  /** The original as the scorer takes it. */
  prepared(id: number): Prepared {
    const kept = this.#prepared.get(id);
    if (kept) return kept;
    const [first] = this.places(id);
    const fresh = this.prepare(first!);
    if (this.#prepared.size >= KEPT) {
      const oldest = this.#prepared.keys().next().value;
      if (oldest !== undefined) this.#prepared.delete(oldest);
    }
    this.#prepared.set(id, fresh);
    return fresh;
  }
}

/** Equal for responses that are the same text to the same prompt. */
export function equalityKey({ text, prompt }: Response): string {
  return createHash('sha256').update(text).update('\0').update(prompt).digest('base64');
}
