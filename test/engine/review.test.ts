import { appendFile, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FindingId, JudgeRequest } from '../../src/shared/engineCalls.js';
import { NO_FILTER, type FindingQuery } from '../../src/shared/findingQuery.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { KINDS } from '../../src/shared/match.js';
import { NOTHING_BEFORE, writeLine } from '../../src/io/chain/chainLine.js';
import { VERDICT_LINE } from '../../src/io/verdicts/verdictLine.js';
import { engineThreads } from './engineThread.js';
import { compareIn, folderWith, linesOf, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;
const engineThread = engineThreads('review');
const ANNA = 'Anna';
const ALL = [...KINDS, 'too-little-evidence' as const];

const ORIGINALS = [
  { prompt: 'tides?', response: tides },
  { prompt: 'bread?', response: bread },
  { prompt: 'lease?', response: lease },
  { prompt: 'capital?', response: 'Paris.' },
];
/** The tides twice, so that two findings are one pair. */
const SUSPECTS = [
  { instruction: 'tides?', output: tides },
  { instruction: 'bread?', output: bread.replace('wild', 'natural') },
  { instruction: 'tides?', output: tides },
  { instruction: 'lease?', output: lease.replace('aloud', 'twice') },
  { instruction: 'capital?', output: 'Paris.' },
];

/** The calls of one window on a run, by record of the suspect. */
async function windowOn(run: string, reviewer = ANNA) {
  const engine = engineThread();
  await engine.call('openRun', { dir: run });
  const list = (query: Partial<FindingQuery> = {}) =>
    engine.call('list', {
      ...NO_FILTER,
      ...{ run, reviewer, sort: 'position', kinds: ALL, group: { by: 'none' } },
      ...query,
    });
  const { ids } = await list();
  const rows = async () => engine.call('rows', { run, ids });
  const byRecord = new Map((await rows()).map((row) => [row.record, row.id]));
  const judge = (records: readonly number[], change: Pick<JudgeRequest, 'verdict' | 'note' | 'routes'>) =>
    engine.call('judge', { run, reviewer, findings: records.map((at) => byRecord.get(at)!), ...change });
  return {
    list,
    judge,
    undo: () => engine.call('undo', { run, reviewer }),
    redo: () => engine.call('redo', { run, reviewer }),
    progress: () => engine.call('review', { run, reviewer }),
    sample: (size: number, seed: number) => engine.call('sample', { run, reviewer, sample: { size, seed } }),
    /** e.g. { 0: 'Anna confirmed', 1: '' } */
    standing: async () =>
      Object.fromEntries(
        (await rows()).map(({ record, judgements }) => [
          record,
          judgements.map((one) => [one.reviewer, one.verdict, one.note].filter(Boolean).join(' ')).join(', '),
        ]),
      ),
    records: (found: readonly FindingId[]) =>
      [...byRecord].filter(([, id]) => found.includes(id)).map(([record]) => record),
  };
}

async function reviewed() {
  const folder = await folderWith({ 'suspect.jsonl': SUSPECTS, 'originals.jsonl': ORIGINALS });
  const { dir } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
  return { folder, dir, window: await windowOn(dir) };
}

describe('a review', () => {
  it('records verdicts in the case, counts them, and shows them in the rows', async () => {
    const { folder, window } = await reviewed();
    expect(await window.progress()).toMatchObject({
      total: 4,
      counts: { open: 4, confirmed: 0, dismissed: 0, unsure: 0, disagreement: 0 },
      others: [],
      damages: [],
    });
    const { changed, progress } = await window.judge([1], { verdict: 'dismissed' });
    expect(window.records(changed.map(({ finding }) => finding))).toEqual([1]);
    expect(progress.counts).toMatchObject({ open: 3, dismissed: 1 });
    await window.judge([1], { note: 'a recipe' });
    expect(await window.standing()).toMatchObject({ 0: '', 1: 'Anna dismissed a recipe' });
    const lines = await linesOf(path.join(folder, '.distillation-evidence/verdicts/Anna.jsonl'));
    expect(lines).toMatchObject([
      { verdict: 'dismissed', note: '' },
      { verdict: 'dismissed', note: 'a recipe' },
    ]);
  });

  it('gives equal pairs one verdict', async () => {
    const { window } = await reviewed();
    const { changed, progress } = await window.judge([0], { verdict: 'confirmed' });
    expect(window.records(changed.map(({ finding }) => finding))).toEqual([0, 2]);
    expect(progress.counts.confirmed).toBe(2);
  });

  it('sets and clears innocent routes beside the verdict, counts and filters by them, and takes that back', async () => {
    const { dir, folder, window } = await reviewed();
    const withRoute = async () =>
      window.records((await window.list({ flags: ['in public text'] })).ids).sort((a, b) => a - b);
    await window.judge([1], { verdict: 'confirmed', note: 'a recipe' });
    expect((await window.judge([0, 1], { routes: { 'in public text': true } })).progress).toMatchObject({
      routed: 3,
      counts: { confirmed: 1, open: 3 },
    });
    expect(await withRoute()).toEqual([0, 1, 2]);
    // The same again writes nothing, and neither does too little evidence count.
    await window.judge([0, 1], { routes: { 'in public text': true } });
    expect((await window.judge([4], { routes: { 'third source': true } })).progress.routed).toBe(3);
    expect((await window.judge([1], { routes: { 'in public text': false } })).progress.routed).toBe(2);
    const lines = await linesOf<object>(path.join(folder, '.distillation-evidence/verdicts/Anna.jsonl'));
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatchObject({
      ...{ verdict: 'confirmed', note: 'a recipe' },
      routes: { 'in public text': false },
    });
    // Another reviewer sees what Anna set, until they clear it themselves.
    const ben = await windowOn(dir, 'Ben');
    expect((await ben.progress()).routed).toBe(2);
    expect((await ben.judge([0], { routes: { 'in public text': false } })).progress.routed).toBe(0);
    expect((await window.progress()).routed).toBe(2);
    expect((await window.undo()).progress.routed).toBe(3);
    expect(await withRoute()).toEqual([0, 1, 2]);
    const anew = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], {
      parameters: { ...DEFAULT_PARAMETERS, reportFrom: 11 },
    });
    expect((await (await windowOn(anew.dir)).progress()).routed).toBe(3);
  });

  it('writes nothing where nothing changes', async () => {
    const { window, folder } = await reviewed();
    await window.judge([1, 3], { verdict: 'unsure' });
    expect((await window.judge([1, 3], { verdict: 'unsure' })).changed).toEqual([]);
    expect((await window.judge([0], { verdict: 'cleared' })).changed).toEqual([]);
    expect(await linesOf(path.join(folder, '.distillation-evidence/verdicts/Anna.jsonl'))).toHaveLength(2);
  });

  it('takes many verdicts back as one step, to what stood before', async () => {
    const { window } = await reviewed();
    await window.judge([1], { verdict: 'unsure', note: 'ask Ben' });
    const before = await window.standing();
    const { progress } = await window.judge([0, 1, 3], { verdict: 'confirmed' });
    expect(progress.counts).toMatchObject({ confirmed: 4, open: 0 });
    const undone = await window.undo();
    expect(undone.progress.counts).toMatchObject({ confirmed: 0, unsure: 1, open: 3 });
    expect(window.records(undone.changed.map(({ finding }) => finding))).toEqual([0, 1, 2, 3]);
    expect(await window.standing()).toEqual(before);
    await window.undo();
    expect((await window.progress()).counts.open).toBe(4);
    await expect(window.undo()).rejects.toThrow('no verdict to undo');
  });

  it('goes back and forth through the steps of earlier windows, until something new is judged', async () => {
    const { dir, window } = await reviewed();
    const states: unknown[] = [await window.standing()];
    for (const step of [
      () => window.judge([0, 1], { verdict: 'confirmed' }),
      () => window.judge([1, 3], { verdict: 'dismissed', note: 'web' }),
      () => window.judge([0], { verdict: 'cleared' }),
    ]) {
      await step();
      states.push(await window.standing());
    }
    const later = await windowOn(dir);
    await later.undo();
    await later.undo();
    expect(await later.standing()).toEqual(states[1]);
    const latest = await windowOn(dir);
    await latest.redo();
    expect(await latest.standing()).toEqual(states[2]);
    await latest.undo();
    await latest.undo();
    expect(await latest.standing()).toEqual(states[0]);
    await expect(latest.undo()).rejects.toThrow('no verdict to undo');
    for (const state of states.slice(1)) {
      await latest.redo();
      expect(await latest.standing()).toEqual(state);
    }
    await latest.undo();
    await latest.judge([3], { verdict: 'unsure' });
    await expect(latest.redo()).rejects.toThrow('no undone verdict');
    expect((await latest.progress()).damages).toEqual([]);
  });

  it('takes back the last step of the reviewer, whichever window made it', async () => {
    const { dir, window } = await reviewed();
    const other = await windowOn(dir);
    await window.judge([1], { verdict: 'confirmed' });
    await other.judge([3], { verdict: 'dismissed' });
    await window.undo();
    expect((await other.progress()).counts).toMatchObject({ confirmed: 1, dismissed: 0 });
  });

  it('leaves alone, on undo, what stands otherwise since, and gives the step up', async () => {
    const { folder, window } = await reviewed();
    await window.judge([1, 3], { verdict: 'confirmed' });
    const verdicts = path.join(folder, '.distillation-evidence/verdicts');
    const [{ pair }] = (await linesOf<{ pair: string }>(path.join(verdicts, 'Anna.jsonl'))) as [
      { pair: string },
    ];
    const elsewhere = {
      pair,
      verdict: 'dismissed',
      note: '',
      reviewer: ANNA,
      time: '2999-01-01T00:00:00.000Z',
    } as const;
    await writeFile(
      path.join(verdicts, 'Anna-laptop.jsonl'),
      writeLine(VERDICT_LINE, elsewhere, NOTHING_BEFORE) + '\n',
    );
    const { leftAlone, progress } = await window.undo();
    expect(leftAlone).toBe(1);
    expect(progress.counts).toMatchObject({ dismissed: 1, confirmed: 0, open: 3 });
    await expect(window.undo()).rejects.toThrow('no verdict to undo');
  });

  it('keeps counts right while another window judges too', async () => {
    const { dir, window } = await reviewed();
    const other = await windowOn(dir);
    await Promise.all([
      window.judge([0], { verdict: 'confirmed' }),
      other.judge([1], { verdict: 'dismissed' }),
      window.judge([3], { verdict: 'unsure' }),
    ]);
    for (const one of [window, other])
      expect((await one.progress()).counts).toMatchObject({ confirmed: 2, dismissed: 1, unsure: 1, open: 0 });
  });

  it('shows what others say, and where they disagree', async () => {
    const { dir, window } = await reviewed();
    const ben = await windowOn(dir, 'Ben');
    await ben.judge([1, 3], { verdict: 'dismissed', note: 'a set phrase' });
    const { progress } = await window.judge([1], { verdict: 'confirmed' });
    expect(progress).toMatchObject({ others: ['Ben'], counts: { disagreement: 1, confirmed: 1, open: 3 } });
    expect(await window.standing()).toMatchObject({
      1: 'Anna confirmed, Ben dismissed a set phrase',
      3: 'Ben dismissed a set phrase',
    });
    const filtered = async (...verdicts: FindingQuery['verdicts'] & object) =>
      window.records((await window.list({ verdicts })).ids);
    expect(await filtered('disagreement')).toEqual([1]);
    expect(await filtered('confirmed')).toEqual([1]);
    expect(await filtered('open')).toEqual([0, 2, 3, 4]);
    expect(await filtered('dismissed')).toEqual([]);
    expect(await filtered('dismissed', 'disagreement')).toEqual([1]);
    expect(await filtered()).toEqual([0, 1, 2, 3, 4]);
    expect(window.records((await window.list()).judged)).toEqual([1]);
    expect(window.records((await ben.list()).judged)).toEqual([1, 3]);
  });

  it('survives a re-run, a re-order and a rename', async () => {
    const { folder, window } = await reviewed();
    await window.judge([1], { verdict: 'dismissed' });
    await window.judge([0], { verdict: 'confirmed' });
    await rename(path.join(folder, 'suspect.jsonl'), path.join(folder, 'renamed.jsonl'));
    await writeFile(
      path.join(folder, 'renamed.jsonl'),
      [...SUSPECTS]
        .reverse()
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    );
    await rename(path.join(folder, 'originals.jsonl'), path.join(folder, 'other.jsonl'));
    const { dir } = await compareIn(folder, ['renamed.jsonl'], ['other.jsonl']);
    expect(await (await windowOn(dir)).standing()).toEqual({
      0: '',
      1: '',
      2: 'Anna confirmed',
      3: 'Anna dismissed',
      4: 'Anna confirmed',
    });
  });

  it('says which line of a verdict file is damaged, and goes on', async () => {
    const { folder, dir, window } = await reviewed();
    await window.judge([1], { verdict: 'dismissed' });
    const verdicts = path.join(folder, '.distillation-evidence/verdicts');
    const [name] = await readdir(verdicts);
    const file = path.join(verdicts, name!);
    await writeFile(file, (await readFile(file, 'utf8')).replace('dismissed', 'confirmed'));
    await appendFile(file, '{"pair":"00');
    const { damages } = await (await windowOn(dir)).progress();
    expect(damages.map(({ line }) => line)).toEqual([1, 2]);
    const { progress } = await window.judge([3], { verdict: 'confirmed' });
    expect(progress.damages.map(({ line }) => line)).toEqual([1, 2]);
    expect(progress.counts).toMatchObject({ confirmed: 1, dismissed: 0 });
  });
});

describe('a sample', () => {
  it('is the same for the same seed, holds the smaller one, and knows only reported findings', async () => {
    const { window } = await reviewed();
    const three = await window.sample(3, 1);
    expect(await window.sample(3, 1)).toEqual(three);
    expect(three.population).toBe(4);
    const two = await window.sample(2, 1);
    expect(three.findings).toEqual(expect.arrayContaining([...two.findings]));
    const all = await window.sample(100, 1);
    expect(window.records(all.findings)).toEqual([0, 1, 2, 3]);
    const listed = await window.list({ sample: { size: 2, seed: 1 } });
    expect([...listed.ids].sort()).toEqual([...two.findings].sort());
    const draws = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => window.sample(2, seed)));
    expect(new Set(draws.map(({ findings }) => String([...findings].sort()))).size).toBeGreaterThan(1);
  });

  it('counts how its findings stand', async () => {
    const { window } = await reviewed();
    await window.judge([0], { verdict: 'confirmed' });
    await window.judge([3], { verdict: 'unsure' });
    expect((await window.sample(4, 1)).counts).toEqual({ confirmed: 2, unsure: 1, open: 1, dismissed: 0 });
  });
});
