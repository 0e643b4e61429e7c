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
