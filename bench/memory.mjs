// @ts-check
// Peak memory of a process.
import { readFileSync } from 'node:fs';

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
