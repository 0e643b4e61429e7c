import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../src/io/chain/chain.js';
import { VERDICT_LINE } from '../../../src/io/verdicts/verdictLine.js';
import { VerdictFile } from '../../../src/io/verdicts/verdictFile.js';
import { entry } from './entry.js';
import { newFolder } from './folders.js';

const ENTRIES = [0, 1, 2, 3, 4].map((number) =>
  entry(number, number === 3 ? { routes: { 'third source': true, 'suspect earlier': false } } : {}),
);

async function written(): Promise<{ file: string; bytes: Buffer }> {
  const file = path.join(await newFolder(), 'verdicts', 'Anna Müller.jsonl');
  const verdicts = new VerdictFile(file);
  await verdicts.append(ENTRIES.slice(0, 3));
  await verdicts.append(ENTRIES.slice(3));
  return { file, bytes: await readFile(file) };
}

/** 1-based line of a byte; a line's end belongs to it. */
function lineOf(bytes: Buffer, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
}

describe('a verdict file', () => {
  it('gives back what was appended, and nothing is damaged', async () => {
    const { file, bytes } = await written();
    const chain = (await new VerdictFile(file).look())!;
    expect(chain.entries).toEqual(ENTRIES);
    expect(chain.damages).toEqual([]);
    expect(readChain(VERDICT_LINE, bytes, file).tail.ended).toBe(true);
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('names in each line the SHA-256 of the line before', async () => {
    const { bytes } = await written();
    const lines = bytes.toString('utf8').trimEnd().split('\n');
    const previous = lines.map((line) => (JSON.parse(line) as { previous: string }).previous);
    const hashes = lines.map((line) => createHash('sha256').update(line).digest('hex'));
    expect(previous).toEqual(['0'.repeat(64), ...hashes.slice(0, -1)]);
  });

  it('reports any changed byte with its line, also in the newest', async () => {
    const { file, bytes } = await written();
    for (let at = 0; at < bytes.length; at++) {
      for (const byte of [bytes[at]! ^ 1, 10, 34, 255]) {
        if (byte === bytes[at]) continue;
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const { damages } = readChain(VERDICT_LINE, changed, file);
        expect(damages[0], `byte ${at} made ${byte}`).toMatchObject({ path: file, line: lineOf(bytes, at) });
      }
    }
  });

  it('reports lines that were removed, repeated or exchanged', async () => {
    const { file, bytes } = await written();
    const lines = bytes.toString('utf8').trimEnd().split('\n');
    const damaged = (order: readonly number[]) =>
      readChain(VERDICT_LINE, Buffer.from(order.map((at) => `${lines[at]!}\n`).join('')), file).damages.map(
        ({ line }) => line,
      );
    expect(damaged([1, 2, 3, 4])).toEqual([1]);
    expect(damaged([0, 1, 3, 4])).toEqual([3]);
    expect(damaged([0, 1, 1, 2, 3, 4])).toEqual([3]);
    expect(damaged([0, 2, 1, 3, 4])).toEqual([2, 3, 4]);
    expect(damaged([0, 1, 2, 3, 4])).toEqual([]);
  });

  it('is not damaged by the line ends that git writes on Windows', async () => {
    const { file, bytes } = await written();
    const { entries, damages } = readChain(
      VERDICT_LINE,
      Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
      file,
    );
    expect(entries).toEqual(ENTRIES);
    expect(damages).toEqual([]);
  });

  it('goes on after an append that was cut off anywhere, and keeps every byte that is there', async () => {
    const { file, bytes } = await written();
    const start = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let length = start; length < bytes.length; length++) {
      await writeFile(file, bytes);
      await truncate(file, length);
      const whole = length === start ? 4 : 5;
      const stump = (await new VerdictFile(file).look())!;
      expect(stump.damages.map(({ line }) => line)).toEqual(length === start ? [] : [5]);
      await new VerdictFile(file).append([entry(9)]);
      const after = await readFile(file);
      expect(after.subarray(0, length).equals(bytes.subarray(0, length))).toBe(true);
      const chain = readChain(VERDICT_LINE, after, file);
      expect(chain.entries.at(-1)).toEqual(entry(9));
      // Only the end of the line was missing: it is there now.
      const stumped = length > start && length < bytes.length - 1;
      expect(chain.damages.map(({ line, reason }) => [line, reason])).toEqual(
        stumped ? [[whole, expect.stringContaining('cut off') as string]] : [],
      );
    }
  });

  it('tells a stump that was changed later from one that lies as it fell', async () => {
    const { file, bytes } = await written();
    await truncate(file, bytes.length - 20);
    await new VerdictFile(file).append([entry(9)]);
    const after = await readFile(file);
    const at = after.indexOf('confirmed', bytes.lastIndexOf(10, bytes.length - 2));
    after[at] = 67;
    expect(readChain(VERDICT_LINE, after, file).damages).toMatchObject([
      { line: 5, reason: 'the line was changed after it was written' },
    ]);
  });

  it('reads again what another wrote meanwhile, and follows it', async () => {
    const { file } = await written();
    const [one, two] = [new VerdictFile(file), new VerdictFile(file)];
    await one.append([entry(5)]);
    const seen = await two.append([entry(6)]);
    expect(seen?.entries).toHaveLength(6);
    const again = await one.append([entry(7)]);
    expect(again?.entries).toHaveLength(7);
    expect(await one.look()).toBeUndefined();
    expect((await new VerdictFile(file).look())!.damages).toEqual([]);
  });

  it('says where it cannot write, and that nothing was recorded', async () => {
    const folder = await newFolder();
    await appendFile(path.join(folder, 'verdicts'), 'a file in the way');
    const file = path.join(folder, 'verdicts', 'a.jsonl');
    await expect(new VerdictFile(file).append([entry(1)])).rejects.toThrow(
      /a\.jsonl cannot be read or written .* No verdict was recorded/,
    );
  });
});
