import type { Progress } from '../shared/run.js';

/** Progress in one line: "Reading originals  41 %". */
export function statusLine({ phase, done, total }: Progress): string {
  return total > 0 ? `${phase}  ${Math.floor((100 * done) / total)} %` : phase;
}
