import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import type { Part, PartColumns, PartMeta } from '../../../src/io/index/part.js';
import { PartBuilder } from '../../../src/io/index/partBuilder.js';
import { readMeta, readPart, writePart } from '../../../src/io/index/partFile.js';
import { OpenPart, readColumns } from '../../../src/io/index/openPart.js';
import { PartBuffer } from '../../../src/io/index/partBuffer.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'part-'));
const file = path.join(folder, '00000.part');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function somePart(): Part {
  const builder = new PartBuilder(new Fingerprinter(DEFAULT_PARAMETERS.normalise), {
    prompts: true,
    copies: true,
  });
  ['Tides come in.', 'Bread rises.', 'Tides come in.', '潮汐'].forEach((text, at) =>
    builder.add({
      address: {
        path: '/p',
        record: at >> 1,
        line: 1 + (at >> 1),
        byteOffset: 7 * at,
        byteLength: 7,
        pointer: `/a/${at}`,
      },
      part: 'answer',
      prompt: `prompt ${at}`,
      text,
      meta: { at },
    }),
  );
  const meta: PartMeta = {
    rows: builder.rows,
    texts: builder.textCount,
    tokens: builder.tokens,
    records: 2,
    lines: 2,
    last: true,
    format: 'jsonl',
    compression: 'none',
    shape: { name: 'custom', description: 'd', guessed: false },
    skipped: [{ record: 1, reason: 'why' }],
    said: ['said'],
    counted: { 'had something': 2 },
    texted: 'copy',
  };
  return { meta, columns: builder.columns() };
}

describe('a part on disk', () => {
  it('is read into memory that served a smaller and a larger one before', () => {
    const small = somePart();
    const prints = new Uint16Array(5000).map((_, at) => at);
    const large: Part = { ...small, columns: { ...small.columns, prints } };
    const other = path.join(folder, 'large.part');
    writePart(file, small);
    writePart(other, large);
    const buffer = new PartBuffer();
    expect(readPart(file, buffer)).toEqual(small);
    expect(readPart(other, buffer)).toEqual(large);
    expect(readPart(file, buffer)).toEqual(small);
    rmSync(other);
  });

  it('is read as it was written, and leaves no other file', () => {
    const part = somePart();
    writePart(file, part);
    const read = readPart(file, new PartBuffer());
    expect(read).toEqual(part);
    expect(readMeta(file)).toEqual(part.meta);
    expect(readdirSync(folder)).toEqual(['00000.part']);
    expect([...read!.columns.text]).toEqual([0, 1, 0, 2]);
    expect([...read!.columns.ordinal]).toEqual([0, 1, 0, 1]);
  });

  it('is not taken for whole when any byte of it was changed, or some are missing or added', () => {
    writePart(file, somePart());
    const good = readFileSync(file);
    const other = path.join(folder, 'other.part');
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at]! ^= 1 << (at % 8);
      writeFileSync(other, bad);
      expect(readPart(other, new PartBuffer()), `byte ${at} of ${good.length}`).toBeUndefined();
    }
    for (const length of [0, 3, 15, 16, 40, good.length - 1]) {
      writeFileSync(other, good.subarray(0, length));
      expect(readPart(other, new PartBuffer())).toBeUndefined();
      expect(length > 500 || readMeta(other) === undefined).toBe(true);
    }
    writeFileSync(other, Buffer.concat([good, Buffer.alloc(1)]));
    expect(readPart(other, new PartBuffer())).toBeUndefined();
    expect(readPart(path.join(folder, 'none.part'), new PartBuffer())).toBeUndefined();
    rmSync(other);
  });

  it('gives columns by themselves, and stretches of them', () => {
    const part = somePart();
    writePart(file, part);
    const open = OpenPart.of(file)!;
    expect(open.meta).toEqual(part.meta);
    for (const [name, column] of Object.entries(part.columns) as [keyof PartColumns, Uint8Array][]) {
      expect(open.read(name)).toEqual(column);
      const { length } = column;
      for (const [from, to] of [
        [0, 0],
        [0, length],
        [length >> 1, length],
        [length >> 2, length >> 1],
      ] as const)
        expect(open.read(name, from, to)).toEqual(column.slice(from, to));
      expect(open.read(name, 0, length + 1)).toBeUndefined();
      expect(open.read(name, 1, 0)).toBeUndefined();
    }
    open.close();
  });

  it('gives the columns that are asked for, all of them or nothing', () => {
    const part = somePart();
    writePart(file, part);
    const { start, textKey, copyRow } = part.columns;
    expect(readColumns(file, ['start', 'textKey'])).toEqual({ meta: part.meta, columns: { start, textKey } });
    expect(copyRow.length).toBeGreaterThan(0);
    // The last column goes.
    truncateSync(file, readFileSync(file).length - 8);
    expect(readColumns(file, ['start'])).toBeDefined();
    expect(readColumns(file, ['start', 'copyRow'])).toBeUndefined();
    rmSync(file);
    expect(readColumns(file, ['start'])).toBeUndefined();
  });

  it('gives nothing of a column that is cut off, and is not open where its description is damaged', () => {
    writePart(file, somePart());
    const good = readFileSync(file);
    const open = OpenPart.of(file)!;
    const { length } = open.read('copy')!;
    expect(length).toBeGreaterThan(0);
    truncateSync(file, good.length >> 1);
    expect(open.read('copy')).toBeUndefined();
    open.close();
    writeFileSync(file, good.subarray(0, 40));
    expect(OpenPart.of(file)).toBeUndefined();
    rmSync(file);
    expect(OpenPart.of(file)).toBeUndefined();
    expect(OpenPart.of(folder)).toBeUndefined();
  });

  it('says where it cannot be written, and what to do', () => {
    writePart(file, somePart());
    expect(() => writePart(path.join(file, 'below', '00000.part'), somePart())).toThrow(
      /Free some space there, or, in a terminal, name another folder with --index-dir/,
    );
  });
});
