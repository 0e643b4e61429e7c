// @ts-check
// The benchmark: ours and the peers on the same data, in one run. `node bench/run.mjs --help` says what it takes.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cancels } from './cancel.mjs';
import { determinism, ratios } from './extras.mjs';
import { generate } from './generate.mjs';
import { givenData } from './givenData.mjs';
import { measure } from './measure.mjs';
import { optionsFrom, USAGE } from './options.mjs';
import { cancelTable, determinismTable, growthTable, ratioTable, recallTable, sizeTable } from './report.mjs';

const options = optionsFrom(process.argv.slice(2));
const ROOT = options.data;
if (options.help) {
  console.log(USAGE);
} else {
  mkdirSync(ROOT, { recursive: true });
  await main();
}

async function main() {
  const started = new Date();
  const measured = await measureAll();
  const parts = measured.flatMap((one) => [sizeTable(one), recallTable(one)]);
  if (measured.length > 1) parts.push(growthTable(measured));
  const first = measured[0];
  const hot = options.extras && !options.originals ? await ratios(options.cli, ROOT, say) : [];
  if (hot.length > 0) parts.push(ratioTable(hot));
  const same = options.extras && first ? await determinism(options.cli, first.data, say) : undefined;
  if (same) parts.push(determinismTable(same));
  const cancelled =
    options.extras && first ? await cancels(options.cli, first.data, first.ours.wall, say) : undefined;
  if (cancelled) parts.push(cancelTable(cancelled));
  const machine = `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}`;
  const command = ['node bench/run.mjs', ...process.argv.slice(2)].join(' ');
  const results = {
    started: started.toISOString(),
    node: process.version,
    machine,
    command,
    measured,
    hot,
    same,
    cancelled,
  };
  writeFileSync(path.join(ROOT, 'results.json'), JSON.stringify(results, undefined, 1));
  const text = [
    `${started.toISOString().slice(0, 16).replace('T', ' ')} UTC · ${machine} · Node ${process.version} · \`${command}\``,
    ...parts.filter((part) => part !== ''),
  ].join('\n\n');
  console.log(text);
  if (options.write) {
    const about =
      '# Results of the benchmark\n\nWritten by `node bench/run.mjs --write`. What each peer is fed, and when it counts as ' +
      'having found a pair, is said in its file in `bench/peers/`. Recall is the share of the pairs that an exhaustive ' +
      'comparison reports.';
    writeFileSync(path.join(import.meta.dirname, 'RESULTS.md'), `${about}\n\n${text}\n`);
  }
}

async function measureAll() {
  const all = [];
  const { cli, set, peers, oracle, originals, suspects } = options;
  if (originals !== undefined && suspects !== undefined) {
    const data = await givenData(ROOT, { originals, suspects });
    const [size] = options.sizes;
    const { runs = 1, memory } = size ?? {};
    return [
      await measure('given', data, { cli, set, memory, peers, oracle, every: 1, runs, limit: 240, say }),
    ];
  }
  for (const { name, every, runs, limit, memory, ...plan } of options.sizes) {
    say(`data of ${name}`);
    const data = generate(ROOT, plan);
    all.push(await measure(name, data, { cli, set, memory, peers, oracle, every, runs, limit, say }));
  }
  return all;
}

/** @param {string} what */
function say(what) {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);
}
