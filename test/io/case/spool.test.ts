import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Spool } from '../../../src/io/case/spool.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('entries of any length come out whole, from the disk and before they are there', () => {
  const entries = [
    '',
    'é',
    'x'.repeat(3 << 20),
    '{"a":"…"}',
    'y'.repeat(1 << 20),
    'z'.repeat(700_000),
    'last',
  ];
  const file = path.join(folder, 'spool');
  const spool = new Spool(file);
  for (const [number, entry] of entries.entries()) expect(spool.add(Buffer.from(entry))).toBe(number);
  expect(existsSync(file)).toBe(true);
  expect(entries.every((entry, number) => spool.entry(number).toString() === entry)).toBe(true);
  spool.close();
  expect(existsSync(file)).toBe(false);
  expect(() => spool.add(Buffer.from('late'))).toThrow('closed');
  expect(existsSync(file)).toBe(false);
});

test('an entry is the same wherever the last one stood', () => {
  const spool = new Spool(path.join(folder, 'jumps'));
  const lengths = Array.from(
    { length: 400 },
    (_, number) => (number * 7919) % (number % 50 === 0 ? 200_000 : 9_000),
  );
  const entries = lengths.map((length, number) => Buffer.alloc(length, number % 251));
  for (const entry of entries) spool.add(entry);
  const numbers = [...entries.keys()];
  const jumps = [numbers, numbers.toReversed(), numbers.map((number) => (number * 173) % entries.length)];
  for (const number of jumps.flat()) expect(spool.entry(number).equals(entries[number]!)).toBe(true);
  // Whoever was given an entry has it, whatever is read after.
  const [first, second] = [spool.entry(0), spool.entry(1)];
  spool.entry(300);
  expect([first.equals(entries[0]!), second.equals(entries[1]!)]).toEqual([true, true]);
  spool.close();
});
