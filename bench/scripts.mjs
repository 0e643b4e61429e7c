// @ts-check
// How fast texts of different scripts are cut into tokens, beside one pattern that takes words and does nothing else
// (no offsets, no look-alikes, no Markdown, no code). The texts are the made-up answers, letter by letter in the script.
// Usage: node bench/scripts.mjs
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { answers } from './data/answers.mjs';
import { bundleProduct, loadProduct } from './oracle/product.mjs';

const TEXTS = 4_000;
const RUNS = 9;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
/** The script's letter that stands for "a". */
const SCRIPTS = {
  Latin: 0x61,
  Greek: 0x3b1,
  Cyrillic: 0x430,
  Arabic: 0x628,
  Hangul: 0xac00,
  Devanagari: 0x915,
};

const folder = await mkdtemp(path.join(os.tmpdir(), 'scripts-'));
try {
  const { DEFAULT_PARAMETERS, Tokeniser, Vocabulary } = loadProduct((await bundleProduct(folder)).file);
  const source = answers(1);
  const latin = Array.from({ length: TEXTS }, () => source.answer());
  console.log('| script | ours, M characters/s | the pattern, M characters/s | ours × the pattern |');
  console.log('|---|--:|--:|--:|');
  for (const [script, first] of Object.entries(SCRIPTS)) {
    const texts = latin.map((text) =>
      text.replace(/[a-z]/gi, (letter) =>
        String.fromCharCode(first + letter.toLowerCase().charCodeAt(0) - 0x61),
      ),
    );
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    /** @type {{ ours: number[], pattern: number[] }} */
    const speeds = { ours: [], pattern: [] };
    for (let run = 0; run < RUNS; run++) {
      const tokeniser = new Tokeniser(DEFAULT_PARAMETERS.normalise, new Vocabulary());
      speeds.ours.push(characters / timed(() => texts.forEach((text) => tokeniser.scan(text))));
      speeds.pattern.push(
        characters / timed(() => texts.forEach((text) => text.normalize('NFC').toLowerCase().match(WORDS))),
      );
    }
    const [ours, pattern] = [median(speeds.ours), median(speeds.pattern)];
    const columns = [script, ours.toFixed(1), pattern.toFixed(1), (ours / pattern).toFixed(1)];
    console.log(`| ${columns.join(' | ')} |`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/**
 * Microseconds that it takes.
 * @param {() => void} work
 */
function timed(work) {
  const started = performance.now();
  work();
  return (performance.now() - started) * 1000;
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
