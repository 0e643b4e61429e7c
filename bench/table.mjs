// @ts-check
// A large JSON Lines file as a table: how soon its first rows are there, its last record, a far page, a search through
// it, and how much memory that takes. The file is made once (sparse text, real line lengths) and kept.
// Usage: npm run build && node bench/table.mjs [gigabytes] [--json]
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { answers } from './data/answers.mjs';

const gigabytes = Number(process.argv[2] ?? 2);
const data = path.join(import.meta.dirname, '.data');
const file = path.join(data, `table-${gigabytes}.jsonl`);
const NEEDLE = 'zxqj needle zxqj';

if (!existsSync(file)) await generate();
const worker = new Worker(path.resolve(import.meta.dirname, '../dist/worker.js'));
let calls = 0;
const before = process.memoryUsage.rss();
let peak = before;
const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
const table = { table: 1 };

const page = (/** @type {number} */ first) => Array.from({ length: 64 }, (_, i) => first + i);

const opened = performance.now();
/** @typedef {import('../src/shared/tableCalls.js').TableSize} TableSize */
const { size } = /** @type {{ size: TableSize }} */ (await call('openTable', { ...table, path: file }));
await call('tableRows', { ...table, records: page(0) });
say('first rows after', performance.now() - opened);
let known = size;
while (!known.exact) known = /** @type {TableSize} */ (await call('tableCounted', { ...table, known }));
say(`${known.records.toLocaleString('en')} records counted after`, performance.now() - opened);
const last = await timed('tableRows', { ...table, records: page(known.records - 64) });
say('page of the last record', last);
const pages = [];
for (let i = 0; i < 200; i++) {
  const first = Math.floor(((i * 0.618033988749895) % 1) * (known.records - 64));
  pages.push(await timed('tableRows', { ...table, records: page(first) }));
}
pages.sort((a, b) => a - b);
say('far pages, median', pages[100] ?? 0);
say('far pages, 95th percentile', pages[190] ?? 0);
const paged = peak;
for (const text of [NEEDLE, 'nowhere to be found', '"a quote"'])
  say(`search for ${text}`, await timed('tableSearch', { ...table, text, matchCase: false, from: 0 }));
clearInterval(watching);
say('memory over that of the process, MB: paging', (paged - before) / 1e6, '');
say('memory over that of the process, MB: with searches', (peak - before) / 1e6, '');
await worker.terminate();

/** @param {string} what @param {number} value @param {string} unit */
function say(what, value, unit = ' ms') {
  console.log(`${what.padEnd(56)} ${value < 10 ? value.toFixed(1) : Math.round(value)}${unit}`);
}

/** @param {string} method @param {unknown} argument */
async function timed(method, argument) {
  const start = performance.now();
  await call(method, argument);
  return performance.now() - start;
}

/**
 * @param {string} method
 * @param {unknown} argument
 * @returns {Promise<unknown>}
 */
function call(method, argument) {
  const id = ++calls;
  return new Promise((resolve, reject) => {
    /** @param {{ id: number, type: string, result: unknown, message: string }} message */
    const listen = (message) => {
      if (message.id !== id || message.type === 'progress') return;
      worker.off('message', listen);
      if (message.type === 'ok') resolve(message.result);
      else reject(new Error(message.message));
    };
    worker.on('message', listen);
    worker.postMessage({ type: 'call', id, method, argument });
  });
}

/** Lines of answers of all kinds and lengths; one in the last tenth holds the needle. */
async function generate() {
  mkdirSync(data, { recursive: true });
  const source = answers(7);
  const texts = Array.from({ length: 20_000 }, () => {
    const prompt = source.prompt();
    return { prompt, response: source.answer(prompt) };
  });
  const half = `${file}.half`;
  const out = createWriteStream(half);
  const bytes = gigabytes * 1e9;
  let written = 0;
  let hidden = false;
  for (let i = 0; written < bytes; i++) {
    const { prompt, response } = texts[(i * 7919) % texts.length] ?? { prompt: '', response: '' };
    /** @type {boolean} */
    const holds = !hidden && written > 0.9 * bytes;
    hidden ||= holds;
    const line = Buffer.from(
      `${JSON.stringify({ id: `req_${i}`, prompt, response: holds ? `${response} ${NEEDLE}` : response })}\n`,
    );
    written += line.length;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  renameSync(half, file);
  console.log(`${file}: ${statSync(file).size.toLocaleString('en')} bytes`);
}
