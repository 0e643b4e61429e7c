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
  const value = total === 0 ? 0 : reported / total;
  const counts = { reported, answers: total, prompts: clusters.length, value };
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
 * such a prompt has: the wider end of both, since few successes make the bootstrap's tail too short, and no success
 * leaves it none. Of few such prompts nothing says how many of their answers they have, and so the upper end counts one
 * prompt more, all of whose answers reach it: the same answers over again make no interval narrower. It is never below
 * what no such prompt at all would leave possible, since a prompt that all answer alike may be among those not asked.
 */
function clustered(clusters: readonly Cluster[], reported: number, total: number, level: number): Interval {
  const prompts = clusters.filter(({ successes }) => successes > 0).length;
  const each = total / clusters.length;
  const exact = clopperPearson(prompts, clusters.length, level);
  const drawn = bootstrapShare(clusters, level);
  const unseen = clopperPearson(0, clusters.length, level).upper;
  const seen = (exact.upper * (reported + each)) / (prompts + 1) / each;
  return {
    lower: Math.min(drawn.lower, (exact.lower * reported) / Math.max(1, prompts) / each),
    upper: Math.min(1, Math.max(drawn.upper, unseen, seen)),
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
