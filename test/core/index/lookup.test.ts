import { describe, expect, it } from 'vitest';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { Lookup } from '../../../src/core/index/lookup.js';
import { seedList } from '../../../src/core/index/seedList.js';
import { makeSeedTable, TOLD } from '../../../src/core/index/seedTable.js';
import { random } from './texts.js';

/** A table of random hashes, some of them several times, and the same as a Map. */
function tableOf(kernel: Kernel, entries: number, apart: number, next: () => number) {
  const hashes: number[] = [];
  const naive = new Map<number, number[]>();
  let hash = 1;
  const cut = entries >> 1;
  const tokenOf = (entry: number) => (entry < cut ? entry : entry + apart);
  for (let entry = 0; entry < entries; entry++) {
    const token = tokenOf(entry);
    if (next() < 0.8) hash = 1 + Math.floor(next() * 0xfffffffe);
    hashes.push(hash);
    const tokens = naive.get(hash);
    if (tokens) tokens.push(token);
    else naive.set(hash, [token]);
  }
  // Two batches, the second counted from its own first token.
  const list = (from: number, to: number) =>
    seedList(
      Uint32Array.from(hashes.slice(from, to)),
      Uint32Array.from({ length: to - from }, (_, at) => at),
    );
  return {
    table: makeSeedTable(
      [list(0, cut), list(cut, entries)],
      [0, tokenOf(cut)],
      tokenOf(entries),
      kernel,
      'seeds',
    ),
    naive,
    hashOf: (token: number) => hashes[token < cut ? token : token - apart]!,
  };
}

describe('looking hashes up in a seed table', () => {
  it.each([
    [50, 3000, 0],
    [2000, 20_000, 0],
    [400_000, 3000, 0],
    [400_000, 60_000, 0],
    [30_000, 60_000, 2 ** 26],
  ])(
    'finds what a Map finds, in the same order: %i entries, %i hashes, %i tokens between',
    (entries, count, apart) => {
      const next = random(entries + count);
      const kernel = new Kernel();
      const { table, naive, hashOf } = tableOf(kernel, entries, apart, next);
      const known = [...naive.keys()];
      const hashes = Uint32Array.from({ length: count }, () =>
        next() < 0.3 ? known[Math.floor(next() * known.length)]! : 1 + Math.floor(next() * 0xfffffffe),
      );
      const lookup = new Lookup(kernel, 'lookup');
      lookup.find(table, hashes, count);
      const all = Array.from({ length: lookup.count }, (_, at) => [lookup.offered[at]!, lookup.tokens[at]!]);
      const unlike = ([number, token]: readonly number[]) => (hashes[number!]! ^ hashOf(token!)) >>> 0;
      // Others are found where they are not told apart.
      expect(all.filter((one) => unlike(one) >= 2 ** (32 - TOLD))).toEqual([]);
      const found = all.filter((one) => unlike(one) === 0);
      expect(all.length - found.length).toBeLessThan(count / 1000);
      const wanted = Array.from(hashes).flatMap((hash, number) =>
        (naive.get(hash) ?? []).map((token) => [number, token]),
      );
      expect(found.length).toBeGreaterThan(count / 4);
      expect(found).toEqual(wanted);
      // A second look has nothing of the first one left.
      lookup.find(table, hashes, 0);
      expect(lookup.count).toBe(0);
    },
  );

  it('never finds more than there is room for', () => {
    const room = 1 << 20;
    for (const entries of [room - 1, room, room + 1]) {
      const kernel = new Kernel();
      const list = seedList(new Uint32Array(entries).fill(9), Uint32Array.from({ length: entries }).fill(0));
      const table = makeSeedTable([list], [0], entries, kernel, 'seeds');
      const lookup = new Lookup(kernel, 'lookup');
      lookup.find(table, Uint32Array.of(9), 1);
      expect(lookup.count).toBe(entries);
    }
  });

  it('ends early where there is more than enough, but not before it must', () => {
    const texts = 3000;
    const each = (hash: number) =>
      seedList(
        new Uint32Array(texts).fill(hash),
        Uint32Array.from({ length: texts }, (_, at) => at),
      );
    const kernel = new Kernel();
    const hashes = kernel.memory.words('hashes', 1000);
    hashes.set(Array.from({ length: 1000 }, (_, at) => 1 + at * 0x9e3779));
    const offered = { address: hashes.byteOffset };
    const table = makeSeedTable(
      [...hashes].map(each),
      [...hashes].map((_, at) => at * texts),
      hashes.length * texts,
      kernel,
      'seeds',
    );
    const lookup = new Lookup(kernel, 'lookup');
    const found: number[] = [];
    for (let from = 0; from < hashes.length;) {
      const end = lookup.findSeeds(table, offered, from, hashes.length, from + 500);
      expect(lookup.count).toBe((end - from) * texts);
      for (let at = 0; at < lookup.count; at += texts) found.push(lookup.offered[at]!);
      expect(end).toBeGreaterThanOrEqual(Math.min(from + 500, hashes.length));
      from = end;
    }
    expect(found).toEqual([...hashes.keys()]);
    const other = new Lookup(kernel, 'other');
    expect(other.findSeeds(table, offered, 0, hashes.length, 0)).toBe(Math.floor(2 ** 20 / texts));
    lookup.find(table, hashes, hashes.length);
    expect(lookup.count).toBe(hashes.length * texts);
  });
});
