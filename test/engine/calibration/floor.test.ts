import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { random } from '../../../bench/data/random.mjs';
import type { FloorCounts } from '../../../src/shared/calibration.js';
import type { CompareRequest } from '../../../src/shared/engineCalls.js';
import { Floor } from '../../../src/engine/calibration/floor.js';
import type { Judging } from '../../../src/engine/calibration/judgeControls.js';
import type { Outcome } from '../../../src/engine/ledger.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { compareIn, folderWith, matchesOf } from '../smallCase.js';

const LETTERS = 'bcdfghklmnprstvw';

/** Made-up words, so that two texts share nothing by chance. */
function words(seed: number, count: number): string {
  const next = random(seed);
  const letter = () => LETTERS[Math.floor(next() * LETTERS.length)]!;
  return Array.from({ length: count }, () => `${letter()}a${letter()}o${letter()}`).join(' ');
}

interface Row {
  readonly instruction: string;
  readonly output: string;
}

const rows = (from: number, count: number, change: (at: number) => Partial<Row> = () => ({})): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    instruction: words(from + at, 8),
    output: words(100_000 + from + at, 40),
    ...change(at),
  }));

/** What stands in many answers. */
const BOILERPLATE = words(7, 30);
const SUSPECT = rows(5000, 400);

async function floorOf(
  originals: Record<string, readonly object[]>,
  more: Partial<CompareRequest> = {},
  suspect: readonly object[] = SUSPECT,
): Promise<FloorCounts | undefined> {
  const folder = await folderWith({ ...originals, 'suspect.jsonl': suspect });
  const names = Object.keys(originals);
  return (await compareIn(folder, ['suspect.jsonl'], names, { planted: 0, ...more })).manifest.counts.floor;
}

