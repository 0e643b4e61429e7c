/** Verdicts of several processes, and of processes that are killed. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../src/io/chain/chain.js';
import { VERDICT_LINE } from '../../../src/io/verdicts/verdictLine.js';
import { VerdictFile } from '../../../src/io/verdicts/verdictFile.js';
import { entry } from './entry.js';
import { bundled } from '../../bundled.js';
import { newFolder } from './folders.js';

const PROGRAM = path.join(bundled('verdicts', { writer: 'test/io/verdicts/writer.ts' }), 'writer.js');

function writer(file: string, first: number, count: number): { child: ChildProcess; said: () => number[] } {
  const child = spawn(process.execPath, [PROGRAM, file, String(first), String(count)]);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  // Only whole lines are acknowledgements.
  return { child, said: () => text.split('\n').slice(0, -1).map(Number) };
}

describe('verdict files between processes', () => {
  it('keep one chain when several windows of one reviewer write at once', async () => {
    const file = path.join(await newFolder(), 'a.jsonl');
    const writers = [0, 100, 200].map((first) => writer(file, first, 40));
    await Promise.all(writers.map(({ child }) => once(child, 'close')));
    const { entries, damages } = readChain(VERDICT_LINE, await readFile(file), file);
    expect(damages).toEqual([]);
    expect(entries).toHaveLength(120);
    expect(writers.flatMap(({ said }) => said())).toHaveLength(120);
  });

  it('hold everything that was acknowledged before kill -9, kill after kill', async () => {
    const file = path.join(await newFolder(), 'a.jsonl');
    const acknowledged: number[] = [];
    for (let round = 0; round < 6; round++) {
      const { child, said } = writer(file, round * 10_000, 10_000);
      while (said().length < 5 + round * 7) await new Promise((resolve) => setTimeout(resolve, 1));
      child.kill('SIGKILL');
      await once(child, 'close');
      acknowledged.push(...said());
    }
    await new VerdictFile(file).append([entry(99_999)]);
    const { entries, damages } = readChain(VERDICT_LINE, await readFile(file), file);
    const pairs = new Set(entries.map(({ pair }) => pair));
    expect(acknowledged.filter((number) => !pairs.has(entry(number).pair))).toEqual([]);
    expect(pairs.has(entry(99_999).pair)).toBe(true);
    // A kill may leave a stump; it never breaks the chain around it.
    expect(damages.filter(({ reason }) => !reason.includes('cut off'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('say nothing that a full disk has not taken', async () => {
    const file = path.join(await newFolder(), 'a.jsonl');
    // A limit on the size of files stands for the full disk.
    const command = ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, PROGRAM, file, '0', '1000'];
    const { stdout, stderr } = spawnSync('bash', command, { encoding: 'utf8' });
    const said = stdout.split('\n').slice(0, -1).map(Number);
    const { entries, damages } = readChain(VERDICT_LINE, await readFile(file), file);
    expect(said.length).toBeGreaterThan(5);
    expect(said.length).toBeLessThan(1000);
    expect(entries.map(({ pair }) => pair)).toEqual(said.map((number) => entry(number).pair));
    expect(damages).toEqual([]);
    expect(stderr).toContain('No verdict was recorded.');
  });

  it('go on past the lock of a process that died with it', async () => {
    const folder = await newFolder();
    const file = path.join(folder, 'a.jsonl');
    const { child } = writer(file, 0, 0);
    await once(child, 'close');
    const { hostname } = await import('node:os');
    await writeFile(path.join(folder, '.a.jsonl.lock'), `${child.pid} abc ${hostname()}`);
    await Promise.all([1, 2, 3].map((number) => new VerdictFile(file).append([entry(number)])));
    expect(readChain(VERDICT_LINE, await readFile(file), file)).toMatchObject({
      damages: [],
      entries: { length: 3 },
    });
  });
});
