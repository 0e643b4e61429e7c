import type { Progress } from '../shared/run.js';

/** Progress in one line: "Reading originals  41 %  412 of 1004 MB  52 MB/s  about 11 s left". */
export function statusLine({ phase, done, total, unit, perSecond, secondsLeft }: Progress): string {
  if (total <= 0) return phase;
  const inBytes = unit === 'bytes';
  const words = [phase, `${Math.floor((100 * done) / total)} %`];
  if (inBytes && total >= 1e6) words.push(`${megabytes(done)} of ${megabytes(total)} MB`);
  if (perSecond !== undefined)
    words.push(inBytes ? `${megabytes(perSecond)} MB/s` : `${Math.round(perSecond)} ${unit}/s`);
  if (secondsLeft !== undefined) words.push(`about ${duration(secondsLeft)} left`);
  return words.join('  ');
}

/** Whole megabytes, and tenths of the first ten. */
function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}

function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 100 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
