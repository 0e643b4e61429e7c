import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSections, encodeSections } from '../../../src/io/index/sections.js';
import { writeSections } from '../../../src/io/index/sectionsFile.js';

const column = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((from) => Uint8Array.from(from)),
  fc.float64Array({ maxLength: 9 }).map((from) => Float64Array.from(from)),
  fc.constant(new Uint32Array(300_000).fill(7)),
);

test('what is written piece by piece is read as what was written at once', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sections-'));
  const file = path.join(folder, 'file');
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), column, { maxKeys: 4 }),
      fc.string(),
      fc.constantFrom(1, 13, 1 << 21),
      async (columns, text, length) => {
        const fd = openSync(file, 'w');
        const meta = { text };
        const described = Object.entries(columns).map(([name, column]) => ({
          name,
          type: column.constructor.name as 'Uint8Array',
          length: column.length,
          pieces: piecesOf(column, Math.max(length, Math.ceil(column.byteLength / 100))),
        }));
        await writeSections(fd, meta, described);
        closeSync(fd);
        const written = decodeSections(ownMemory(readFileSync(file)));
        const known = decodeSections(ownMemory(Buffer.concat(encodeSections(meta, columns))));
        expect(written?.meta).toEqual(meta);
        for (const read of [written!.columns, known!.columns]) {
          expect([...read.keys()]).toEqual(Object.keys(columns));
          for (const [name, column] of read) expect(column.constructor).toBe(columns[name]!.constructor);
          for (const [name, column] of read)
            expect(bytesOf(column).equals(bytesOf(columns[name]!))).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
  rmSync(folder, { recursive: true });
});

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

function* piecesOf(
  { buffer, byteOffset, byteLength }: ArrayBufferView,
  length: number,
): Generator<Uint8Array> {
  for (let from = 0; from < byteLength; from += length)
    yield new Uint8Array(buffer, byteOffset + from, Math.min(length, byteLength - from));
}

function ownMemory(bytes: Buffer): Buffer {
  return Buffer.from(new Uint8Array(bytes).buffer);
}
