/** Texts that explain what any response shares with them: templates, public texts, what reviewers excluded. */
import type { Parameters } from '../../shared/run.js';
import { KeyedNumbers } from '../index/keyedNumbers.js';
import { widened } from '../index/widened.js';
import { markShared, type Mask } from '../score/explained.js';
import type { Chain } from '../score/passages.js';
import { sharedText } from '../score/sharedText.js';
import type { Windows } from '../score/windows.js';
import { Vocabulary } from '../text/vocabulary.js';
import { Preparer, type Explainer, type Prepared } from './prepare.js';

/** Words of responses after which all texts are prepared anew, since a vocabulary only grows. */
const WORDS = 250_000;
/** Texts that stay ready to compare. */
const READY = 4096;

export class KnownTexts {
  readonly #explainers: Explainer[] = [];
  readonly #run: number;
  #vocabulary = new Vocabulary();
  #preparer: Preparer;
  /** Texts that were asked for last, ready to compare, which takes more than the texts do. */
  #prepared = new Map<number, Prepared>();
  /** The distinct windows of all texts by their hashes, and the text of each. */
  #windows = new KeyedNumbers();
  #textOf = new Uint32Array(1024);
  #ownWords = 0;

  constructor(private readonly parameters: Parameters) {
    this.#preparer = new Preparer(parameters, this.#vocabulary);
    this.#run = 2 * parameters.explainedRun;
    for (const { text, because } of parameters.excluded ?? [])
      this.add({ reason: 'manual', text, name: because });
  }

  get size(): number {
    return this.#explainers.length;
  }

  add(explainer: Explainer): void {
    this.#explainers.push(explainer);
    this.#index(this.#explainers.length - 1);
  }

  /**
   * The stretches of `text` that a known text explains, each as a text that explains it: runs of at least the
   * explaining length, and around one a whole gapped passage that pays more than the toll, so that an edited copy of
   * a template is explained with its edits. A text that explains nothing more than those before it is left out.
   */
  explaining(text: string): Explainer[] {
    if (this.size === 0) return [];
    if (this.#vocabulary.size > this.#ownWords + WORDS) this.#forget();
    const response = this.#preparer.prepare(text, '');
    const covered = new Uint8Array(response.tokens.count);
    return this.#candidates(response).flatMap((number) => {
      const mask = this.#mask(this.#ready(number), response);
      const { reason, name } = this.#explainers[number]!;
      return newSpans(mask, covered).map(([first, last]) => ({
        reason,
        text: text.slice(response.tokens.starts[first], response.tokens.ends[last]),
        ...(name !== undefined && { name }),
      }));
    });
  }

  /** Numbers of texts that may share a window with the response, ascending. */
  #candidates(response: Prepared): number[] {
    const windows = response.windowsOf(this.#run);
    const found = new Set<number>();
    for (let at = 0; at < windows.count; at++)
      for (const window of this.#windows.of(keyOf(windows, at))) found.add(this.#textOf[window]!);
    return [...found].sort((a, b) => a - b);
  }

  #mask(known: Prepared, response: Prepared): Mask {
    const mask = new Uint8Array(response.tokens.count);
    markShared(response.windowsOf(this.#run), known.windowsOf(this.#run), mask, 1);
    // Hashes only find the place: two texts may share none of the windows.
    if (!mask.includes(1)) return mask;
    // The longer text goes first, since every window of the second is looked up.
    for (const chain of sharedText(known, response, this.parameters).chains)
      if (this.#explains(chain, known)) {
        const last = chain.seeds.at(-1)!;
        mask.fill(1, chain.seeds[0]!.b, last.b + last.length);
      }
    return mask;
  }

  /** As for evidence: beyond what chance gives, with one run that would explain by itself. */
  #explains({ seeds, shared, gaps }: Chain, { tokens: { sums } }: Prepared): boolean {
    if (shared - gaps <= 2 * this.parameters.passageToll) return false;
    return seeds.some(({ a, length }) => sums[a + length]! - sums[a]! >= this.#run);
  }

  #ready(number: number): Prepared {
    let prepared = this.#prepared.get(number);
    if (prepared) return prepared;
    if (this.#prepared.size === READY) this.#prepared.clear();
    prepared = this.#preparer.prepare(this.#explainers[number]!.text, '');
    this.#prepared.set(number, prepared);
    return prepared;
  }

  #index(number: number): void {
    const windows = this.#ready(number).windowsOf(this.#run);
    const keys = new Set<number>();
    for (let at = 0; at < windows.count; at++) keys.add(keyOf(windows, at));
    for (const key of keys) {
      const window = this.#windows.add(key);
      if (window === this.#textOf.length) this.#textOf = widened(this.#textOf);
      this.#textOf[window] = number;
    }
    this.#ownWords = this.#vocabulary.size;
  }

  #forget(): void {
    this.#vocabulary = new Vocabulary();
    this.#preparer = new Preparer(this.parameters, this.#vocabulary);
    this.#prepared = new Map();
    this.#windows = new KeyedNumbers();
    for (const number of this.#explainers.keys()) this.#index(number);
  }
}

function keyOf(windows: Windows, at: number): number {
  return windows.hashAt(at) >>> 0;
}

/** Runs of marked tokens (first, last) of which at least one is not covered yet; they are from then on. */
function newSpans(mask: Mask, covered: Uint8Array): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    const first = at;
    while (at + 1 < mask.length && mask[at + 1] !== 0) at++;
    if (!covered.subarray(first, at + 1).includes(0)) continue;
    covered.fill(1, first, at + 1);
    spans.push([first, at]);
  }
  return spans;
}
