/**
 * Findings that are one piece of evidence, counted once: a disjoint-set forest (Tarjan 1975) over what findings have in
 * common, so that their order does not matter.
 */
import { KeyedNumbers } from '../index/keyedNumbers.js';
import { hashText } from '../score/hashing.js';
import type { Match } from '../../shared/match.js';

export class Clusters {
  /** The keys that were seen, the set of each, and each set's parent. */
  private readonly keys = new KeyedNumbers();
  private readonly sets: number[] = [];
  private readonly parents: number[] = [];
  private count = 0;

  /** How many there are. */
  get size(): number {
    return this.count;
  }

  /** Adds a finding; those with a key in common, over however many others, are one cluster. */
  add(keys: readonly number[]): void {
    const own = this.parents.push(this.parents.length) - 1;
    this.count++;
    for (const key of keys) {
      const [known] = this.keys.of(key);
      if (known === undefined) this.sets[this.keys.add(key)] = own;
      else this.join(this.sets[known]!, own);
    }
  }

  /** How many findings each of them has. */
  sizes(): number[] {
    const sizes = new Map<number, number>();
    for (const set of this.parents.keys()) {
      const root = this.rootOf(set);
      sizes.set(root, (sizes.get(root) ?? 0) + 1);
    }
    return [...sizes.values()];
  }

  private join(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    if (first === second) return;
    this.parents[Math.max(first, second)] = Math.min(first, second);
    this.count--;
  }

  private rootOf(set: number): number {
    let at = set;
    while (this.parents[at] !== at) {
      this.parents[at] = this.parents[this.parents[at]!]!;
      at = this.parents[at]!;
    }
    return at;
  }
}

/**
 * What a finding has in common with those that are the same evidence: its normalised text (by hash), and its best
 * original, where the texts are near-duplicates at least, or else the place in it where the strongest passage begins.
 */
export function clusterKeys(textKey: number, { kind, original, passages }: Match): readonly number[] {
  if (kind !== 'partial') return [textKey, hashText(original.sha256)];
  const [first, ...others] = passages;
  if (!first) return [textKey];
  const strongest = others.reduce((best, passage) => (passage.score > best.score ? passage : best), first);
  return [textKey, hashText(`${original.sha256} ${strongest.original[0]}`)];
}
