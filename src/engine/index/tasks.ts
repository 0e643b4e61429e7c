/** What a thread of the pool can do; the same functions serve where there are no threads. */
import { HeldPassages, type SoughtPassages } from '../../core/calibration/heldPassages.js';
import { SeedCounter, type Frequencies } from '../../core/index/frequencies.js';
import { Kernel } from '../../core/kernel/kernel.js';
import { LinearMemory } from '../../core/kernel/linearMemory.js';
import { openSeeds, type OpenedSeeds } from '../../core/index/openedSeeds.js';
import type { Originals } from '../../core/index/prober.js';
import { fingerprintAll, type Fingerprints } from './fingerprinting.js';
import { buildParts, type Breathe, type BuildTask } from '../../io/index/buildParts.js';
import { PartBuffer } from '../../io/index/partBuffer.js';
import { readPart } from '../../io/index/partFile.js';
import { Readers } from '../../io/index/readers.js';
import type { NormaliseSteps, Parameters, RunKind } from '../../shared/run.js';
import {
  drawFromPart,
  readTexts,
  type DrawnText,
  type DrawTask,
  type PartDraw,
} from '../planted/drawFromPart.js';
import { countPart } from './countSeeds.js';
import type { Among } from './pairScorer.js';
import { PartMatcher, type PairPlace, type PartMatches, type PartRef } from './partMatcher.js';
import type { Block } from './suspects.js';

/** What all tasks of one comparison have in common. */
export interface Comparing {
  readonly kind: RunKind;
  readonly parameters: Parameters;
  /** Is written into. */
  readonly caseDir: string;
  /** Paths are written as this case writes them. */
  readonly pathsCase: string;
}

export interface Tasks {
  build(argument: BuildTask): Promise<void>;
  /** True if the part is whole. */
  verify(argument: { readonly file: string }): Promise<boolean>;
  /** Counts the seeds of a sample of the part's texts. */
  count(argument: {
    readonly file: string;
    readonly frequencies: Frequencies;
    readonly parameters: Parameters;
  }): Promise<void>;
  /** What this thread counted, if anything. */
  counted(argument: Readonly<Record<string, never>>): Promise<Uint16Array | undefined>;
  fingerprint(argument: {
    readonly texts: readonly string[];
    readonly steps: NormaliseSteps;
  }): Promise<Fingerprints>;
  /** Fingerprints of suspects' texts, and the seeds they open. */
  open(argument: {
    readonly texts: readonly string[];
    readonly frequencies: Frequencies;
    readonly parameters: Parameters;
  }): Promise<Fingerprints & OpenedSeeds>;
  /** Takes a block for the tasks that follow. */
  block(argument: { readonly block: Block; readonly comparing: Comparing }): Promise<void>;
  /** Takes passages for the next tasks of `hold`. */
  seek(argument: { readonly sought: SoughtPassages; readonly parameters: Parameters }): Promise<void>;
  /** Counts which of these texts hold the passages; all threads count together. */
  hold(argument: Originals): Promise<void>;
  match(argument: {
    readonly part: PartRef;
    readonly among: Among;
    readonly from: PairPlace | undefined;
  }): Promise<PartMatches>;
  /** Draws texts of a part of the originals, to make copies of. */
  draw(argument: DrawTask): Promise<PartDraw>;
  readTexts(argument: { readonly part: PartRef; readonly texts: readonly number[] }): Promise<DrawnText[]>;
}

export type TaskName = keyof Tasks;

/** The tasks of one thread, which remembers its block. */
export function tasks(breathe: Breathe): Tasks {
  const buffer = new PartBuffer();
  let kernel: Kernel | undefined;
  /** On the memory of the pool, of which there is one. */
  const kernelOn = (memory: WebAssembly.Memory): Kernel => (kernel ??= new Kernel(new LinearMemory(memory)));
  const readers = new Readers();
  let counter: SeedCounter | undefined;
  let matcher: PartMatcher | undefined;
  let held: HeldPassages | undefined;
  const matching = (): PartMatcher => {
    if (!matcher) throw new Error('No block of suspects was given.');
    return matcher;
  };
  return {
    build: (task) => buildParts(task, readers, breathe),
    verify: ({ file }) => Promise.resolve(readPart(file, buffer) !== undefined),
    count: ({ file, frequencies, parameters }) =>
      countPart(file, frequencies, (counter ??= new SeedCounter(parameters)), breathe),
    counted: () => {
      const counts = counter?.counts;
      counter = undefined;
      return Promise.resolve(counts);
    },
    fingerprint: ({ texts, steps }) => Promise.resolve(fingerprintAll(texts, steps)),
    open: ({ texts, frequencies, parameters }) => {
      const all = fingerprintAll(texts, parameters.normalise);
      return Promise.resolve({
        ...all,
        ...openSeeds(kernelOn(frequencies.memory), all.prints, all.starts, frequencies, parameters),
      });
    },
    block: ({ block, comparing }) => {
      matcher = new PartMatcher(kernelOn(block.data.memory), block, comparing, breathe, buffer, readers);
      return Promise.resolve();
    },
    seek: ({ sought, parameters }) => {
      held = new HeldPassages(kernelOn(sought.memory), sought, parameters);
      return Promise.resolve();
    },
    hold: (texts) => {
      if (!held) throw new Error('No passages were given.');
      held.read(texts);
      return Promise.resolve();
    },
    match: ({ part, among, from }) => matching().match(part, among, from),
    draw: (task) => Promise.resolve(drawFromPart(task)),
    readTexts: ({ part, texts }) => readTexts(part, texts, readers),
  };
}
