/**
 * Numbers 0, 1, 2, … found by the key of each. A Map with a list for every key takes ten times as many bytes, and objects
 * that each thread's collector looks through again and again.
 */
import { widened } from './widened.js';

/** No number. */
const NONE: readonly number[] = [];

export class KeyedNumbers {
  private count = 0;
  private keys: Float64Array;
  /** Per number the one before it in its slot, and per slot its last one, each plus 1; 0 if there is none. */
  private before: Uint32Array;
  private slots: Uint32Array;

  /** @param keys of the first numbers: whole numbers from 0 to 2^53 − 1, whose lowest bits differ as much as any */
  constructor(keys: ArrayLike<number> = []) {
    const room = 2 ** Math.ceil(Math.log2(keys.length + 1024));
    this.keys = new Float64Array(room);
    this.before = new Uint32Array(room);
    this.slots = new Uint32Array(room);
    for (let number = 0; number < keys.length; number++) this.add(keys[number]!);
  }

  /** Gives the key the next number, and returns it. */
  add(key: number): number {
    if (this.count === this.keys.length) this.grow();
    this.keys[this.count] = key;
    this.enter(this.count);
    return this.count++;
  }

  /** The numbers of the key, ascending. */
  of(key: number): readonly number[] {
    let found: number[] | undefined;
    for (let next = this.slots[this.slotOf(key)]!; next !== 0; next = this.before[next - 1]!)
      if (this.keys[next - 1] === key) (found ??= []).push(next - 1);
    return found?.reverse() ?? NONE;
  }

  private slotOf(key: number): number {
    return (key | 0) & (this.slots.length - 1);
  }

  private enter(number: number): void {
    const slot = this.slotOf(this.keys[number]!);
    this.before[number] = this.slots[slot]!;
    this.slots[slot] = number + 1;
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.count);
    keys.set(this.keys);
    this.keys = keys;
    this.before = widened(this.before);
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let number = 0; number < this.count; number++) this.enter(number);
  }
}
