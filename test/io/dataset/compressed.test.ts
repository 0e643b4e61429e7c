import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../src/io/dataset/readRecord.js';
import { fileMaker, FIXTURES, readAll } from './support.js';

const make = fileMaker();
const lines = Array.from({ length: 3000 }, (_, i) =>
  JSON.stringify({ id: i, text: `line ${(i * 7919) % 3001}` }),
);
const plain = Buffer.from(lines.join('\n') + '\n');

describe('compressed files', () => {
  test('gzip: places are those in the unpacked file, the hash is of the bytes on disk', async () => {
    const packed = gzipSync(plain);
    const path = make('lines.jsonl.gz', packed);
    const { records, broken, sha256, layout, bytesDone } = await readAll(path, { chunkBytes: 1000 });
    expect(layout.compression).toBe('gzip');
    expect(broken).toEqual([]);
    expect(
      records.map((r) => plain.subarray(r.byteOffset, r.byteOffset! + r.byteLength!).toString()),
    ).toEqual(lines);
    expect(sha256).toBe(createHash('sha256').update(packed).digest('hex'));
    expect(bytesDone.at(-1)).toBeLessThanOrEqual(packed.length);
    expect(bytesDone).toEqual([...bytesDone].sort((a, b) => a - b));
    expect((await readRecord(path, records[2500]!)).value).toEqual(JSON.parse(lines[2500]!));
  });

  test('gzip: several members are one file', async () => {
    const half = plain.indexOf('\n', 1000) + 1;
    const packed = Buffer.concat([gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half))]);
    expect((await readAll(make('members.jsonl.gz', packed))).records).toHaveLength(3000);
  });

  test.each([0.3, 0.6, 0.99])('gzip cut off at %f of its bytes keeps what was read', async (share) => {
    const packed = gzipSync(plain);
    const path = make('cut.jsonl.gz', packed.subarray(0, Math.floor(packed.length * share)));
    const { records, broken, notes, sha256 } = await readAll(path);
    expect(records.length).toBeGreaterThan(100);
    expect(records.map((r) => r.value)).toEqual(
      lines.slice(0, records.length).map((l) => JSON.parse(l) as unknown),
    );
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ record: records.length, line: records.length + 1 });
    expect(broken[0]!.reason).toMatch(/cut off or damaged here \(gzip: .*\d+ bytes were unpacked/);
    expect(notes).toHaveLength(1);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gzip with damaged bytes keeps what precedes them, or says that nothing could be read', async () => {
    const text = (i: number): string => createHash('sha512').update(String(i)).digest('base64');
    const many = Array.from({ length: 5000 }, (_, i) => JSON.stringify({ text: text(i) }));
    const packed = gzipSync(many.join('\n'));
    packed.fill(0xff, packed.length - 4000, packed.length - 3000);
    const { records, broken } = await readAll(make('damaged.jsonl.gz', packed));
    expect(records.length).toBeGreaterThan(1000);
    expect(records.length).toBeLessThan(5000);
    expect(records.map((r) => JSON.stringify(r.value))).toEqual(many.slice(0, records.length));
    expect(broken.at(-1)!.reason).toContain('damaged');
    packed.fill(0xff, 20, 2000);
    const path = make('nothing.jsonl.gz', packed);
    await expect(readAll(path)).rejects.toThrow(/damaged here.*Copy or download/);
  });

  test('zstd is read, whole and cut off', async () => {
    const path = join(FIXTURES, 'two.jsonl.zst');
    const { records, layout } = await readAll(path, { chunkBytes: 7 });
    expect(layout.compression).toBe('zstd');
    expect(records.map((r) => [r.line, (r.value as { output: string }).output])).toEqual([
      [1, 'Hello, and welcome to the harbour.'],
      [2, 'Goodbye until the next tide.'],
    ]);
    const bytes = readFileSync(path);
    const twice = await readAll(make('twice.jsonl.zst', Buffer.concat([bytes, bytes])));
    expect(twice.records).toHaveLength(4);
    const cut = await readAll(make('cut.jsonl.zst', Buffer.concat([bytes, bytes.subarray(0, 60)])));
    expect(cut.records).toHaveLength(2);
    expect(cut.broken.at(-1)!.reason).toContain('cut off or damaged here (zstd');
  });

  test('the content decides, not the name', async () => {
    const { records, notes } = await readAll(make('misnamed.jsonl', gzipSync(plain)));
    expect(records).toHaveLength(3000);
    expect(notes).toEqual(['the name says none compression, the content gzip']);
    expect((await readAll(make('misnamed.jsonl.gz', plain))).records).toHaveLength(3000);
  });

  test('a file that unpacks without bounds is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));
    const path = make('bomb.jsonl.gz', bomb);
    await expect(readAll(path, { ratio: 100, ratioFreeBytes: 100_000 })).rejects.toMatchObject({
      code: 'input',
    });
    await expect(readAll(path, { unpackedBytes: 1_000_000 })).rejects.toThrow(/unpacks to more than/);
    const window = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8]), Buffer.alloc(64)]);
    await expect(readAll(make('window.jsonl.zst', window))).rejects.toThrow(/window of more than 128 MB/);
    // An RLE block of 128 KB in four bytes, many times over (RFC 8878, 3.1.1.2).
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    const block = Buffer.from([0x02, 0x00, 0x10, 0x20]);
    const zstd = Buffer.concat([header, ...Array.from({ length: 2000 }, () => block)]);
    await expect(readAll(make('bomb.jsonl.zst', zstd))).rejects.toThrow(/1000 times its size/);
  });
});
