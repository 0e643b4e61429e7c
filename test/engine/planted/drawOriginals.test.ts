import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Judging } from '../../../src/engine/calibration/judgeControls.js';
import type { Drawn, PartDraw } from '../../../src/engine/planted/drawFromPart.js';
import { drawOriginals } from '../../../src/engine/planted/drawOriginals.js';

/** Parts of originals that were drawn from, answering in any order. */
function judging(parts: readonly PartDraw[], turn: readonly number[]): Judging {
  const run = async (
    name: string,
    argument: { file?: string; part?: { file: string }; texts?: number[] },
  ) => {
    const part = Number(argument.file ?? argument.part?.file);
    for (let wait = 0; wait < turn[part]!; wait++) await Promise.resolve();
    if (name === 'draw') return parts[part];
    return argument.texts!.map((text) => ({ text: `${part} ${text}`, prompt: '', address: {} }));
  };
  const corpus = { parts: parts.map((_, number) => ({ file: String(number) })) };
  return { corpus, pool: { run } } as unknown as Judging;
}

test('draws what all parts together would give, whichever answers first', async () => {
  const key = fc.integer({ min: 0, max: 60 });
  const part = fc.uniqueArray(key, { maxLength: 12 });
  const case_ = fc.record({
    keys: fc.array(part, { minLength: 1, maxLength: 12 }),
    turn: fc.array(fc.nat(8), { minLength: 12, maxLength: 12 }),
    most: fc.integer({ min: 1, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(case_, async ({ keys, turn, most }) => {
      const parts = keys.map((own, part) => {
        const drawn = own.map((one, text): Drawn => ({ part, key: one, text, order: (one * 7) % 5 }));
        return { texts: own.length, tooShort: 1, drawn };
      });
      const first = new Map<number, { order: number; key: number; name: string }>();
      parts.forEach(({ drawn }, number) =>
        drawn.forEach((one) => {
          if (!first.has(one.key)) first.set(one.key, { ...one, name: `${number} ${one.text}` });
        }),
      );
      const all = [...first.values()].sort((a, b) => a.order - b.order || a.key - b.key);
      const found = await drawOriginals(judging(parts, turn), { most, least: 0, seed: 1 });
      expect(found.originals.map(({ text }) => text)).toEqual(all.slice(0, most).map(({ name }) => name));
      expect(found.texts).toBe(keys.flat().length);
      expect(found.tooShort).toBe(keys.length);
    }),
    { numRuns: 500 },
  );
});
