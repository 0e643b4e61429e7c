import { appendFile, cp, mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/engine/pace.js';
import { RunModel } from '../../src/engine/runModel.js';
import { readManifest, readMatchHeads, type MatchHead } from '../../src/io/case/runFolder.js';
import { compareWithinFinding } from '../../src/core/match/order.js';
import { HeadTableBuilder } from '../../src/io/case/headTableBuilder.js';
import { openHeadTable } from '../../src/io/case/openHeadTable.js';
import { RunWriter } from '../../src/io/case/runWriter.js';
import type { Match } from '../../src/shared/match.js';
import { DEFAULT_PARAMETERS, type RunTiming } from '../../src/shared/run.js';
import { compareIn, folderWith, HOOKS } from './smallCase.js';

const WORDS =
  'amber basin cedar delta ember fjord grove heath inlet jetty knoll larch meadow north orchard pond quay';
const text = (start: number) =>
  Array.from({ length: 40 }, (_, n) => WORDS.split(' ')[(start * 7 + n * n + n * start) % 17]).join(' ');

/** A run with several originals to a suspect, metadata, ranges and every score. */
async function madeRun(): Promise<string> {
  const records = (more: string) =>
    [0, 1, 2, 3, 4].map((n) => ({
      prompt: `What of ${n}?`,
      response: text(n) + more,
      id: `r${n}`,
      model: 'a',
    }));
  const transcript = {
    text: `\n\nHuman: Tell me.\n\nAssistant: ${text(2)}\n\nHuman: More.\n\nAssistant: ${text(3)}`,
  };
  const folder = await folderWith({
    'suspect.jsonl': records(' and some more of it'),
    'talk.jsonl': [transcript, transcript],
    'originals/a.jsonl': records(''),
    'originals/b.jsonl': records(' in the end').toReversed(),
  });
  const { dir } = await compareIn(folder, ['suspect.jsonl', 'talk.jsonl'], ['originals'], {
    parameters: { ...DEFAULT_PARAMETERS, scores: 'all' },
  });
  return dir;
}

const breathe = () => Promise.resolve();
const written = (dir: string) => openHeadTable(dir, breathe, { worth: 0 });

/** A head as plain values. */
function plain({ pair, kind, reported, originals, suspect, original, scores, flags }: MatchHead): MatchHead {
  return { pair, kind, reported, originals, suspect, original, scores, flags };
}

async function headsOf(dir: string): Promise<Map<number, MatchHead>> {
  const heads = new Map<number, MatchHead>();
  for await (const { head, range } of readMatchHeads(dir)) heads.set(range.offset, head);
  return heads;
}

async function expectHeads(dir: string): Promise<void> {
  const table = await written(dir);
  const heads = await headsOf(dir);
  const rows = table.columns.sizes.reduce((sum, size) => sum + size, 0);
  expect(rows).toBe(heads.size);
  for (let at = 0; at < rows; at++) expect(plain(table.head(at))).toEqual(heads.get(table.range(at).offset));
}

describe('findings.bin', () => {
  it('gives every head as its line says it, parsed and read back', async () => {
    const dir = await madeRun();
    const heads = [...(await headsOf(dir)).values()];
    expect(heads.some(({ suspect }) => suspect.range)).toBe(true);
    expect(heads.every(({ scores }) => scores.dice && scores.editSimilarity)).toBe(true);
    await expectHeads(dir);
    expect(await readdir(dir)).toContain('findings.bin');
    await expectHeads(dir);
  });

  it('opens the same model as the lines do', async () => {
    const dir = await madeRun();
    const models = [];
    for (const worth of [Infinity, 0, 0]) models.push(await RunModel.open(dir, new Pace(HOOKS), { worth }));
    const [parsed, built, read] = models.map((model) => ({
      findings: model.findings.map(({ id, best, matches, originals }) => ({
        id,
        best: plain(best),
        matches,
        originals,
      })),
      suspects: model.manifest.inputs.map((input) =>
        model.withSuspectIn(path.join(dir, '../../..', input.path)),
      ),
      originals: model.manifest.inputs.map((input) =>
        model.withOriginalIn(path.join(dir, '../../..', input.path)),
      ),
    }));
    await Promise.all(models.map((model) => model.close()));
    expect(parsed!.findings.some(({ matches }) => matches.length > 1)).toBe(true);
    expect(built).toEqual(parsed);
    expect(read).toEqual(parsed);
  });

  it('is not written for a small run, nor where nothing may be written', async () => {
    const dir = await madeRun();
    await openHeadTable(dir, breathe);
    await openHeadTable(dir, breathe, { worth: 0, readOnly: true });
    expect(await readdir(dir)).not.toContain('findings.bin');
  });

  it('is written with the run, so that the first look parses no line', async () => {
    const made = await madeRun();
    const caseDir = path.join(await folderWith({}), '.distillation-evidence');
    const writer = await RunWriter.begin(caseDir);
    const lines = (await readFile(path.join(made, 'matches.jsonl'), 'utf8')).trimEnd().split('\n');
    for (const line of lines.toReversed()) await writer.addMatch(JSON.parse(line) as Match);
    const manifest = await readManifest(made);
    const told: number[] = [];
    const progress = (done: number, total: number) => told.push(done / total);
    const timing = { started: '', seconds: {}, machine: '' } as unknown as RunTiming;
    const { dir } = await writer.finish(manifest, timing, { breathe, progress }, { worth: 0 });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told[lines.length - 1]).toBe(0.5);
    expect(told.at(-1)).toBe(1);
    const parses = () => Promise.reject(new Error('a line was parsed'));
    const table = await openHeadTable(dir, parses, { worth: 0 });
    const heads = await headsOf(dir);
    expect(heads.size).toBe(lines.length);
    for (let at = 0; at < heads.size; at++)
      expect(plain(table.head(at))).toEqual(heads.get(table.range(at).offset));
  });

  it('has the matches of a finding best first, an identical original before a normalised one', async () => {
    const dir = await madeRun();
    const table = await written(dir);
    let start = 0;
    for (const size of table.columns.sizes) {
      const heads = Array.from({ length: size }, (_, at) => table.head(start + at));
      expect(heads.map(({ pair }) => pair)).toEqual(
        heads.toSorted(compareWithinFinding).map(({ pair }) => pair),
      );
      start += size;
    }
    const [normalised, identical] = (['normalised', 'identical'] as const).map((kind) => ({
      ...plain(table.head(0)),
      kind,
    }));
    const builder = new HeadTableBuilder();
    for (const head of [normalised!, identical!]) builder.add(head, { offset: 0, length: 1 });
    const tied = builder.build();
    expect([0, 1].map((at) => tied.head(at).kind)).toEqual(['identical', 'normalised']);
  });

  it('is made again when the lines are others, even of the same length', async () => {
    const dir = await madeRun();
    await written(dir);
    const file = path.join(dir, 'matches.jsonl');
    const lines = await readFile(file, 'utf8');
    await writeFile(file, lines.replaceAll('"reported":true', '"reported":null'));
    await utimes(file, 1, 1);
    expect((await written(dir)).head(0).reported).toBe(false);
    await writeFile(file, lines);
    await utimes(file, 2, 2);
    expect((await written(dir)).head(0).reported).toBe(true);
  });

  it('is not kept of lines that grew while they were read', async () => {
    const dir = await madeRun();
    const file = path.join(dir, 'matches.jsonl');
    const line = `${(await readFile(file, 'utf8')).split('\n')[0]!}\n`;
    // More than is read at once.
    await writeFile(file, line.repeat((4 << 20) / line.length));
    let grown = false;
    const growing = async () => {
      if (!grown) await appendFile(file, line);
      grown = true;
    };
    await openHeadTable(dir, growing, { worth: 0 });
    expect(grown).toBe(true);
    expect(await readdir(dir)).not.toContain('findings.bin');
  });

  it('is used after the case was copied, with the paths of its new place', async () => {
    const dir = await madeRun();
    await written(dir);
    const copy = await folderWith({});
    const there = path.join(copy, '.distillation-evidence', 'runs', path.basename(dir));
    await mkdir(path.dirname(there), { recursive: true });
    await cp(dir, there, { recursive: true });
    await utimes(path.join(there, 'matches.jsonl'), 5, 5);
    const paths = (await written(there)).words.paths;
    expect(paths).toContain(path.join(copy, 'suspect.jsonl'));
  });

  it.each([
    ['damaged', (bytes: Buffer) => bytes.with(bytes.length - 9, bytes.at(-9)! ^ 1)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -8)],
    ['something else', () => Buffer.from('{}')],
    ['empty', () => Buffer.alloc(0)],
  ])('is made again when it is %s', async (_, spoil) => {
    const dir = await madeRun();
    await written(dir);
    const file = path.join(dir, 'findings.bin');
    const whole = await readFile(file);
    await writeFile(file, spoil(whole));
    await expectHeads(dir);
    expect((await readFile(file)).equals(whole)).toBe(true);
  });

  it('names a line that is no match', async () => {
    const dir = await madeRun();
    const file = path.join(dir, 'matches.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"pair":"../u, '"pair":"zz'));
    await expect(written(dir)).rejects.toThrow('matches.jsonl has a line at byte 0 that is no match');
  });
});
