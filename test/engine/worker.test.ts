import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NO_FILTER, SORTS, type FindingQuery } from '../../src/shared/findingQuery.js';
import { KINDS } from '../../src/shared/match.js';
import { DEFAULT_PARAMETERS, type Progress } from '../../src/shared/run.js';
import { engineThreads } from './engineThread.js';
import { folderWith, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;
const engine = engineThreads('worker');

function request(folder: string, suspect = 'suspect.jsonl') {
  return {
    kind: 'dataset' as const,
    suspects: [path.join(folder, suspect)],
    originals: [path.join(folder, 'originals.jsonl')],
    caseDir: path.join(folder, '.distillation-evidence'),
    parameters: DEFAULT_PARAMETERS,
    indexDir: path.join(folder, '.index'),
  };
}

const ALL = [...KINDS, 'too-little-evidence' as const];

function query(run: string, change: Partial<FindingQuery> = {}): FindingQuery {
  return { run, sort: 'evidence', kinds: ALL, group: { by: 'none' }, ...NO_FILTER, ...change };
}

async function opened() {
  const folder = await folderWith({
    'originals.jsonl': [
      { prompt: 'tides?', response: tides },
      { prompt: 'bread?', response: bread },
      { prompt: 'capital?', response: 'Paris.' },
      { prompt: 'tides again?', response: tides },
    ],
    'suspect.jsonl': [
      { instruction: 'capital?', output: 'Paris.' },
      { instruction: 'bread?', output: bread.replace('wild', 'natural') },
      { instruction: 'lease?', output: lease },
      { instruction: 'sea?', output: tides },
    ],
  });
  const client = engine();
  const { manifest, dir } = await client.call('compare', request(folder));
  return { folder, client, run: dir, id: manifest.run, dir };
}

describe('the worker', () => {
  it('lists findings best first, and by any other order', async () => {
    const { client, run } = await opened();
    const { total, ids } = await client.call('list', query(run));
    expect(total).toBe(3);
    const rows = await client.call('rows', { run, ids });
    expect(rows.map((row) => [row.record, row.kind, row.reported, row.originals])).toEqual([
      [3, 'identical', true, 2],
      [1, 'near-duplicate', true, 1],
      [0, 'identical', false, 1],
    ]);
    expect(rows[0]!.excerpt).toBe(tides.slice(0, 160));
    const byPosition = await client.call('list', query(run, { sort: 'position' }));
    expect((await client.call('rows', { run, ids: byPosition.ids })).map((row) => row.record)).toEqual([
      0, 1, 3,
    ]);
    for (const sort of SORTS) expect((await client.call('list', query(run, { sort }))).total).toBe(3);
  });

  it('filters by kind and by words of either side, taken as text', async () => {
    const { client, run } = await opened();
    const list = async (kinds: typeof ALL, text: string) =>
      (await client.call('list', query(run, { kinds, text }))).total;
    expect(await list(['identical'], '')).toBe(1);
    expect(await list(['too-little-evidence'], '')).toBe(1);
    expect(await list(ALL, 'WILD YEAST')).toBe(1);
    expect(await list(ALL, '.*')).toBe(0);
  });

  it('shows a pair with both texts, the differences and the reason', async () => {
    const { client, run } = await opened();
    const pair = await client.call('pair', { run, finding: 1, index: 0 });
    expect(pair).toMatchObject({
      kept: 1,
      suspect: { label: 'suspect.jsonl', prompt: 'bread?' },
      original: { text: bread },
    });
    expect(pair.stale).toBeUndefined();
    const deleted = pair.changes
      .filter((change) => change.op === 'delete')
      .map((change) => pair.suspect.text.slice(...change.suspect));
    expect(deleted.join('')).toContain('atural');
    expect(pair.match.scores.dice!.value).toBeGreaterThan(0.9);
    expect(pair.match.scores.editSimilarity!.value).toBeGreaterThan(0.9);
    expect(pair.why).toMatch(/passage/);
  });

  it('finds the way from a record to its originals and back', async () => {
    const { client, run, folder } = await opened();
    const inSuspect = await client.call('findingsIn', { run, path: path.join(folder, 'suspect.jsonl') });
    expect(inSuspect.map((finding) => finding.suspect.record)).toEqual([3, 1, 0]);
    expect(inSuspect[0]!.originals.map((original) => original.record)).toEqual([0, 3]);
    const ofOriginals = await client.call('findingsOf', { run, path: path.join(folder, 'originals.jsonl') });
    expect(ofOriginals).toHaveLength(3);
  });

  it('opens a run again in another thread', async () => {
    const { dir, run, id, folder } = await opened();
    const client = engine();
    const manifest = await client.call('openRun', { dir });
    expect(manifest.run).toBe(id);
    expect(manifest.inputs.map((input) => input.path)).toContain(path.join(folder, 'suspect.jsonl'));
    expect((await client.call('list', query(run))).total).toBe(3);
    await expect(client.call('openRun', { dir: folder })).rejects.toMatchObject({ code: 'case' });
  });

  it('says that a file changed since the run', async () => {
    const { client, run, folder } = await opened();
    await writeFile(
      path.join(folder, 'originals.jsonl'),
      JSON.stringify({ prompt: 'p', response: 'Something else.' }) + '\n',
    );
    const { stale } = await client.call('pair', { run, finding: 0, index: 0 });
    expect(stale).toContain('originals.jsonl changed on disk');
  });

  it('reads a text again once its file has changed', async () => {
    const { client, run, folder } = await opened();
    const row = async () => (await client.call('rows', { run, ids: [0] }))[0];
    expect(await row()).toMatchObject({ excerpt: tides.slice(0, 160) });
    const suspect = path.join(folder, 'suspect.jsonl');
    const before = await readFile(suspect, 'utf8');
    await writeFile(suspect, `{"instruction":"new"}\n${before}`);
    expect(await row()).toMatchObject({ stale: true });
    await writeFile(suspect, before);
    expect((await row())?.stale).toBeUndefined();
  });

  it('calls a record that has moved neither empty nor unlike', async () => {
    const { client, run, folder } = await opened();
    const suspect = path.join(folder, 'suspect.jsonl');
    await writeFile(suspect, `{"instruction":"new"}\n${await readFile(suspect, 'utf8')}`);
    const [row] = await client.call('rows', { run, ids: [0] });
    expect(row).toMatchObject({ kind: 'identical', excerpt: '', stale: true });
    const pair = await client.call('pair', { run, finding: 0, index: 0 });
    expect(pair).toMatchObject({ suspect: { text: '', gone: true }, original: { text: tides } });
    expect(pair.original.gone).toBeUndefined();
    expect(pair.match.scores.dice).toBeUndefined();
    expect(pair.match.scores.editSimilarity).toBeUndefined();
    const refined = await client.call('refine', { run, finding: 0, index: 0 });
    expect(refined.scores.dice).toBeUndefined();
  });

  it('reads the records of a compressed file one by one, in any order', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => `${at} ${bread} ${at}`);
    const folder = await folderWith({
      'originals.jsonl': texts.map((response) => ({ prompt: 'bread?', response })),
      'suspect.jsonl.gz': gzipSync(
        texts.map((output) => JSON.stringify({ instruction: 'bread!', output }) + '\n').join(''),
      ),
    });
    const client = engine();
    const { dir } = await client.call('compare', request(folder, 'suspect.jsonl.gz'));
    const rows = await client.call('rows', {
      run: dir,
      ids: Array.from({ length: 20 }, (_, at) => 19 - at),
    });
    expect(rows.every((row) => row.excerpt.startsWith(`${row.record} Sourdough`))).toBe(true);
    expect(await client.call('pair', { run: dir, finding: 0, index: 0 })).toMatchObject({
      suspect: { prompt: 'bread!' },
    });
  });

  it('writes a record out with its response in its place', async () => {
    const { client, folder } = await opened();
    const place = { path: path.join(folder, 'suspect.jsonl'), record: 3, pointer: '/output' };
    const document = await client.call('record', { ...place, view: 'record' });
    expect(document.text.slice(...document.response!)).toBe(tides);
    expect(document.text).toContain('/instruction  sea?');
    expect(await client.call('record', { ...place, view: 'response' })).toEqual({ text: tides });
  });

  it('hears a cancel in the middle of the work, and goes on living', async () => {
    const folder = await folderWith({
      'originals.jsonl': Array.from({ length: 3000 }, (_, at) => ({
        prompt: `${at}`,
        response: `${at} ${bread} ${at}`,
      })),
      'suspect.jsonl': Array.from({ length: 3000 }, (_, at) => ({
        instruction: `${at}`,
        output: `${bread} ${at} ${at}`,
      })),
    });
    const client = engine();
    const stop = new AbortController();
    const phases = new Set<string>();
    const onProgress = (progress: Progress) => {
      phases.add(progress.phase);
      stop.abort();
    };
    await expect(
      client.call('compare', request(folder), { signal: stop.signal, onProgress }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(phases.size).toBeGreaterThan(0);
    expect(await readdir(path.join(folder, '.distillation-evidence/runs'))).toEqual([]);
    expect(
      (await client.call('preview', { path: path.join(folder, 'suspect.jsonl') })).summary.shape.name,
    ).toBe('alpaca');
  });
});
