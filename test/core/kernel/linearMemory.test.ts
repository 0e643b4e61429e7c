import { expect, it } from 'vitest';
import { LinearMemory } from '../../../src/core/kernel/linearMemory.js';

it('gives words that are zero, also where others of that name were before', () => {
  const memory = new LinearMemory();
  const before = memory.words('one', 100);
  before.fill(7);
  const other = memory.words('other', 50).fill(3);
  const after = memory.words('one', 60);
  expect(after.byteOffset).toBe(before.byteOffset);
  expect([...after]).toEqual(Array<number>(60).fill(0));
  expect([...other]).toEqual(Array<number>(50).fill(3));
});

it('keeps what it is asked to keep where a column grows, and leaves those around it alone', () => {
  const memory = new LinearMemory();
  const words = memory.grownWords('words', 10, 0);
  words.set([1, 2, 3]);
  const prints = memory.grownPrints('prints', 4, 0, 100);
  prints.set([4, 5, 6, 7]);
  const grown = memory.grownWords('words', 1_000_000, 3);
  expect(grown.byteOffset).not.toBe(words.byteOffset);
  expect([...grown.subarray(0, 3)]).toEqual([1, 2, 3]);
  grown.fill(9);
  // There was room for so many at first.
  const longer = memory.grownPrints('prints', 100, 4);
  expect(longer.byteOffset).toBe(prints.byteOffset);
  expect([...longer.subarray(0, 4)]).toEqual([4, 5, 6, 7]);
  expect([...memory.grownPrints('prints', 5000, 4).subarray(0, 4)]).toEqual([4, 5, 6, 7]);
});

it('gives another thread what nobody else has, in the same memory', () => {
  const mine = new LinearMemory();
  const theirs = new LinearMemory(mine.memory);
  const columns = [mine.words('same name', 1000), theirs.words('same name', 1000), mine.words('more', 1000)];
  columns.forEach((column, at) => column.fill(at + 1));
  columns.forEach((column, at) => {
    expect(column.byteOffset % 64).toBe(0);
    expect(new Set(column)).toEqual(new Set([at + 1]));
    const seen = new Uint32Array(mine.memory.buffer, column.byteOffset, 1000);
    expect(seen[999]).toBe(at + 1);
  });
});

it('says so where a block fits no memory', () => {
  expect(() => new LinearMemory().words('all', 2 ** 30)).toThrow(RangeError);
});
