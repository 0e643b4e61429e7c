import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PartBuffer } from '../../src/io/index/partBuffer.js';
import { readPart } from '../../src/io/index/partFile.js';
import type * as Compare from '../../src/engine/compare.js';
import type { CompareResult } from '../../src/shared/engineCalls.js';
import { DEFAULT_PARAMETERS, type Progress } from '../../src/shared/run.js';
import { bundled } from '../bundled.js';
import { random, Writer } from '../core/index/texts.js';
import { compareIn, folderWith, HOOKS, matchesOf, TEXTS } from './smallCase.js';

const bundles = bundled('index', {
  compare: 'src/engine/compare.ts',
  thread: 'src/engine/thread.ts',
  cli: 'src/cli/main.ts',
});
const { tides, bread, lease } = TEXTS;

function lines(texts: readonly string[]): string {
  return texts.map((output, at) => JSON.stringify({ instruction: `p${at}`, output }) + '\n').join('');
}

/** Originals of some megabytes, and suspects of which every second one was made of an original. */
function bigCase(seed: number, count: number) {
  const writer = new Writer(random(seed), 20_000);
  const originals = Array.from({ length: count }, (_, at) =>
    at % 50 === 0 ? tides : writer.words(20 + Math.floor(writer.next() * 250)),
  );
  const suspects = Array.from({ length: 300 }, (_, at) =>
    at % 2 === 0 ? writer.words(100) : writer.replaced(originals[(at * 31) % count]!, (at % 4) / 10),
  );
  return { originals, suspects };
}

function record(prompt: string, text: string): object {
  return { instruction: prompt, input: '', output: text };
}

