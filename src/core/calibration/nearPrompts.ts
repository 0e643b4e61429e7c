import type { NormaliseSteps } from '../../shared/run.js';
import { seedList, type SeedList } from '../index/seedList.js';
import { Kernel } from '../kernel/kernel.js';
import { Lookup } from '../index/lookup.js';
import { makeSeedTable, type SeedTable } from '../index/seedTable.js';
import { PromptShingles } from './promptShingles.js';

/** Prompts whose shingles are gathered before they are packed. */
const TOGETHER = 512;

/** Finds the near-duplicate of a prompt among many, of which it keeps six bytes a shingle. */
export class NearPrompts {
  readonly #lookup: Lookup;

  private constructor(
    kernel: Kernel,
    private readonly prompt: (number: number) => string,
    private readonly shingles: PromptShingles,
    /** The prompts that have a shingle. */
    private readonly holding: SeedTable,
  ) {
    this.#lookup = new Lookup(kernel, 'prompts');
  }

  /**
   * Reads all prompts.
   * @param prompt the prompt of a number below `count`
   * @param breathe is called often, and stops it by throwing
   */
  static async of(
    count: number,
    prompt: (number: number) => string,
    steps: NormaliseSteps,
    breathe: () => Promise<void>,
  ): Promise<NearPrompts> {
    const shingles = new PromptShingles(steps);
    const lists: SeedList[] = [];
    for (let first = 0; first < count; first += TOGETHER) {
      await breathe();
      const end = Math.min(count, first + TOGETHER);
      const all = Array.from({ length: end - first }, (_, at) => shingles.of(prompt(first + at)));
      lists.push(listOf(all, first));
    }
    const numbered = lists.map(() => 0);
    const kernel = new Kernel();
    const holding = makeSeedTable(lists, numbered, count, kernel, 'prompts');
    return new NearPrompts(kernel, prompt, shingles, holding);
  }

  /** The prompt that is most alike, if any is a near-duplicate; of equally near ones the first in the order of texts. */
  nearest(prompt: string): number | undefined {
    const mine = this.shingles.of(prompt);
    let best: number | undefined;
    let most = 0;
    for (const number of this.#candidates(Uint32Array.from(mine))) {
      const alike = this.shingles.alike(mine, this.shingles.of(this.prompt(number)));
      if (alike === undefined || alike < most) continue;
      if (best !== undefined && alike === most && this.prompt(best) < this.prompt(number)) continue;
      best = number;
      most = alike;
    }
    return best;
  }

  /** Prompts that share enough of the shingles, and perhaps others. */
  #candidates(hashes: Uint32Array): number[] {
    const { tokens, offered, count } = this.#found(hashes);
    const times = new Uint32Array(hashes.length);
    for (let at = 0; at < count; at++) times[offered[at]!]!++;
    // A near-duplicate shares one of any so many shingles: the rest needn't propose.
    const proposing = new Set(
      Array.from(hashes.keys())
        .sort((a, b) => times[a]! - times[b]! || a - b)
        .slice(0, this.shingles.proposing(hashes.length)),
    );
    const shared = new Map<number, number>();
    for (let at = 0; at < count; at++) if (proposing.has(offered[at]!)) shared.set(tokens[at]!, 0);
    for (let at = 0; at < count; at++) {
      const before = shared.get(tokens[at]!);
      if (before !== undefined) shared.set(tokens[at]!, before + 1);
    }
    const least = this.shingles.least(hashes.length);
    return [...shared].filter(([, number]) => number >= least).map(([number]) => number);
  }

  #found(hashes: Uint32Array): Lookup {
    this.#lookup.find(this.holding, hashes, hashes.length);
    return this.#lookup;
  }
}

/** The shingles of all these prompts, each with the number of its prompt, which are counted from `first`. */
function listOf(prompts: readonly Float64Array[], first: number): SeedList {
  const size = prompts.reduce((sum, { length }) => sum + length, 0);
  const hashes = new Uint32Array(size);
  const tokens = new Uint32Array(size);
  let at = 0;
  prompts.forEach((shingles, number) => {
    hashes.set(shingles, at);
    tokens.fill(first + number, at, (at += shingles.length));
  });
  return seedList(hashes, tokens);
}
