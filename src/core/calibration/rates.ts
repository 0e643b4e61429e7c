import type { Rate, SourceRate, Stratum } from '../../shared/calibration.js';
import { bootstrapShare, type Cluster } from '../statistics/bootstrap.js';
import { clopperPearson } from '../statistics/clopperPearson.js';
import type { Interval } from '../statistics/interval.js';
import { leaveOneGroupOut } from '../statistics/leaveOneOut.js';
import type { Judged } from './judged.js';

export const LEVEL = 0.95;

/** What a rate is made of. */
interface Scored {
  /** Equal for answers to one prompt. */
  readonly prompt: string | number;
  readonly score: number;
}

/** The share of answers that reach `threshold`, with its interval. */
export function rateOf(answers: readonly Scored[], threshold: number, level = LEVEL): Rate {
  return rateOfPrompts(clustersOf(answers, threshold), level);
}

/** The same of prompts, each with its answers and those of them that reach the threshold. */
export function rateOfPrompts(clusters: readonly Cluster[], level = LEVEL): Rate {
  const reported = clusters.reduce((sum, cluster) => sum + cluster.successes, 0);
  const total = clusters.reduce((sum, cluster) => sum + cluster.trials, 0);
  const counts = { reported, answers: total, value: total === 0 ? 0 : reported / total };
  if (clusters.length === total)
    return { ...counts, ...clopperPearson(reported, total, level), interval: 'exact' };
  return { ...counts, ...clustered(clusters, reported, total, level), interval: 'clustered' };
}

function clustersOf(answers: readonly Scored[], threshold: number): Cluster[] {
  const clusters = new Map<Scored['prompt'], { successes: number; trials: number }>();
  for (const { prompt, score } of answers) {
    let cluster = clusters.get(prompt);
    if (!cluster) clusters.set(prompt, (cluster = { successes: 0, trials: 0 }));
    cluster.trials++;
    if (score >= threshold) cluster.successes++;
  }
  return [...clusters.values()];
}

/**
 * Bootstrap over prompts, and Clopper–Pearson for the share of prompts with any such answer, times the answers that
 * such a prompt has (one, where there is none yet): the wider end of both, since few successes make the bootstrap's
 * tail too short, and no success leaves it none.
 */
function clustered(clusters: readonly Cluster[], reported: number, total: number, level: number): Interval {
  const prompts = clusters.filter(({ successes }) => successes > 0).length;
  const scale = ((prompts === 0 ? 1 : reported / prompts) * clusters.length) / total;
  const exact = clopperPearson(prompts, clusters.length, level);
  const drawn = bootstrapShare(clusters, level);
  return {
    lower: Math.min(drawn.lower, exact.lower * scale),
    upper: Math.min(1, Math.max(drawn.upper, exact.upper * scale)),
  };
}

/**
 * The rate of every source, in the order of families and paths. A source stands out if the lower end of its exact
 * interval lies over the upper end of the other families' pooled rate, at 95 % for all sources together (Bonferroni).
 */
export function sourceRates(answers: readonly Judged[], threshold: number): SourceRate[] {
  const sources = new Set(answers.map(({ path }) => path)).size;
  return leaveOneGroupOut(answers, ({ family }) => family).flatMap(({ group, inside, others }) => {
    const allowed = others.length === 0 ? 1 : rateOf(others, threshold).upper;
    return leaveOneGroupOut(inside, ({ path }) => path).map(({ group: path, inside: own }): SourceRate => {
      const strict = rateOf(own, threshold, 1 - (1 - LEVEL) / sources);
      return {
        source: own[0]!.source,
        path,
        family: group,
        ...rateOf(own, threshold),
        standsOut: strict.lower > allowed,
      };
    });
  });
}

/** Rates by length, script and content, each in the order of names. */
export function stratumRates(answers: readonly Judged[], threshold: number): Stratum[] {
  return (['length', 'script', 'content'] as const).flatMap((by) =>
    leaveOneGroupOut(answers, ({ strata }) => strata[by]).map(({ group, inside }): Stratum => ({
      by,
      name: group,
      ...rateOf(inside, threshold),
    })),
  );
}