/** All parts under an index folder. */
function partsIn(folder: string): string[] {
  return filesIn(folder).filter((name) => name.endsWith('.part'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile())
    .sort();
}

describe('the index of a comparison', () => {
  it('gives the same bytes with 1, 2 and 4 threads, for any order of files, and for small blocks', async () => {
    const { originals, suspects } = bigCase(3, 4000);
    const half = originals.length >> 1;
    const folder = await folderWith({
      'a.jsonl': lines(originals.slice(0, half)),
      'b.jsonl': lines(originals.slice(half)),
      'suspect.jsonl': lines(suspects),
    });
    const { compare } = createRequire(import.meta.url)(path.join(bundles, 'compare.js')) as typeof Compare;
    const bytesOf = async (names: readonly string[], workers: number, memory: number): Promise<Buffer> => {
      const { dir } = await compare(
        {
          kind: 'dataset',
          suspects: [path.join(folder, 'suspect.jsonl')],
          originals: names.map((name) => path.join(folder, name)),
          caseDir: path.join(folder, '.distillation-evidence'),
          parameters: DEFAULT_PARAMETERS,
          indexDir: path.join(folder, `.index-${workers}-${memory}`),
          workers,
          memory,
        },
        HOOKS,
      );
      return Buffer.concat([
        await readFile(path.join(dir, 'matches.jsonl')),
        await readFile(path.join(dir, 'run.json')),
      ]);
    };
    const one = await bytesOf(['a.jsonl', 'b.jsonl'], 1, 512);
    expect(one.length).toBeGreaterThan(10_000);
    expect(await bytesOf(['b.jsonl', 'a.jsonl'], 2, 512)).toEqual(one);
    expect(await bytesOf(['a.jsonl', 'b.jsonl'], 4, 512)).toEqual(one);
    expect(await bytesOf(['a.jsonl', 'b.jsonl'], 2, 1)).toEqual(one);
  }, 120_000);

  it('indexes only what is new, and drops what is gone', async () => {
    const folder = await folderWith({
      'a.jsonl': [record('t', tides), record('b', bread)],
      'b.jsonl': [record('l', lease)],
      'suspect.jsonl': [record('1', tides), record('2', lease)],
    });
    const found = async (names: readonly string[]): Promise<number> =>
      (await matchesOf(await compareIn(folder, ['suspect.jsonl'], names))).length;
    expect(await found(['a.jsonl'])).toBe(1);
    const before = partsIn(path.join(folder, '.index'));
    expect(before).toHaveLength(1);
    const stamp = readFileSync(before[0]!);
    writeFileSync(before[0]!, stamp);
    expect(await found(['a.jsonl', 'b.jsonl'])).toBe(2);
    expect(partsIn(path.join(folder, '.index'))).toHaveLength(2);
    expect(await found(['b.jsonl'])).toBe(1);
    const parameters = {
      ...DEFAULT_PARAMETERS,
      normalise: { ...DEFAULT_PARAMETERS.normalise, casefold: false },
    };
    await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], { parameters });
    expect(partsIn(path.join(folder, '.index'))).toHaveLength(3);
  });

  it('finds the prompts of originals that a run without prompts has indexed before', async () => {
    const folder = await folderWith({
      'a.jsonl': [record('tides?', tides)],
      'suspect.jsonl': [record('tides?', tides), record('bread?', bread)],
    });
    const before = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
    const after = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], { kind: 'outputs' });
    expect([before, after].map(({ manifest }) => manifest.counts.unpaired)).toEqual([0, 1]);
    expect(await matchesOf(after)).toHaveLength(1);
  });

  it('makes a damaged part again, and says so', async () => {
    const folder = await folderWith({
      'a.jsonl': [record('t', tides), record('b', bread)],
      'suspect.jsonl': [record('1', tides)],
    });
    const first = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
    const [part] = partsIn(path.join(folder, '.index'));
    const bytes = readFileSync(part!);
    bytes[bytes.length - 20]! ^= 8;
    writeFileSync(part!, bytes);
    const second: CompareResult = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
    expect(second.notes.join()).toContain('a.jsonl was damaged and was made again');
    expect(second.manifest).toEqual(first.manifest);
    expect(readPart(part!, new PartBuffer())).toBeDefined();
    expect((await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'])).notes).toEqual([]);
  });

  it.each([
    ['a.jsonl', lines([tides]), lines([bread])],
    ['a.csv', `instruction,output\np,"${tides}"\n`, `q,"${bread}"\n`],
  ])('keeps no part of %s that was written to while it was read', async (name, before, more) => {
    const folder = await folderWith({ [name]: before, 'suspect.jsonl': [record('1', bread)] });
    let grown = false;
    const progress = ({ phase }: Progress): void => {
      if (grown || phase !== 'Reading originals') return;
      grown = true;
      appendFileSync(path.join(folder, name), more);
    };
    const run = compareIn(folder, ['suspect.jsonl'], [name], {}, { ...HOOKS, progress });
    await expect(run).rejects.toThrow(`${path.join(folder, name)} changed while it was read`);
    expect(grown).toBe(true);
    expect(existsSync(path.join(folder, '.index'))).toBe(false);
    const again = await compareIn(folder, ['suspect.jsonl'], [name]);
    expect(await matchesOf(again)).toHaveLength(1);
  });

  it('keeps the cost and the counts of equal answers exact', async () => {
    const folder = await folderWith({
      'a.jsonl': Array.from({ length: 3000 }, (_, at) => record(`prompt ${at}`, tides)),
      'suspect.jsonl': Array.from({ length: 40 }, (_, at) => record(`other ${at}`, tides)),
    });
    const result = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
    const matches = await matchesOf(result);
    expect(matches).toHaveLength(40 * 20);
    expect(new Set(matches.map(({ originals }) => originals))).toEqual(new Set([3000]));
    expect(result.manifest.counts.beyondCap).toBe(40 * 2980);
    expect(Math.max(...matches.map(({ original }) => original.record))).toBe(19);
  });

  it('sees what prompts explain of equal texts that answer several, however many words were met before', async () => {
    // Each text has words of its own, so that the scorer forgets words again and again.
    const texts = Array.from({ length: 60 }, (_, at) =>
      Array.from({ length: 500 }, (_, word) => `t${at}w${word}`).join(' '),
    );
    const quoteOf = (text: string): string => text.split(' ').slice(100, 140).join(' ');
    const folder = await folderWith({
      'a.jsonl': texts.flatMap((text) => [record('What now?', text), record(quoteOf(text), text)]),
      'suspect.jsonl': texts.map((text) => record('What now?', text)),
    });
    const matches = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']));
    const explained = matches.map(({ scores: { distinctiveTokens: of } }) => of.raw - of.value);
    expect(explained.sort((a, b) => a - b)).toEqual([
      ...Array<number>(60).fill(0),
      ...Array<number>(60).fill(40),
    ]);
  });

  it('scores all pairs of texts that differ in little, however many a part has', async () => {
    const like = Array.from({ length: 70 }, (_, at) => record('p', `${tides}${'!'.repeat(at)}`));
    const folder = await folderWith({ 'a.jsonl': like, 'b.jsonl': like.slice(0, 2), 'suspect.jsonl': like });
    const { manifest, dir } = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl', 'b.jsonl']);
    expect(manifest.counts.beyondCap).toBe(70 * 52);
    // More than a megabyte of matches waited in a file beside the run.
    expect(statSync(path.join(dir, 'matches.jsonl')).size).toBeGreaterThan(1 << 20);
    expect(readdirSync(path.dirname(dir))).toEqual([path.basename(dir)]);
  });

  it('counts seeds that are common among the originals with one thread as with two', async () => {
    const writer = new Writer(random(11), 20_000);
    const notice = writer.words(60);
    const originals = Array.from({ length: 4000 }, () => `${writer.words(150)} ${notice}`);
    const folder = await folderWith({
      'a.jsonl': lines(originals),
      'suspect.jsonl': [record('1', `${writer.words(80)} ${notice}`)],
    });
    const { compare } = createRequire(import.meta.url)(path.join(bundles, 'compare.js')) as typeof Compare;
    const hot = async (workers: number): Promise<number> => {
      const { manifest } = await compare(
        {
          kind: 'dataset',
          suspects: [path.join(folder, 'suspect.jsonl')],
          originals: [path.join(folder, 'a.jsonl')],
          caseDir: path.join(folder, `.case-${workers}`),
          parameters: DEFAULT_PARAMETERS,
          indexDir: path.join(folder, `.index-${workers}`),
          workers,
        },
        HOOKS,
      );
      return manifest.counts.hotShingles;
    };
    const alone = await hot(1);
    expect(alone).toBeGreaterThan(20);
    expect(await hot(2)).toBe(alone);
  });

  it('says where the disk takes no more, leaves nothing half-written, and goes on when there is room', async () => {
    const { originals } = bigCase(5, 400);
    const folder = await folderWith({ 'a.jsonl': lines(originals), 'suspect.jsonl': [record('1', tides)] });
    const index = path.join(folder, '.index');
    // A limit on the size of a file stands for a disk that fills up while a part is written.
    const limited = spawnSync('bash', [
      ...['-c', 'ulimit -f 16; exec "$@"', 'bash'],
      ...[process.execPath, path.join(bundles, 'cli.js'), 'index', path.join(folder, 'a.jsonl')],
      ...['--index-dir', index],
    ]);
    expect(limited.status).toBe(2);
    expect(String(limited.stderr)).toContain(`Cannot write the index to ${index}`);
    expect(String(limited.stderr)).toContain('Free some space there');
    expect(filesIn(index)).toEqual([]);
    await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
    expect(partsIn(index)).toHaveLength(1);
  });

  it('leaves whole parts or none when it is killed at any moment, and goes on from them', async () => {
    const { originals, suspects } = bigCase(9, 4000);
    const folder = await folderWith({
      'a.jsonl': lines(originals),
      'suspect.jsonl': lines(suspects.slice(0, 20)),
    });
    const index = path.join(folder, '.index');
    const next = random(11);
    const words = [path.join(bundles, 'cli.js'), 'index', path.join(folder, 'a.jsonl'), '--index-dir', index];
    let killed = 0;
    for (let time = 0; time < 50; time++) {
      // A folder half done is what the next one meets; now and then it starts afresh.
      if (time % 10 === 0) rmSync(index, { recursive: true, force: true });
      if (await killedAfter(words, 60 + next() * 500)) killed++;
      for (const part of partsIn(folder)) expect(readPart(part, new PartBuffer()), part).toBeDefined();
    }
    expect(killed).toBeGreaterThan(5);
    const after = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
    const clean = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], {
      indexDir: path.join(folder, '.clean'),
    });
    expect(after.manifest).toEqual(clean.manifest);
    expect(after.notes).toEqual([]);
    const namesOf = (dir: string): string[] => partsIn(dir).map((part) => path.relative(dir, part));
    expect(namesOf(index)).toEqual(namesOf(path.join(folder, '.clean')));
    const names = readdirSync(index, { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 180_000);
});

/** Runs Node with these words and kills it; true if it was still running. */
function killedAfter(words: readonly string[], milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}
