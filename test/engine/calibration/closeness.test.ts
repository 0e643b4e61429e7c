import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { random } from '../../../bench/data/random.mjs';
import type { Closeness } from '../../../src/shared/closeness.js';
import type { CompareResult } from '../../../src/shared/engineCalls.js';
import { compareIn, folderWith } from '../smallCase.js';

const PROMPTS = 30;
const WORDS = 'anchor barley cedar dune ember fjord gravel harbour island juniper kiln lantern'.split(' ');

function words(seed: number, count: number): string {
  const next = random(seed);
  return Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)]!).join(' ');
}

/** Answers that hold `share` words of the originals' and otherwise words of their own. */
function source(seed: number, share: number): { instruction: string; output: string }[] {
  return Array.from({ length: PROMPTS }, (_, at) => ({
    instruction: `What is at place ${at} of the list?`,
    output: `${words(9000 + at, 60)
      .split(' ')
      .slice(0, share)
      .join(' ')} ${words(seed * 100 + at, 60 - share)}`,
  }));
}

const FILES = {
  'ours.jsonl': source(1, 60),
  'theirs.jsonl': source(2, 30),
  'a.jsonl': source(3, 6),
  'b.jsonl': source(4, 3),
  'c.jsonl': source(5, 0),
};

async function run(
  files: Record<string, readonly object[]>,
  controls: readonly string[],
): Promise<{ result: CompareResult; text: string; closeness: Closeness }> {
  const folder = await folderWith(files);
  const result = await compareIn(folder, ['theirs.jsonl'], ['ours.jsonl'], {
    kind: 'outputs',
    controls: controls.map((name) => path.join(folder, name)),
  });
  const text = await readFile(path.join(result.dir, 'closeness.json'), 'utf8');
  return { result, text, closeness: JSON.parse(text) as Closeness };
}

const CONTROLS = ['a.jsonl', 'b.jsonl', 'c.jsonl'];

