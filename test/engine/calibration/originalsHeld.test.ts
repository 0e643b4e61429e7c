import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf, summarise } from '../../../src/core/calibration/sentences.js';
import { random } from '../../../bench/data/random.mjs';
import type { CompareRequest } from '../../../src/shared/engineCalls.js';
import { compareIn, folderWith } from '../smallCase.js';

interface Row {
  readonly instruction: string;
  readonly output: string;
}

function words(seed: number, count: number): string {
  const next = random(seed);
  const letter = () => 'bcdfghklmnprstvw'[Math.floor(next() * 16)]!;
  return Array.from({ length: count }, () => `${letter()}a${letter()}o${letter()}`).join(' ');
}

const rows = (prompts: number, answers: number, count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    instruction: words(prompts + at, 8),
    output: words(answers + at, 40),
  }));

const ORIGINALS = rows(0, 10_000, 320);
/** Ten copies to prompts that nobody else answers. */
const SUSPECT = [
  ...rows(1000, 20_000, 40),
  ...ORIGINALS.slice(0, 10).map(({ output }, at) => ({ instruction: words(1100 + at, 8), output })),
];

async function compared(
  controls: Record<string, readonly object[] | object[][]>,
  options: Partial<CompareRequest> = {},
  originals: readonly Row[] = ORIGINALS,
) {
  const folder = await folderWith({ 'ours.jsonl': originals, 'suspect.jsonl': SUSPECT, ...controls });
  const { manifest } = await compareIn(folder, ['suspect.jsonl'], ['ours.jsonl'], {
    controls: Object.keys(controls).map((name) => path.join(folder, name)),
    planted: 0,
    ...options,
  });
  const { headline, rest } = summarise(manifest.kind, manifest.counts);
  return {
    found: findingsOf(manifest.counts),
    counts: manifest.counts,
    notes: manifest.notes,
    headline,
    rest,
  };
}

describe('independent answers', () => {
  it('to prompts that the originals do not have say nothing of responses that no other source answers', async () => {
    const { found, counts, rest } = await compared({ 'a.jsonl': rows(5000, 30_000, 310) });
    expect(found).toBe(10);
    expect(counts.chance).toMatchObject({ answers: 310, elsewhere: 310 });
    expect(rest).toContain(
      'Not calibrated: without independent answers to the same prompts, nothing says how many of them chance alone would give. ' +
        '310 independent answers are to prompts that the originals do not have: answers to the same prompts share more.',
    );
    expect(rest).not.toContain('expected by chance');
  });

  it('to prompts of the originals do, and those beside them are left out', async () => {
    const { counts, rest } = await compared({
      'a.jsonl': [...rows(0, 30_000, 310), ...rows(5000, 40_000, 25)],
    });
    expect(counts.chance).toMatchObject({
      answers: 335,
      elsewhere: 25,
      unpaired: { answers: 310, reported: 0 },
    });
    expect(rest).toContain(
      'Of 310 independent answers by 1 source, judged without other answers to their prompts,',
    );
  });

  it('all count where no original has a prompt', async () => {
    const without = ORIGINALS.map(({ output }) => ({ instruction: '', output }));
    const { counts } = await compared({ 'a.jsonl': rows(5000, 30_000, 310) }, {}, without);
    expect(counts.chance).toMatchObject({ elsewhere: 0, unpaired: { answers: 310 } });
    const some = rows(5000, 30_000, 310).map((row, at) => (at < 10 ? { ...row, instruction: '' } : row));
    const { counts: mixed } = await compared({ 'a.jsonl': some }, {}, without);
    // That nothing is known of ten prompts makes them no single one.
    expect(mixed.chance).toMatchObject({ elsewhere: 0, unpaired: { answers: 310, prompts: 310 } });
  });

  it('are counted for model outputs where the originals answer the prompt, in whatever case', async () => {
    const answers = [...rows(0, 30_000, 310), ...rows(5000, 40_000, 25)].map((row) => ({
      ...row,
      instruction: row.instruction.toUpperCase(),
    }));
    const { counts } = await compared({ 'a.jsonl': answers }, { kind: 'outputs' });
    expect(counts.chance).toMatchObject({ answers: 335, elsewhere: 25, unpaired: { answers: 310 } });
    const others = answers.map((row) => ({ ...row, output: `${row.output} and more` }));
    const { counts: both } = await compared({ 'a.jsonl': answers, 'b.jsonl': others }, { kind: 'outputs' });
    expect(both.chance).toMatchObject({ answers: 670, elsewhere: 50, paired: { answers: 620 } });
  });

  it('are none where a tenth of the longer ones are originals, whatever else the file holds', async () => {
    const others = { 'b.jsonl': rows(0, 30_000, 310) };
    const alone = await compared(others);
    const copies = ORIGINALS.slice(0, 40).map(({ instruction, output }) => ({
      instruction,
      output: `**${output.toUpperCase()}**`,
    }));
    const mixed = await compared({ ...others, 'a.jsonl': [...rows(0, 50_000, 300), ...copies].reverse() });
    expect(mixed.notes).toEqual([
      'a.jsonl, of whose 340 longer answers 40 are originals, was left out of the controls.',
    ]);
    expect(mixed.rest).toBe(alone.rest);
    expect(mixed.found).toBe(10);
    const few = await compared({ ...others, 'a.jsonl': [...rows(0, 50_000, 300), ...copies.slice(0, 30)] });
    expect(few.notes).toEqual([]);
    expect(few.counts.chance).toMatchObject({ sources: 2 });
  });
});
