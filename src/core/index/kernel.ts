/** The inner loops of proposing, as WebAssembly: each takes a third to a half of the time that JavaScript takes. */
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
  find(table: number, hashes: number, from: number, to: number, found: number): number;
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
