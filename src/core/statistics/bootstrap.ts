import { binomial } from './binomial.js';
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
 * clusters are drawn with replacement, and the share is that of the pooled trials. How often clusters that are alike are
 * drawn is drawn at once, so that a sample costs the same for a thousand prompts and a million. The same clusters in any
 * order give the same interval. Where no cluster or every trial succeeded all samples are equal and the interval is one point:
 * use the rule of three or Clopper–Pearson over clusters there. Throws RangeError without a trial.
 */
export function bootstrapShare(clusters: readonly Cluster[], level: number, seed = 1): Interval {
  const kinds = kindsOf(clusters);
  const random = seededRandom(seed);
  return middleOf(clusters.length, level, SAMPLES, () => {
    let left = clusters.length;
    let among = clusters.length;
    let successes = 0;
    let trials = 0;
    for (const kind of kinds) {
      const drawn = binomial(random, left, kind.clusters / among);
      left -= drawn;
      among -= kind.clusters;
      successes += drawn * kind.successes;
      trials += drawn * kind.trials;
    }
    return share(successes, trials);
  });
}

/** Clusters that are alike, with their number: the most common first, the others in an order of their own. */
function kindsOf(clusters: readonly Cluster[]): readonly (Cluster & { readonly clusters: number })[] {
  const kinds = new Map<string, Cluster & { clusters: number }>();
  for (const { successes, trials } of clusters) {
    const key = `${successes} ${trials}`;
    const known = kinds.get(key);
    if (known) known.clusters++;
    else kinds.set(key, { successes, trials, clusters: 1 });
  }
  return [...kinds.values()].sort(
    (a, b) => b.clusters - a.clusters || a.successes - b.successes || a.trials - b.trials,
  );
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
  const random = seededRandom(seed);
  const sample = [...clusters];
  return middleOf(clusters.length, level, samples, () => {
    for (let at = 0; at < sample.length; at++) sample[at] = clusters[Math.floor(random() * clusters.length)]!;
    return statistic(sample);
  });
}

/** The middle `level` of the values that samples of so many clusters have lies between these. */
function middleOf(clusters: number, level: number, samples: number, value: () => number): Interval {
  checkLevel(level);
  if (clusters === 0) throw new RangeError('There is nothing to draw from.');
  const values = Float64Array.from({ length: samples }, value).sort();
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
  return share(successes, trials);
}

function share(successes: number, trials: number): number {
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
