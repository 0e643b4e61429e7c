import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { SortedLines } from '../../../src/io/case/sortedLines.js';

interface Key {
  readonly word: string;
  readonly number: number;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'sorted-'));
const spill = path.join(folder, 'pieces');
const target = path.join(folder, 'sorted');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const breathe = () => Promise.resolve();
const sorting = (piece?: number) =>
  new SortedLines<Key>(spill, ({ word, number }) => [number, word, -number / 3], piece);

/** Short and long ones, beyond a page and beyond a piece. */
const line = fc
  .tuple(fc.string({ unit: 'binary' }), fc.constantFrom(0, 0, 0, 40, 40_000))
  .map(([text, more]) => text.replaceAll('\n', '') + 'é'.repeat(more));
const key = fc.record({
  word: fc.constantFrom('', 'a', 'B', 'ä', 'aa'),
  number: fc.constantFrom(-1.5, 0, 1e15),
});

test('lines come out in their order, equal ones as they came, however few are sorted at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key, line }), { maxLength: 60 }),
      fc.constantFrom(1, 100, 5000, undefined),
      async (all, piece) => {
        const lines = sorting(piece);
        for (const one of all) lines.add(one.key, one.line);
        await lines.writeSorted(target, breathe);
        const ordered = all.toSorted(
          ({ key: a }, { key: b }) => a.number - b.number || (a.word < b.word ? -1 : Number(a.word > b.word)),
        );
        expect(
          readFileSync(target, 'utf8') === ordered.map((one) => one.line.toWellFormed() + '\n').join(''),
        ).toBe(true);
        expect(existsSync(spill)).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('nothing is left on the disk of lines that are given up, whether all were added or some were written', async () => {
  const some = (): SortedLines<Key> => {
    const lines = sorting(100);
    for (let at = 0; at < 20; at++) lines.add({ word: 'a', number: -at }, 'x'.repeat(30));
    expect(existsSync(spill)).toBe(true);
    return lines;
  };
  some().close();
  expect(existsSync(spill)).toBe(false);
  const lines = some();
  let left = 3;
  const cancelled = () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('cancelled')));
  await expect(lines.writeSorted(target, cancelled)).rejects.toThrow('cancelled');
  lines.close();
  expect(existsSync(spill)).toBe(false);
});
