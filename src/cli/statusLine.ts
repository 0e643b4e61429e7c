import type { Progress } from '../shared/run.js';

/** Progress in one line: "Reading originals  41 %  412 of 1004 MB". */
export function statusLine({ phase, done, total, unit }: Progress): string {
  if (total <= 0) return phase;
  const share = `${phase}  ${Math.floor((100 * done) / total)} %`;
  if (unit !== 'bytes' || total < 1e6) return share;
  return `${share}  ${Math.round(done / 1e6)} of ${Math.round(total / 1e6)} MB`;
}
