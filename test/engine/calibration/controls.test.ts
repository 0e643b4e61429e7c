import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rateAt } from '../../../src/core/calibration/promptScores.js';
import { findingsOf, summarise } from '../../../src/core/calibration/sentences.js';
import { random } from '../../../bench/data/random.mjs';
import type { Calibration } from '../../../src/shared/calibration.js';
import { engineHandlers } from '../../../src/engine/engineHandlers.js';
import { NO_FILTER, type FindingQuery, type ScoreName } from '../../../src/shared/findingQuery.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { KINDS } from '../../../src/shared/match.js';
import type { CompareResult } from '../../../src/shared/engineCalls.js';
import { compareIn, folderWith, HOOKS, matchesOf } from '../smallCase.js';

interface Answer {
  readonly instruction: string;
  readonly output: string;
}

const PROMPTS = 40;
const WORDS = 'anchor barley cedar dune ember fjord gravel harbour island juniper kiln lantern meadow nectar orchard pebble quarry reed saddle thistle umber valley willow yarrow'.split(' '); // prettier-ignore

/** Words at random, so that two texts share nothing by chance. */
function words(seed: number, count: number): string {
  const next = random(seed);
  return Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)]!).join(' ');
}

/** What everybody says about prompt `at`. */
const common = (at: number) => words(1000 + at, 30);

/** What only the originals say about prompt `at`. */
const own = (at: number) => words(5000 + at, 40);

/** A source's answers: what is common, and words of its own; the answers to the prompts in `copied` hold the original's. */
function source(seed: number, copied: readonly number[] = []): Answer[] {
  return Array.from({ length: PROMPTS }, (_, at) => ({
    instruction: `Tell me about number ${at} in the list of places.`,
    output: `${common(at)} ${copied.includes(at) ? own(at) : ''} ${words(seed * 100 + at, 20)}.`,
  }));
}

const originals = Array.from({ length: PROMPTS }, (_, at) => ({
  instruction: `Tell me about number ${at} in the list of places.`,
  output: `${common(at)} ${own(at)}`,
}));

const FILES = {
  'originals.jsonl': originals,
  'suspect.jsonl': source(1, [3, 4, 5]),
  // The last answer holds a little of the original's, not enough to be reported.
  'a.jsonl': source(2).map((answer, at) => (at < 39 ? answer : { ...answer, output: own(at).slice(0, 95) })),
  'b.jsonl': source(3, [7]),
  'c.jsonl': source(4),
};

const CONTROLS = ['a.jsonl', 'b.jsonl', 'c.jsonl'];

async function run(
  files: Record<string, readonly object[]>,
  controls: readonly string[],
  families: Record<string, readonly string[]> = {},
): Promise<{ result: CompareResult; calibration: Calibration; text: string; folder: string }> {
  const folder = await folderWith(files);
  const at = (name: string) => path.join(folder, name);
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], {
    controls: controls.map(at),
    families: Object.entries(families).map(([name, list]) => ({ name, files: list.map(at) })),
  });
  const text = await readFile(path.join(result.dir, 'calibration.json'), 'utf8');
  return { result, calibration: JSON.parse(text) as Calibration, text, folder };
}

