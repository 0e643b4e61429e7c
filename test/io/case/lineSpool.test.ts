import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LineSpool } from '../../../src/io/case/lineSpool.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'spool-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('lines of any length come out whole, in the order that is asked for', async () => {
  const lines = [
    '',
    'é',
    'x'.repeat(3 << 20),
    '{"a":"…"}',
    'y'.repeat((1 << 20) - 1),
    'z'.repeat(700_000),
    'last',
  ];
  const spool = new LineSpool(path.join(folder, 'spool'));
  for (const [number, line] of lines.entries()) expect(spool.add(line)).toBe(number);
  expect(existsSync(path.join(folder, 'spool'))).toBe(true);
  // Those on disk and those that are not there yet.
  expect(lines.every((line, number) => spool.line(number) === line)).toBe(true);
  const order = Uint32Array.of(6, 2, 0, 5, 4, 3, 1);
  const target = path.join(folder, 'sorted');
  await spool.writeSorted(target, order);
  expect(readFileSync(target, 'utf8') === Array.from(order, (line) => lines[line]! + '\n').join('')).toBe(
    true,
  );
  expect(existsSync(path.join(folder, 'spool'))).toBe(false);
});
