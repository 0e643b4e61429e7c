import { throwIfCancelled } from '../../shared/failure.js';
import type { CandidateIndex, Candidates, HotRule, Keys } from './candidateIndex.js';
import { PostingList, type SortedPostings } from './postings.js';

/** Every shingle of every original, in memory: exact, 12 bytes a posting (twice that while it is sealed). */
export class MemoryIndex implements CandidateIndex {
  private readonly list = new PostingList();
  private readonly identical = new Map<number, number[]>();
  private readonly normalised = new Map<number, number[]>();
  private added = 0;
  private hot = 0;
  private postings: SortedPostings = { keys: new Float64Array(0), ids: new Uint32Array(0) };
  /** Where the keys of each upper part start. */
  private directory = new Uint32Array(2);
  private directoryUnit = 2 ** 53;
  private counts = new Uint32Array(0);

  constructor(private readonly rule: HotRule) {}

  get size(): number {
    return this.added;
  }

  get hotShingles(): number {
    return this.hot;
  }

  /** Adds an original; returns its id: 0, 1, 2 … in the order of adding. */
  add(original: Keys): number {
    const id = this.added++;
    this.list.add(original.shingles, id);
    append(this.identical, original.textKey, id);
    append(this.normalised, original.normalisedKey, id);
    return id;
  }

  /** Ends the adding; nothing is found before. */
  seal(): void {
    this.postings = this.list.sort();
    this.counts = new Uint32Array(this.added);
    this.buildDirectory();
    this.countHot();
  }

  /** Batches are answered at once, one after the other. */
  find(suspects: readonly Keys[], signal?: AbortSignal): Promise<Candidates[]> {
    return new Promise((resolve) => {
      resolve(
        suspects.map((suspect) => {
          throwIfCancelled(signal);
          return this.propose(suspect);
        }),
      );
    });
  }

  /** The proposal for one suspect, at once. */
  propose(suspect: Keys): Candidates {
    const { counts } = this;
    const { keys, ids } = this.postings;
    const met: number[] = [];
    let hot = 0;
    for (const shingle of suspect.shingles) {
      const start = this.startOf(shingle);
      if (keys[start] !== shingle) continue;
      const end = this.endOf(start);
      if (this.isHot(end - start)) {
        hot++;
        continue;
      }
      for (let at = start; at < end; at++) {
        const id = ids[at]!;
        if (counts[id] === 0) met.push(id);
        counts[id]!++;
      }
    }
    const found = Uint32Array.from(met).sort();
    const shared = found.map((id) => counts[id]!);
    for (const id of met) counts[id] = 0;
    return {
      identical: this.identical.get(suspect.textKey) ?? [],
      normalised: this.normalised.get(suspect.normalisedKey) ?? [],
      ids: found,
      shared,
      hot,
    };
  }

  private isHot(originals: number): boolean {
    return originals > this.rule.hotShare * this.added && originals >= this.rule.hotMinimum;
  }

  private buildDirectory(): void {
    const { keys } = this.postings;
    let bits = 1;
    while (bits < 24 && 2 ** bits < keys.length / 4) bits++;
    this.directoryUnit = 2 ** (53 - bits);
    this.directory = new Uint32Array(2 ** bits + 1);
    for (const key of keys) this.directory[Math.floor(key / this.directoryUnit) + 1]!++;
    for (let slot = 0; slot < 2 ** bits; slot++) this.directory[slot + 1]! += this.directory[slot]!;
  }

  private countHot(): void {
    const { keys } = this.postings;
    this.hot = 0;
    for (let start = 0; start < keys.length;) {
      let end = start + 1;
      while (end < keys.length && keys[end] === keys[start]) end++;
      if (this.isHot(end - start)) this.hot++;
      start = end;
    }
  }

  /** The first place of a key at least `key`. */
  private startOf(key: number): number {
    const { keys } = this.postings;
    const slot = Math.floor(key / this.directoryUnit);
    let low = this.directory[slot]!;
    let high = this.directory[slot + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private endOf(start: number): number {
    const { keys } = this.postings;
    const key = keys[start]!;
    let step = 1;
    while (keys[start + step] === key) step *= 2;
    let low = start + step / 2;
    let high = Math.min(start + step, keys.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keys[middle]! <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function append(lists: Map<number, number[]>, key: number, id: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}
