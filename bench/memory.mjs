// @ts-check
// Peak memory of a process. As an import hook (node --import) with BENCH_PEAK set it writes its own to that file.
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The most memory this process had at once, in bytes. On Linux VmHWM, since maxRSS starts from what the parent had
 * when it forked.
 */
export function peakBytes() {
  try {
    const found = /VmHWM:\s+(\d+) kB/u.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found) return Number(found[1]) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}

const file = process.env['BENCH_PEAK'];
if (file !== undefined) {
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peak: peakBytes(), cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });
}