describe('controls', () => {
  it('explain what everybody says, and leave what only the originals say', async () => {
    const without = await folderWith(FILES);
    const { manifest } = await compareIn(without, ['suspect.jsonl'], ['originals.jsonl']);
    expect(findingsOf(manifest.counts)).toBe(PROMPTS);
    const { result } = await run(FILES, CONTROLS);
    expect(findingsOf(result.manifest.counts)).toBe(3);
    const reported = (await matchesOf(result)).filter((match) => match.reported);
    expect(reported.map(({ suspect }) => suspect.record).sort()).toEqual([3, 4, 5]);
    const [match] = reported;
    expect(match!.scores.distinctiveTokens.raw).toBeGreaterThan(match!.scores.distinctiveTokens.value + 25);
    const { record } = match!.suspect;
    // Only the control that copied the original's answer to another prompt has what is counted there.
    expect(
      reported
        .flatMap(({ passages }) => passages.map(({ held }) => held))
        .filter((held) => held !== undefined),
    ).toEqual([0, 0, 0]);
    const span = match!.explained.find(({ side, reason }) => side === 'suspect' && reason === 'control');
    expect(FILES['suspect.jsonl'][record]!.output.slice(span!.start, span!.end)).toBe(common(record));
    const other = match!.explained.find(({ side, reason }) => side === 'original' && reason === 'control');
    expect(originals[match!.original.record]!.output.slice(other!.start, other!.end)).toBe(common(record));
  });

  it('are judged like suspects, with the other families’ answers', async () => {
    const { result, calibration } = await run(FILES, CONTROLS);
    expect(calibration.paired!.pooled).toMatchObject({
      reported: 1,
      answers: 3 * PROMPTS,
      interval: 'clustered',
    });
    expect(calibration.paired!.sources.map(({ source: name, reported }) => [name, reported])).toEqual([
      ['a.jsonl', 0],
      ['b.jsonl', 1],
      ['c.jsonl', 0],
    ]);
    expect(calibration.paired!.worst).toBe('b.jsonl');
    expect(calibration.scores[0]!.scores).toHaveLength(1);
    expect(calibration.scores[0]!.scores[0]).toBeLessThan(8);
    expect(calibration.suspects).toEqual({ equal: PROMPTS, near: 0, none: 0 });
    expect(calibration.unpaired).toBeUndefined();
    expect(rateAt(calibration.prompts!, 10)).toEqual(calibration.paired!.pooled);
    expect(calibration.scores.map(({ below, scores }) => below + scores.length)).toEqual([
      PROMPTS,
      PROMPTS,
      PROMPTS,
    ]);
    expect(result.manifest.counts.chance).toMatchObject({
      sources: 3,
      families: 3,
      paired: { answers: 3 * PROMPTS, reported: 1, worst: { source: 'b.jsonl' } },
      expected: calibration.expected,
    });
    const roles = result.manifest.inputs.map(({ role, path: where, family }) => [
      role,
      path.basename(where),
      family,
    ]);
    expect(roles).toContainEqual(['control', 'a.jsonl', 'a.jsonl']);
  });

  it('of one family explain nothing, and say so by the rate without others', async () => {
    const { calibration, result } = await run(FILES, [], { kin: CONTROLS });
    expect(calibration.paired).toBeUndefined();
    expect(calibration.unpaired!.pooled.reported).toBe(3 * PROMPTS - 1);
    expect(calibration.suspects.none).toBe(PROMPTS);
    expect(findingsOf(result.manifest.counts)).toBe(PROMPTS);
    expect(result.manifest.counts.chance).toMatchObject({ families: 1, sources: 3 });
  });

  it('answer some prompts only: the other suspects have the rate of answers judged alone', async () => {
    const half = Object.fromEntries(CONTROLS.map((name) => [name, FILES[name as 'a.jsonl'].slice(0, 20)]));
    const copied = source(1, [3, 25]);
    const { result, calibration } = await run({ ...FILES, ...half, 'suspect.jsonl': copied }, CONTROLS);
    const stood = (await matchesOf(result)).map(({ suspect, controls }) => [suspect.record, controls]);
    expect(new Map(stood as [number, unknown][]).get(3)).toEqual({ prompt: 'equal', answers: 2 });
    expect(new Map(stood as [number, unknown][]).get(25)).toEqual({ prompt: 'none', answers: 0 });
    expect(calibration.suspects).toEqual({ equal: 20, near: 0, none: 20 });
    expect(calibration.unpaired!.pooled).toMatchObject({ reported: 60, answers: 60 });
    expect(calibration.expected.value).toBeCloseTo(20 * (1 / 60) + 20, 10);
  });

  it('are counted as the suspects were judged, in the rate, by kind of text and in the picture of all scores', async () => {
    const files = {
      'originals.jsonl': originals,
      'suspect.jsonl': source(1, [33, 34]).slice(30),
      'a.jsonl': FILES['a.jsonl'].slice(0, 20),
      'b.jsonl': FILES['b.jsonl'].slice(0, 10),
    };
    const { result, calibration } = await run(files, ['a.jsonl', 'b.jsonl']);
    expect(calibration.suspects).toEqual({ equal: 0, near: 0, none: 10 });
    expect([calibration.paired, calibration.unpaired].map((one) => one!.pooled.answers)).toEqual([20, 30]);
    const { chance } = result.manifest.counts;
    expect(summarise('dataset', result.manifest.counts).rest).toContain(
      '30 independent answers to 20 prompts by 2 sources',
    );
    expect(chance!.scarce).toContainEqual({
      ...{ by: 'script', name: 'Latin', findings: 10 },
      ...{ answers: 30, prompts: 20 },
    });
    expect(calibration.scores.reduce((sum, one) => sum + one.below + one.scores.length, 0)).toBe(30);
  });

  it('give the same scores and rates in any order of files, families and records', async () => {
    const families = { one: ['a.jsonl'], two: ['b.jsonl', 'c.jsonl'] };
    const files = { ...FILES, 'd.jsonl': source(9) };
    const first = await run(files, ['d.jsonl'], families);
    const turned = Object.fromEntries(
      Object.entries(files).map(([name, list]) => [
        name,
        name === 'originals.jsonl' ? list : [...list].reverse(),
      ]),
    );
    const second = await run(turned, ['d.jsonl'], { two: ['c.jsonl', 'b.jsonl'], one: ['a.jsonl'] });
    expect(second.text).toBe(first.text);
    const scores = async ({ result }: typeof first) =>
      (await matchesOf(result))
        .map(({ pair, scores: all, reported }) => ({ pair, all, reported }))
        .sort((a, b) => (a.pair < b.pair ? -1 : 1));
    expect(await scores(second)).toEqual(await scores(first));
  });

  it('change no rate where one more is the suspect itself, a copy of an original file or of another control', async () => {
    const plain = await run(FILES, CONTROLS);
    const copies = {
      'again.jsonl': FILES['suspect.jsonl'],
      'turned.jsonl': [...FILES['suspect.jsonl']].reverse(),
      'ours.jsonl': originals,
      'z.jsonl': [...FILES['a.jsonl']].reverse(),
    };
    const more = await run({ ...FILES, ...copies }, [...CONTROLS, ...Object.keys(copies), 'suspect.jsonl']);
    expect(more.text).toBe(plain.text);
    expect(more.result.manifest.notes).toEqual([
      'again.jsonl holds the same answers as the suspect and was left out of the controls.',
      'ours.jsonl holds the same answers as originals.jsonl and was left out of the controls.',
      'suspect.jsonl is the suspect itself and was left out of the controls.',
      'turned.jsonl holds the same answers as the suspect and was left out of the controls.',
      'z.jsonl holds the same answers as a.jsonl and was left out of the controls.',
    ]);
  });

  it('give the same rates where one is a public text as well', async () => {
    const plain = await run(FILES, CONTROLS);
    const publicTexts = [path.join(plain.folder, 'a.jsonl')];
    const { dir, manifest } = await compareIn(plain.folder, ['suspect.jsonl'], ['originals.jsonl'], {
      controls: CONTROLS.map((name) => path.join(plain.folder, name)),
      publicTexts,
    });
    expect(manifest.inputs.map(({ role }) => role)).toContain('public');
    expect(await readFile(path.join(dir, 'calibration.json'), 'utf8')).toBe(plain.text);
  });

  it('stand behind the findings in the histogram of evidence, scaled to as many responses', async () => {
    const { result } = await run(FILES, CONTROLS);
    const handlers = engineHandlers();
    await handlers.openRun({ dir: result.dir }, HOOKS);
    const query: FindingQuery = {
      ...NO_FILTER,
      run: result.dir,
      kinds: [...KINDS, 'too-little-evidence'],
      sort: 'evidence',
      group: { by: 'none' },
    };
    const of = async (score: ScoreName) => handlers.histogram({ query, score }, HOOKS);
    const { controls, edges } = await of('evidence');
    const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
    // One of 120 independent answers scores as much as any match of the suspect; that has 40 responses.
    expect(edges[0]).toBeGreaterThan(8);
    expect(controls).toHaveLength(edges.length - 1);
    expect(sum(controls!)).toBeCloseTo((1 / 120) * PROMPTS, 10);
    const bits = await of('evidenceBits');
    expect(bits.controls).toHaveLength(bits.edges.length - 1);
    expect(sum(bits.controls!)).toBeCloseTo((1 / 120) * PROMPTS, 10);
    expect((await of('jaccard')).controls).toBeUndefined();
    expect(result.manifest.counts.chance).toMatchObject({
      // The one answer is one piece of evidence: 1 of 40 in one source of three.
      expected: { value: (1 / 120) * PROMPTS, distinct: (1 / 120) * PROMPTS },
      scarce: [
        { by: 'script', name: 'Latin', findings: 3, answers: 120 },
        { by: 'content', name: 'prose', findings: 3, answers: 120 },
      ],
    });
    const view = await handlers.calibration({ run: result.dir }, HOOKS);
    expect(view).toMatchObject({ responses: PROMPTS, calibration: { families: 3 } });
    await handlers.closeRun({ dir: result.dir }, HOOKS);
  });

  it('that reach the threshold and no more are counted once for one text, as findings are', async () => {
    const made = (seed: number, count: number) =>
      Array.from({ length: count }, (_, at) => `w${seed}x${at}`).join(' ');
    const answer = (at: number, output: string) => ({ instruction: `${made(at, 6)}?`, output });
    const controls = Array.from({ length: 30 }, (_, at) =>
      answer(at, at < 2 ? `${made(200 + at, 9)} ${made(100, 40)}` : made(300 + at, 20)),
    );
    const folder = await folderWith({
      'originals.jsonl': [
        answer(99, made(100, 40)),
        ...controls.map((_, at) => answer(at, made(500 + at, 20))),
      ],
      'suspect.jsonl': Array.from({ length: 30 }, (_, at) => answer(at, made(400 + at, 20))),
      'a.jsonl': controls,
    });
    const { manifest } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], {
      controls: [path.join(folder, 'a.jsonl')],
      parameters: { ...DEFAULT_PARAMETERS, reportFrom: 30 },
    });
    expect(manifest.counts.chance).toMatchObject({ expected: { value: 2, distinct: 1 } });
  });

  it('belong to one family each', async () => {
    await expect(run(FILES, [], { one: ['a.jsonl'], two: ['a.jsonl'] })).rejects.toThrow(
      /a\.jsonl is in two families, one and two/,
    );
  });

  it('that name other families are another run', async () => {
    const folder = await folderWith(FILES);
    const at = (name: string) => path.join(folder, name);
    const controls = CONTROLS.map(at);
    const one = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { controls });
    const kin = [{ name: 'kin', files: [at('a.jsonl'), at('b.jsonl')] }];
    const two = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { controls, families: kin });
    const none = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    expect(new Set([one, two, none].map(({ manifest }) => manifest.run)).size).toBe(3);
    expect(none.manifest.counts.chance).toBeUndefined();
  });

  it('leave nothing of themselves behind, however large they are', async () => {
    const long = (seed: number) => source(seed).map((one) => ({ ...one, output: `${one.output} ${words(seed, 9000)}` })); // prettier-ignore
    const large = { ...FILES, 'a.jsonl': long(2), 'b.jsonl': long(3) };
    const { result, folder } = await run(large, ['a.jsonl', 'b.jsonl']);
    expect(findingsOf(result.manifest.counts)).toBeGreaterThan(0);
    expect(await readdir(path.join(folder, '.distillation-evidence', 'runs'))).toEqual([result.manifest.run]);
  });
});
