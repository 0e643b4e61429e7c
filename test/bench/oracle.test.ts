import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lines, texts, type Line } from '../../bench/data/jsonl.mjs';
import { generate, truthOf } from '../../bench/generate.mjs';
import { canPayToll, leastSharedWindows } from '../../bench/oracle/filter.mjs';
import { oracleOf } from '../../bench/oracle/oracle.mjs';
import { parseJson } from '../../bench/unknown.mjs';
import { prepare } from '../../src/core/match/prepare.js';
import { scorePair } from '../../src/core/match/scorePair.js';
import { Vocabulary } from '../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'oracle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the oracle', () => {
  it('reports exactly the pairs that scoring every pair reports', async () => {
    const data = generate(folder, { originals: 120, suspects: 60, refusals: 0.05, seed: 7 });
    const vocabulary = new Vocabulary();
    const ready = (file: string) =>
      Array.from(lines(file), (line) => {
        const { instruction, output } = parseJson(line.toString()) as Line;
        return prepare(output, instruction, DEFAULT_PARAMETERS, vocabulary);
      });
    const originals = ready(data.originals);
    const suspects = ready(data.suspects);
    const reported = suspects.flatMap((suspect, s) =>
      originals.flatMap((original, o) =>
        scorePair(suspect, original, DEFAULT_PARAMETERS).reported ? [{ s, o }] : [],
      ),
    );
    expect(reported.length).toBeGreaterThan(25);
    for (const { s, o } of reported)
      expect(canPayToll(suspects[s]!, originals[o]!, DEFAULT_PARAMETERS)).toBe(true);
    const { pairs } = await oracleOf(data, 1, false);
    const found = pairs.filter(([, , , isReported]) => isReported).map(([s, o]) => ({ s, o }));
    expect(found).toEqual(reported);
  });

  it('asks for no more shared windows than a pair that just reaches the threshold has', () => {
    // Six seeds of characters, a character between each two: 41 characters of weight one half and five gaps.
    expect(leastSharedWindows({ ...DEFAULT_PARAMETERS, reportFrom: 8 })).toBe(6);
    // Toll 0 and evidence 3: one seed of three words is enough.
    expect(leastSharedWindows({ ...DEFAULT_PARAMETERS, passageToll: 0, reportFrom: 3 })).toBe(1);
  });

  it('makes the same data from the same seed', () => {
    const read = (name: string) => {
      const data = generate(path.join(folder, name), { originals: 30, suspects: 20, seed: 3 });
      return [...texts(data.originals), ...texts(data.suspects)];
    };
    expect(read('a')).toEqual(read('b'));
  });

  it.each([0, 0.1, 0.5, 1])('makes copies of the share that was asked for: %d', (copies) => {
    const data = generate(folder, { originals: 60, suspects: 40, copies, refusals: 0, seed: 3 });
    const made = [...truthOf(data).values()].filter(({ originals }) => originals.length > 0);
    expect(made).toHaveLength(40 * copies);
  });

  it.each([-0.1, 1.1, NaN])('makes nothing of a share that is none: %d', (copies) => {
    expect(() => generate(folder, { originals: 2, suspects: 2, copies })).toThrow(RangeError);
  });
});
