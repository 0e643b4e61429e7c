// @ts-check
// How long a comparison of 50,000 records blocks the thread that started it: the extension host must stay responsive.
// Usage: npm run build && node bench/eventLoop.mjs [records]
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { EDITS } from './data/edits.mjs';
import { answers } from './generate.mjs';
import { importModule } from './unknown.mjs';

const records = Number(process.argv[2] ?? 50_000);
const folder = await mkdtemp(path.join(os.tmpdir(), 'event-loop-'));
const workerFile = path.resolve(import.meta.dirname, '../dist/worker.js');

try {
  const source = answers(1);
  const copy = EDITS['words 10 %'] ?? ((text) => text);
  const originals = Array.from({ length: records / 2 }, () => source.answer());
  const suspects = Array.from({ length: records / 2 }, (_, at) =>
    at % 10 === 0 ? copy(originals[at] ?? '', source, '') : source.answer(),
  );
  await write('originals.jsonl', originals);
  await write('suspect.jsonl', suspects);
  await compare();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare() {
  const worker = new Worker(workerFile);
  const { DEFAULT_PARAMETERS } = await defaults();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  let progress = 0;
  worker.postMessage({
    type: 'call',
    id: 1,
    method: 'compare',
    argument: {
      kind: 'dataset',
      suspects: [path.join(folder, 'suspect.jsonl')],
      originals: [path.join(folder, 'originals.jsonl')],
      caseDir: path.join(folder, '.distillation-evidence'),
      parameters: DEFAULT_PARAMETERS,
    },
  });
  /** @type {import('../src/shared/engineCalls.js').CompareResult} */
  const result = await new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on(
      'message',
      (
        /** @type {{ type: string, result: import('../src/shared/engineCalls.js').CompareResult, message: string }} */ message,
      ) => {
        if (message.type === 'progress') progress++;
        else if (message.type === 'ok') resolve(message.result);
        else reject(new Error(message.message));
      },
    );
  });
  delay.disable();
  await worker.terminate();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${records} records in ${seconds.toFixed(1)} s, ${progress} progress messages, findings: ${JSON.stringify(result.manifest.counts)}`,
  );
  console.log(
    `Longest block of the calling thread's event loop: ${(delay.max / 1e6).toFixed(1)} ms (99.9 %: ${(delay.percentile(99.9) / 1e6).toFixed(1)} ms; goal 50 ms)`,
  );
}

/**
 * The product's own defaults, from its source.
 * @returns {Promise<typeof import('../src/shared/run.js')>}
 */
async function defaults() {
  const { build } = await import('esbuild');
  const outfile = path.join(folder, 'run.mjs');
  await build({
    entryPoints: [path.resolve(import.meta.dirname, '../src/shared/run.ts')],
    outfile,
    format: 'esm',
    bundle: true,
  });
  const run = /** @type {typeof import('../src/shared/run.js')} */ (await importModule(outfile));
  return run;
}

/**
 * @param {string} name
 * @param {string[]} texts
 */
async function write(name, texts) {
  const out = createWriteStream(path.join(folder, name));
  for (const [at, text] of texts.entries()) {
    if (!out.write(JSON.stringify({ instruction: `Question ${at}`, output: text }) + '\n'))
      await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
