import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../bench/measure.mjs';
import { bundled } from '../bundled.js';

const FOLDER = bundled('bench', { cli: 'src/cli/main.ts', thread: 'src/engine/thread.ts' });
const DATA = path.join(FOLDER, 'data');

describe('the benchmark at its smallest', () => {
  it('finds all that the exhaustive comparison reports, with its scores, and prints a table', async () => {
    const words = ['bench/run.mjs', '--smoke', '--cli', path.join(FOLDER, 'cli.js'), '--data', DATA];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    expect(stdout).toMatch(/^\| \*\*ours\*\* \| /mu);
    expect(stdout).toMatch(/^\| naive exact Map \| /mu);
    const { measured } = JSON.parse(readFileSync(path.join(DATA, 'results.json'), 'utf8')) as {
      measured: Measured[];
    };
    const recall = measured[0]!.recall!;
    expect(recall.reported.pairs).toBeGreaterThan(40);
    expect(recall.missed).toEqual([]);
    expect(recall.reported.found).toBe(recall.reported.pairs);
    expect(recall.equal.found).toBe(recall.equal.pairs);
    expect(recall).toMatchObject({ wrongScores: 0, extra: 0, beyondCap: 0 });
    // A process with Node in it takes some.
    expect(measured[0]!.ours.peak).toBeGreaterThan(10 << 20);
    expect(measured[0]!.peers[0]!.result!.hits).toBeGreaterThan(40);
  }, 120_000);
});
