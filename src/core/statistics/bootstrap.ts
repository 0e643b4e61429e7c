import { checkLevel, type Interval } from './interval.js';
import { seededRandom } from './seededRandom.js';

/** What happened to one prompt: its answers are not independent of each other, so they are drawn together. */
export interface Cluster {
  readonly successes: number;
  readonly trials: number;
}

/** Samples drawn: enough that the 2.5th percentile of the samples moves by less than a tenth of the interval. */
const SAMPLES = 2000;

/**
 * The percentile interval of a share over clusters (Efron 1979; for clusters Davison & Hinkley 1997, §3.8): whole
 * clusters are drawn with replacement, and the share is that of the pooled trials. The same clusters in any order give
 * the same interval. Where no cluster or every trial succeeded all samples are equal and the interval is one point:
 * use the rule of three or Clopper–Pearson over clusters there. Throws RangeError without a trial.
 */
export function bootstrapShare(clusters: readonly Cluster[], level: number, seed = 1): Interval {
  const ordered = [...clusters].sort((a, b) => a.successes - b.successes || a.trials - b.trials);
  return bootstrap(ordered, pooledShare, level, seed);
}

/**
 * The percentile interval of any statistic of a list of clusters, which must come in an order of their own.
 * Throws RangeError for an empty list.
 */
export function bootstrap<T>(
  clusters: readonly T[],
  statistic: (sample: readonly T[]) => number,
  level: number,
  seed = 1,
  samples = SAMPLES,
): Interval {
  checkLevel(level);
  if (clusters.length === 0) throw new RangeError('There is nothing to draw from.');
  const random = seededRandom(seed);
  const sample = [...clusters];
  const values = new Float64Array(samples);
  for (let draw = 0; draw < samples; draw++) {
    for (let at = 0; at < sample.length; at++) sample[at] = clusters[Math.floor(random() * clusters.length)]!;
    values[draw] = statistic(sample);
  }
  values.sort();
  const tail = (1 - level) / 2;
  return { lower: percentile(values, tail), upper: percentile(values, 1 - tail) };
}

/** Successes of all clusters over their trials. Throws RangeError without a trial. */
export function pooledShare(clusters: readonly Cluster[]): number {
  let successes = 0;
  let trials = 0;
  for (const cluster of clusters) {
    successes += cluster.successes;
    trials += cluster.trials;
  }
  if (trials === 0) throw new RangeError('A share needs a trial.');
  return successes / trials;
}

/** Interpolated linearly between neighbours, as R's quantile type 7. */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
