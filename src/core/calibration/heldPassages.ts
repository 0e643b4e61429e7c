/** Counts in how many of many independent answers passages occur: the passages lie in a table, the answers stream past it. */
import type { Parameters } from '../../shared/run.js';
import type { Kernel } from '../kernel/kernel.js';
import { Lookup } from '../index/lookup.js';
import { seedList } from '../index/seedList.js';
import { makeSeedTable, type SeedTable } from '../index/seedTable.js';
import { seedHalves } from '../index/runs.js';
import type { Originals } from '../index/prober.js';
import { TextRuns } from '../index/textRuns.js';

/** An answer holds a passage if it has this share of the passage's distinct runs of seed length. */
const SHARE = 0.5;

/** Passages that are looked for; all columns lie in its memory, so that several threads count at once. */
export interface SoughtPassages {
  readonly memory: WebAssembly.Memory;
  /** The numbers of all passages' runs, by their hash. */
  readonly runs: SeedTable;
  readonly hashes: Uint32Array;
  /** The passage of each run. */
  readonly passageOf: Uint32Array;
  /** Runs of each passage that an answer must have. */
  readonly enough: Uint32Array;
  /** Answers that hold each passage, so far. */
  readonly held: Uint32Array;
}

/** The passages with these distinct runs, in the pool's memory; none is held yet. */
export function seek(passages: readonly Uint32Array[], kernel: Kernel): SoughtPassages {
  const { memory } = kernel;
  const words = (name: string, length: number) => memory.words(`sought ${name}`, length);
  const count = passages.reduce((sum, { length }) => sum + length, 0);
  const hashes = words('hashes', count);
  const passageOf = words('passages', count);
  const enough = words('enough', passages.length);
  let at = 0;
  passages.forEach((runs, passage) => {
    hashes.set(runs, at);
    passageOf.fill(passage, at, (at += runs.length));
    enough[passage] = Math.max(1, Math.ceil(SHARE * runs.length));
  });
  const tokens = hashes.map((_, run) => run);
  const runs = makeSeedTable([seedList(hashes, tokens)], [0], count, kernel, 'sought');
  const held = words('held', passages.length);
  return { memory: memory.memory, runs, hashes, passageOf, enough, held };
}

/** Counts for one thread. */
export class HeldPassages {
  private readonly lookup: Lookup;
  private readonly runs: TextRuns;
  /** Per run the answer that had it last, counted from 1: an answer that says it twice has it once. */
  private readonly last: Uint32Array;
  /** Per passage its runs that the answer at hand has. */
  private readonly met: Uint32Array;
  private answer = 0;

  /** @param kernel on the passages' memory */
  constructor(
    kernel: Kernel,
    private readonly sought: SoughtPassages,
    parameters: Parameters,
  ) {
    this.lookup = new Lookup(kernel, 'held');
    this.runs = new TextRuns(seedHalves(parameters));
    this.last = new Uint32Array(sought.passageOf.length);
    this.met = new Uint32Array(sought.enough.length);
  }

  /** Adds the answers to the counts. */
  read({ prints, starts }: Originals): void {
    for (let text = 0; text + 1 < starts.length; text++) {
      this.runs.read(prints, starts[text]!, starts[text + 1]!);
      this.lookup.find(this.sought.runs, this.runs.hashes, this.runs.count);
      this.count();
    }
  }

  private count(): void {
    const { lookup, last, met } = this;
    const { hashes, passageOf, enough, held } = this.sought;
    const answer = ++this.answer;
    for (let at = 0; at < lookup.count; at++) {
      const run = lookup.tokens[at]!;
      const isSame = hashes[run] === this.runs.hashes[lookup.offered[at]!];
      if (!isSame || last[run] === answer) continue;
      last[run] = answer;
      const passage = passageOf[run]!;
      met[passage]!++;
      if (met[passage] === enough[passage]) Atomics.add(held, passage, 1);
    }
    for (let at = 0; at < lookup.count; at++) met[passageOf[lookup.tokens[at]!]!] = 0;
  }
}
