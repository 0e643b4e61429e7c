// @ts-check
// The floor: what reading the same file costs, and what reading and parsing it costs, and nothing else.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { lines } from './data/jsonl.mjs';

/**
 * MB/s of reading a file in blocks, and of parsing its lines as JSON.
 * @param {string} file
 * @returns {{ readSeconds: number, parseSeconds: number, read: number, parse: number }}
 */
export function floorOf(file) {
  const megabytes = statSync(file).size / 1e6;
  const start = performance.now();
  const handle = openSync(file, 'r');
  const block = Buffer.allocUnsafe(4 << 20);
  while (readSync(handle, block, 0, block.length, null) > 0);
  closeSync(handle);
  const between = performance.now();
  let records = 0;
  for (const line of lines(file)) if (JSON.parse(line.toString()) !== null) records++;
  const end = performance.now();
  if (records === 0) throw new Error(`${file} holds no record.`);
  const [readSeconds, parseSeconds] = [(between - start) / 1000, (end - between) / 1000];
  return { readSeconds, parseSeconds, read: megabytes / readSeconds, parse: megabytes / parseSeconds };
}
