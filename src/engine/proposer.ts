/** Which originals are compared with a suspect: those that the index proposes, or those that answer the same prompt. */
import type { Prepared } from '../core/match/prepare.js';
import { allProposed } from '../core/index/candidateIndex.js';
import { MemoryIndex } from '../core/index/memoryIndex.js';
import { normalise } from '../core/text/normalise.js';
import type { Response } from '../shared/dataset.js';
import type { Parameters, RunKind } from '../shared/run.js';
import { sha256 } from './identity.js';
import type { Originals } from './originals.js';

export interface Proposal {
  /** Numbers of originals, ascending. */
  readonly originals: readonly number[];
  /** Outputs runs: no original answers the same prompt. */
  readonly unpaired: boolean;
}

export interface Proposer {
  /** Shingles too common to propose; known once sealed. */
  readonly hotShingles: number;
  add(original: number): void;
  /** Ends the adding. */
  seal(): Promise<void>;
  propose(suspect: Response, prepared: Prepared): Promise<Proposal>;
}

/** Returns how a run of this kind finds its candidates. */
export function proposer(kind: RunKind, originals: Originals, parameters: Parameters): Proposer {
  return kind === 'dataset'
    ? new IndexProposer(originals, parameters)
    : new PromptProposer(originals, parameters);
}

/** Dataset runs: originals that share a shingle, and those that are equal whatever their length. */
class IndexProposer implements Proposer {
  readonly #index: MemoryIndex;

  constructor(
    readonly originals: Originals,
    parameters: Parameters,
  ) {
    this.#index = new MemoryIndex(parameters);
  }

  get hotShingles(): number {
    return this.#index.hotShingles;
  }

  add(original: number): void {
    this.#index.add(this.originals.prepared(original));
  }

  seal(): Promise<void> {
    this.#index.seal();
    return Promise.resolve();
  }

  async propose(_suspect: Response, prepared: Prepared): Promise<Proposal> {
    const [candidates] = await this.#index.find([prepared]);
    return { originals: allProposed(candidates!), unpaired: false };
  }
}

/** Outputs runs: originals that answer the same prompt. */
class PromptProposer implements Proposer {
  readonly hotShingles = 0;
  readonly #answers = new Map<string, number[]>();

  constructor(
    readonly originals: Originals,
    readonly parameters: Parameters,
  ) {}

  add(original: number): void {
    const key = this.#key(this.originals.places(original)[0]!);
    const answers = this.#answers.get(key);
    if (answers) answers.push(original);
    else this.#answers.set(key, [original]);
  }

  seal(): Promise<void> {
    return Promise.resolve();
  }

  propose(suspect: Response): Promise<Proposal> {
    const originals = this.#answers.get(this.#key(suspect));
    return Promise.resolve({ originals: originals ?? [], unpaired: !originals });
  }

  /** Prompts are the same when they are equal after normalisation. */
  #key(response: Response): string {
    return sha256(normalise(response.prompt, this.parameters.normalise).text);
  }
}
