/** The inner loops of proposing and of cutting texts into tokens, as WebAssembly. */
import bytes from '../../kernel/kernel.wasm';
import { LinearMemory } from './linearMemory.js';

/** Addresses are those of columns in the kernel's memory; classes are those of `src/kernel`, as words. */
interface Functions {
  readSeeds(
    list: number,
    filter: number,
    prints: number,
    tokens: number,
    place: number,
    halves: number,
  ): void;
  /** True (1) if the text opens a seed with this hash that begins at the token. */
  isSeed(texts: number, rules: number, text: number, token: number, hash: number): number;
  choose(
    found: number,
    seeds: number,
    bounds: number,
    originals: number,
    texts: number,
    rules: number,
    room: number,
  ): number;
  countDistinct(
    prints: number,
    tokens: number,
    most: number,
    shift: number,
    seen: number,
    text: number,
  ): number;
  /** Returns postings. */
  takeSeeds(
    list: number,
    place: number,
    mask: number,
    frequencies: number,
    opened: number,
    told: number,
  ): number;
  countText(
    list: number,
    prints: number,
    tokens: number,
    shingle: number,
    counts: number,
    mask: number,
  ): void;
  partSeeds(
    hashes: number,
    tokens: number,
    count: number,
    shift: number,
    bounds: number,
    toHashes: number,
    toTokens: number,
  ): void;
  find(table: number, hashes: number, from: number, to: number, found: number): number;
  countSeeds(table: number, hashes: number, count: number): void;
  /** Returns where the entries of the buckets end. */
  placeBuckets(table: number, from: number, to: number, entry: number): number;
  enterSeeds(table: number, hashes: number, tokens: number, count: number, first: number): void;
  countOdd(seeds: number, count: number): number;
  enterRuns(
    filter: number,
    prints: number,
    end: number,
    tokens: number,
    count: number,
    first: number,
    halves: number,
  ): void;
  readText(text: number): void;
  /** These two: how many tokens there are then, or −1 if the line is not plain. */
  readProse(text: number, tokens: number, from: number, to: number, count: number): number;
  readCode(text: number, tokens: number, from: number, to: number, count: number): number;
  writePrints(tokens: number, count: number, prints: number): void;
  keyOf(prints: number, count: number): number;
}

let compiled: WebAssembly.Module | undefined;

/** One thread's functions, on a memory that other threads may have too. */
export class Kernel {
  readonly run: Functions;

  constructor(readonly memory = new LinearMemory()) {
    compiled ??= new WebAssembly.Module(bytes);
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: memory.memory } });
    this.run = exports as unknown as Functions;
  }
}
