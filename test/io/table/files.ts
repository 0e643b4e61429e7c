/** Odd dataset files, made at random, and what a plain reading of them finds. */
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Item } from '../../../src/io/dataset/item.js';
import { isBroken } from '../../../src/io/dataset/item.js';
import { LIMITS, type Limits } from '../../../src/io/dataset/limits.js';
import { probe, type Layout } from '../../../src/io/dataset/probe.js';
import { RecordStream } from '../../../src/io/dataset/recordStream.js';

const text = fc.string({
  unit: fc.constantFrom('a', 'ß', '語', '𝒳', '"', '\\', '\n', '\r', ',', ' ', '\u2028', '\u0085', ']', '}'),
  maxLength: 12,
});
const record = fc.record({ prompt: text, response: text });
const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n', '\n \t\r\n');
const brokenLine = fc.constantFrom('{"prompt":', 'not json', '\u000b', '﻿', '"', '[1,');

/** JSON Lines with blank lines, broken lines, every line end, a byte order mark, with or without the last line end. */
const jsonl = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(fc.oneof({ weight: 8, arbitrary: record.map((r) => JSON.stringify(r)) }, brokenLine), lineEnd),
    ),
    fc.oneof(
      fc.constant(''),
      record.map((r) => JSON.stringify(r)),
      brokenLine,
    ),
  )
  .map(
    ([bom, lines, last]) =>
      `${bom ? '\ufeff' : ''}{"prompt":"p","response":"r"}\n${lines.flat().join('')}${last}`,
  );

/** A JSON array, pretty or not, perhaps inside an object, with broken elements, perhaps cut off. */
const json = fc
  .tuple(
    fc.constantFrom('[', '{"version":1,"data":[', ' \n['),
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: record.map((r) => JSON.stringify(r)) },
        fc.constantFrom('tru', '{"a" 1}', '12'),
      ),
    ),
    fc.constantFrom(',', ',\n', ' ,\r\n  '),
    fc.constantFrom(']', ']}', '', '] x'),
  )
  .map(
    ([open, items, comma, close]) =>
      `${open}{"prompt":"p","response":"r"}${items.map((i) => comma + i).join('')}${close}`,
  );

const cell = fc.oneof(
  text.map((t) => `"${t.replaceAll('"', '""')}"`),
  fc.constantFrom('plain', '', '7'),
);
/** CSV with quoted line ends, doubled quotes, blank rows, rows of the wrong length, and perhaps a quote left open. */
const csv = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.tuple(cell, cell).map((cells) => cells.join(',')) },
          fc.constantFrom('a,b,c', 'alone'),
        ),
        fc.constantFrom('\n', '\r\n', '\n\n'),
      ),
    ),
    fc.constantFrom('', 'last,"row"', 'open,"quote'),
  )
  .map(
    ([bom, rows, last]) => `${bom ? '\ufeff' : ''}prompt,response\n"p","r"\n${rows.flat().join('')}${last}`,
  );

/** Name and content of a file. */
export const files = fc.oneof(
  jsonl.map((content) => ['file.jsonl', Buffer.from(content)] as const),
  jsonl.map((content) => ['file.jsonl.gz', gzipSync(content)] as const),
  json.map((content) => ['file.json', Buffer.from(content)] as const),
  csv.map((content) => ['file.csv', Buffer.from(content)] as const),
);

/** Limits under which every border between chunks is met. */
export function smallLimits(chunkBytes: number): Limits {
  return { ...LIMITS, chunkBytes };
}

/** Writes the file and probes it. */
export async function written(folder: string, name: string, content: Buffer): Promise<Layout> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return probe(path, LIMITS);
}

/** Every record of the file, broken ones included, by reading it from its beginning to its end in one piece. */
export async function naively(layout: Layout): Promise<Item[]> {
  const found: Item[] = [];
  for await (const { items } of new RecordStream(layout, LIMITS).batches()) {
    found.push(...items.filter((item) => item.record !== undefined));
  }
  return found;
}

/** What both readings must agree on: V8 words its complaints by where the text begins, so reasons are left out. */
export function essence(item: Item): unknown {
  return isBroken(item) ? { record: item.record, line: item.line, broken: item.reason } : item;
}