describe('the matrix of a model-output run', () => {
  it('says than which sources the suspect is closer, and tries every control', async () => {
    const { result, closeness } = await run(FILES, CONTROLS);
    expect(result.manifest.counts.closeness).toEqual({
      prompts: PROMPTS,
      families: 3,
      fewest: PROMPTS,
      closerThan: 3,
      passing: 1,
    });
    expect(closeness.sources.map(({ role, source, prompts }) => [role, source, prompts])).toEqual([
      ['suspect', 'theirs.jsonl', PROMPTS],
      ['original', 'ours.jsonl', PROMPTS],
      ...CONTROLS.map((name) => ['control', name, PROMPTS]),
    ]);
    expect(closeness.pairs).toHaveLength(10);
    expect(closeness.trials.map(({ source, passed }) => [source, passed])).toEqual([
      [0, true],
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(closeness.ranks).toEqual([PROMPTS, 0, 0, 0]);
  });

  it('says that the suspect is closer to a control by the prompts that both answer alone', async () => {
    const alike = FILES['theirs.jsonl'].slice(0, 22);
    const { result } = await run({ ...FILES, 'd.jsonl': alike }, [...CONTROLS, 'd.jsonl']);
    expect(result.manifest.counts.closeness).toMatchObject({
      fewest: 22,
      closerTo: { source: 'd.jsonl', prompts: 22 },
    });
    const less = alike.map(({ instruction, output }) => ({
      instruction,
      output: output.split(' ').slice(0, -15).join(' '),
    }));
    const two = { ...FILES, 'd.jsonl': alike, 'z.jsonl': less };
    const { result: nearer } = await run(two, [...CONTROLS, 'd.jsonl', 'z.jsonl']);
    expect(nearer.manifest.counts.closeness!.closerTo).toEqual({ source: 'd.jsonl', prompts: 22 });
    // Close to the originals where the control answers, and nowhere else: all prompts together would look otherwise.
    const [all, most, none] = [source(2, 60), source(6, 56), source(2, 0)];
    const theirs = all.map((answer, at) => (at < 22 ? answer : none[at]!));
    const { result: other } = await run({ ...FILES, 'theirs.jsonl': theirs, 'd.jsonl': most.slice(0, 22) }, [
      ...CONTROLS,
      'd.jsonl',
    ]);
    expect(other.manifest.counts.closeness).toMatchObject({ fewest: 22 });
    expect(other.manifest.counts.closeness!.closerTo).toBeUndefined();
  });

  it('names the sources that a mixture is as close to in the same way', async () => {
    const b = FILES['b.jsonl'];
    const mixed = source(2, 30).map((answer, at) => (at % 2 === 0 ? answer : b[at]!));
    const { result } = await run({ ...FILES, 'theirs.jsonl': mixed }, CONTROLS);
    expect(result.manifest.counts.closeness!.alsoAlike).toEqual(['b.jsonl']);
  });

  it('is the same bytes for other orders of records and controls', async () => {
    const first = await run(FILES, CONTROLS);
    const turned = Object.fromEntries(
      Object.entries(FILES).map(([name, records]) => [name, [...records].reverse()]),
    );
    const second = await run(turned, [...CONTROLS].reverse());
    expect(second.text).toBe(first.text);
  });

  it('names a side of several files by all of them, the same for other orders and places', async () => {
    const names = ['vault/d.jsonl', 'case/c.jsonl', 'case/a.jsonl', 'vault/b.jsonl'];
    const [first, ...rest] = FILES['ours.jsonl'];
    const sides = { 'vault/d.jsonl': [first!], 'case/c.jsonl': rest, 'case/a.jsonl': rest };
    const folder = await folderWith({
      ...sides,
      'vault/b.jsonl': rest,
      'case/s.jsonl': FILES['theirs.jsonl'],
    });
    const compared = async (originals: readonly string[]) => {
      const caseDir = path.join(folder, 'case', '.distillation-evidence');
      const { dir } = await compareIn(folder, ['case/s.jsonl'], originals, { kind: 'outputs', caseDir });
      return JSON.parse(await readFile(path.join(dir, 'closeness.json'), 'utf8')) as Closeness;
    };
    const { sources } = await compared(names);
    expect(sources).toMatchObject([
      { role: 'suspect', source: 's.jsonl', path: 's.jsonl' },
      { role: 'original', source: 'b.jsonl, d.jsonl, a.jsonl, … (4)' },
    ]);
    expect(sources[1]).not.toHaveProperty('path');
    expect((await compared([...names].reverse())).sources).toEqual(sources);
    expect((await compared(names.slice(1, 3))).sources[1]!.source).toBe('a.jsonl, c.jsonl');
  });

  it('leaves out a control that is the suspect again', async () => {
    const first = await run(FILES, CONTROLS);
    const copy = [...FILES['theirs.jsonl']].reverse();
    const second = await run({ ...FILES, 'copy.jsonl': copy }, [...CONTROLS, 'copy.jsonl']);
    expect(second.text).toBe(first.text);
  });

  it('refuses where families or prompts are too few', async () => {
    const few = await run(FILES, CONTROLS.slice(1));
    expect(few.closeness).toMatchObject({ refused: 'families', trials: [], ranks: [] });
    expect(few.closeness.pairs).toHaveLength(6);
    const short = { ...FILES, 'theirs.jsonl': FILES['theirs.jsonl'].slice(0, 19) };
    const { result } = await run(short, CONTROLS);
    expect(result.manifest.counts.closeness).toMatchObject({ refused: 'prompts', prompts: 19, families: 0 });
  });

  it('pairs no answers to prompts that say nothing', async () => {
    const empty = [{ instruction: ' ', output: words(77, 60) }];
    const first = await run(FILES, CONTROLS);
    const files = Object.fromEntries(
      Object.entries(FILES).map(([name, list]) => [name, [...list, ...empty]]),
    );
    const { result, closeness } = await run(files, CONTROLS);
    expect(result.manifest.counts.closeness!.prompts).toBe(PROMPTS);
    expect(closeness.pairs).toEqual(first.closeness.pairs);
  });

  it('is no part of a dataset run', async () => {
    const folder = await folderWith(FILES);
    const result = await compareIn(folder, ['theirs.jsonl'], ['ours.jsonl']);
    expect(result.manifest.counts.closeness).toBeUndefined();
    await expect(readFile(path.join(result.dir, 'closeness.json'))).rejects.toThrow();
  });
});
