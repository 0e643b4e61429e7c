// @ts-check
// Runs the script that the arguments name, with those behind it, and writes to BENCH_PEAK the most memory that it had. Not
// a hook of node (--import), which would be part of every thread's start too.
import { writeFileSync } from 'node:fs';
import { runMain } from 'node:module';
import { peakBytes } from './memory.mjs';

const file = process.env['BENCH_PEAK'];
if (file === undefined) throw new Error('BENCH_PEAK must name a file.');
process.once('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(file, JSON.stringify({ peak: peakBytes(), cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});
process.argv.splice(1, 1);
runMain();