describe('the floor', () => {
  it('counts originals that share text with originals to other prompts', async () => {
    // Every fourth of forty carries what the others of these carry.
    const shared = rows(0, 40, (at) => (at % 4 ? {} : { output: `${words(at, 20)} ${BOILERPLATE}` }));
    const floor = await floorOf({ 'ours.jsonl': shared });
    expect(floor).toMatchObject({ originals: 40, reported: 10 });
    // The upper end of Clopper and Pearson for 10 of 40.
    expect(floor!.upper).toBeCloseTo(0.4119, 3);
    expect(await floorOf({ 'ours.jsonl': rows(0, 40) })).toMatchObject({ originals: 40, reported: 0 });
  });

  it('leaves out equal texts, equal and near prompts, and the own record', async () => {
    const [text, edited] = [`${words(1, 30)} ${BOILERPLATE}`, `${words(2, 30)} ${BOILERPLATE}`];
    const prompt = words(3, 40);
    const pair = (a: Partial<Row>, b: Partial<Row>) =>
      floorOf({ 'ours.jsonl': rows(0, 40, (at) => [a, b][at] ?? {}) });
    expect(await pair({ output: text }, { output: edited })).toMatchObject({ reported: 2 });
    expect(await pair({ output: text }, { output: `**${text}**` })).toMatchObject({ reported: 0 });
    expect(
      await pair({ output: text, instruction: 'Why?' }, { output: edited, instruction: 'WHY?' }),
    ).toMatchObject({ reported: 0 });
    expect(
      await pair({ output: text, instruction: prompt }, { output: edited, instruction: `${prompt} please` }),
    ).toMatchObject({ reported: 0 });
    const turns = [
      { role: 'user', content: words(11, 8) },
      { role: 'assistant', content: text },
      { role: 'user', content: words(12, 8) },
      { role: 'assistant', content: edited },
    ];
    const chats = rows(0, 39).map(({ instruction, output }) => ({
      messages: [
        { role: 'user', content: instruction },
        { role: 'assistant', content: output },
      ],
    }));
    const own = await floorOf({ 'ours.jsonl': [...chats, { messages: turns }] });
    expect(own).toMatchObject({ reported: 0 });
  });

  it('says nothing without prompts, for few responses, and where there are enough controls', async () => {
    const ours = { 'ours.jsonl': rows(0, 40) };
    expect(await floorOf({ 'ours.jsonl': rows(0, 40, () => ({ instruction: '' })) })).toBeUndefined();
    expect(await floorOf(ours, {}, SUSPECT.slice(0, 299))).toBeUndefined();
    expect(await floorOf(ours, {}, SUSPECT.slice(0, 300))).toMatchObject({ originals: 30 });
    expect(await floorOf(ours, { kind: 'outputs' })).toBeUndefined();
    const withControls = async (promptFrom: number) => {
      const answers = rows(5000, 300, (at) => ({ instruction: words(promptFrom + at, 8) }));
      const files = { 'ours.jsonl': rows(0, 300), 'suspect.jsonl': SUSPECT, 'controls.jsonl': answers };
      const folder = await folderWith(files);
      const controls = [path.join(folder, 'controls.jsonl')];
      return compareIn(folder, ['suspect.jsonl'], ['ours.jsonl'], { controls, planted: 0 });
    };
    const { counts } = (await withControls(0)).manifest;
    expect(counts.chance).toMatchObject({ elsewhere: 0, unpaired: { answers: 300 } });
    expect(counts.floor).toBeUndefined();
    // What answers other prompts says nothing of chance.
    const others = (await withControls(7000)).manifest.counts;
    expect(others.chance).toMatchObject({ elsewhere: 300 });
    expect(others.chance!.unpaired).toBeUndefined();
    expect(others.floor).toMatchObject({ originals: 40 });
  });

  it('is the same for other files, blocks and threads, and no match of the run is its', async () => {
    const ours = rows(0, 60, (at) => (at % 3 ? {} : { output: `${words(at, 20)} ${BOILERPLATE}` }));
    const suspect = [...SUSPECT, { instruction: words(99, 8), output: ours[0]!.output }];
    const first = await floorOf({ 'a.jsonl': ours }, {}, suspect);
    expect(first!.reported).toBeGreaterThan(5);
    const parts = { 'b.jsonl': ours.slice(25), 'c.jsonl': ours.slice(0, 25) };
    expect(await floorOf(parts, { memory: 16, workers: 2 }, suspect)).toEqual(first);

    const folder = await folderWith({ 'ours.jsonl': ours, 'suspect.jsonl': suspect });
    const result = await compareIn(folder, ['suspect.jsonl'], ['ours.jsonl'], { planted: 0 });
    const matches = await matchesOf(result);
    expect(new Set(matches.map(({ suspect: side }) => `${side.path} ${side.record}`))).toEqual(
      new Set([`${matches[0]!.suspect.path} 400`]),
    );
    expect(matches[0]!.suspect.path).toMatch(/suspect\.jsonl$/u);
    expect(result.manifest.counts).toMatchObject({ responses: 401, floor: first });
    const written = JSON.parse(await readFile(path.join(result.dir, 'run.json'), 'utf8')) as {
      counts: { floor: FloorCounts };
    };
    expect(written.counts.floor).toEqual(first);
  });

  it('obeys the threshold of the run', async () => {
    const ours = rows(0, 40, (at) => (at % 4 ? {} : { output: `${words(at, 20)} ${BOILERPLATE}` }));
    const parameters = { ...DEFAULT_PARAMETERS, reportFrom: 21 };
    expect(await floorOf({ 'ours.jsonl': ours }, { parameters })).toMatchObject({ reported: 0 });
  });
});

it('takes an original’s best match beside its own record', async () => {
  const drawn = [0, 1].map((record) => ({
    ...{ prompt: `prompt ${record}`, text: `text ${record}` },
    address: { path: '/a/ours.jsonl', record, pointer: '' },
  }));
  const run = (name: string) =>
    Promise.resolve(
      name === 'draw'
        ? {
            texts: 2,
            tooShort: 0,
            drawn: drawn.map((_, text) => ({ part: 0, text, key: text, order: text })),
          }
        : drawn,
    );
  const comparing = { pathsCase: '/a/.distillation-evidence', parameters: DEFAULT_PARAMETERS };
  const floor = await Floor.draw({ corpus: { parts: [{}] }, pool: { run }, comparing } as unknown as Judging);
  const beside = floor.beside(20);
  const match = (record: number, value: number) => ({
    original: { path: 'ours.jsonl', record },
    scores: { distinctiveTokens: { value } },
  });
  const enter = (...matches: object[]) => beside.enter({ matches } as unknown as Outcome);
  enter(match(0, 90), match(1, 12));
  enter(match(1, 90), match(0, 40));
  expect(beside.counts()).toMatchObject({ originals: 2, reported: 1 });
});
