import { mkdtempSync, readdirSync, rmSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ControlFile } from '../../../src/engine/calibration/controlFiles.js';
import { ControlTexts } from '../../../src/engine/calibration/controlTexts.js';

const file = (name: string): ControlFile => ({
  path: name,
  family: name,
  bytes: 1,
  named: true,
  format: 'jsonl',
  compression: 'none',
});

it('gives back every answer with its file, whatever was forgotten in between', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant('lone \ud800'),
    fc.constant('x'.repeat(700_000)),
  );
  const files = fc.array(fc.tuple(fc.array(fc.tuple(text, text), { maxLength: 4 }), fc.boolean()), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(files, (all) => {
      const dir = mkdtempSync(path.join(os.tmpdir(), 'controls-'));
      mkdirSync(path.join(dir, 'runs'));
      const texts = new ControlTexts(dir);
      const expected: { prompt: string; text: string; file: string }[] = [];
      all.forEach(([answers, kept], at) => {
        texts.begin(file(String(at)));
        for (const [prompt, answer] of answers) texts.add(prompt, answer);
        if (kept)
          for (const [prompt, answer] of answers) expected.push({ prompt, text: answer, file: String(at) });
        else texts.forget();
      });
      expect(texts.count).toBe(expected.length);
      expect([...texts.each()].map((one) => ({ ...one, file: one.file.path }))).toEqual(expected);
      expect([...texts.texts()]).toEqual(expected.map((one) => one.text));
      expect(texts.files.map((one) => one.path)).toEqual([...new Set(expected.map((one) => one.file))]);
      texts.close();
      expect(readdirSync(path.join(dir, 'runs'))).toEqual([]);
      rmSync(dir, { recursive: true });
    }),
    { numRuns: 60 },
  );
});
