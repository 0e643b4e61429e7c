// @ts-check
// JSON lines in and out, as plainly and quickly as Node does it: what every peer reads with.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { parseJson } from '../unknown.mjs';

/** @typedef {{ instruction: string, output: string }} Line */

const BLOCK = 4 << 20;

/**
 * The lines of a file as bytes, without their line ends.
 * @param {string} file
 * @returns {Generator<Buffer>}
 */
export function* lines(file) {
  const handle = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const block = Buffer.allocUnsafe(rest.length + BLOCK);
      rest.copy(block);
      const end = rest.length + readSync(handle, block, rest.length, BLOCK, null);
      if (end === rest.length) break;
      let start = 0;
      for (let at = block.indexOf(10); at >= 0 && at < end; at = block.indexOf(10, start)) {
        yield block.subarray(start, at);
        start = at + 1;
      }
      rest = block.subarray(start, end);
    }
    if (rest.length > 0) yield rest;
  } finally {
    closeSync(handle);
  }
}

/**
 * The responses of a file of this benchmark.
 * @param {string} file
 * @returns {Generator<string>}
 */
export function* texts(file) {
  for (const line of lines(file)) {
    const { output } = /** @type {Line} */ (parseJson(line.toString()));
    yield output;
  }
}

/**
 * Writes lines in blocks. Call `end` after the last.
 * @param {string} file
 */
export function lineWriter(file) {
  const handle = openSync(file, 'w');
  let held = '';
  const flush = () => {
    writeSync(handle, held);
    held = '';
  };
  return {
    /** @param {unknown} value */
    write(value) {
      held += JSON.stringify(value) + '\n';
      if (held.length > BLOCK) flush();
    },
    end() {
      flush();
      closeSync(handle);
    },
  };
}
