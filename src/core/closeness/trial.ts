/** Sources tried as the suspect: whose answers are closer to the originals than whose. */
import type { ClosenessCounts, ClosenessSource, Difference, Trial } from '../../shared/closeness.js';
import { meanOverPrompts } from '../statistics/meanOverPrompts.js';

/** Each source is tried against at least two families of others: against one alone, one of two is always closer. */
export const LEAST_FAMILIES = 3;
/** With fewer prompts the bootstrap's interval is too short for what it claims. */
export const LEAST_PROMPTS = 20;

/** A source's closeness by prompt, to the originals or what stands in their place. */
export type ToOriginals = ReadonlyMap<string, number>;

/**
 * Of so many prompts those that a source has to answer to be tried: what holds on a few of them is not said of all, and
 * a source that answers few would keep every other from passing.
 */
export function leastAnswered(prompts: number): number {
  return Math.max(LEAST_PROMPTS, Math.ceil(prompts / 2));
}

/** Numbers of the controls that answer enough of `prompts` prompts to be tried. */
export function triedControls(sources: readonly ClosenessSource[], prompts: number): number[] {
  const least = leastAnswered(prompts);
  return sources.flatMap((source, at) => (source.role === 'control' && source.prompts >= least ? [at] : []));
}

/**
 * Tries `source` against `others`, numbers of `near`: it passes if every paired difference has an interval above
 * zero. To be above all at once each must hold at its own level, so no correction for their number is due
 * (intersection–union test, Berger 1982).
 */
export function tryAsSuspect(
  source: number,
  others: readonly number[],
  near: readonly ToOriginals[],
  level: number,
): Trial {
  const own = near[source]!;
  const differences = others.map((other): Difference => {
    const values = [...own].flatMap(([key, value]) => {
      const against = near[other]!.get(key);
      return against === undefined ? [] : [value - against];
    });
    const mean = meanOverPrompts(values, level);
    return { other, ...mean, closer: values.length >= LEAST_PROMPTS && mean.lower > 0 };
  });
  const ranks = ranksOf(source, others, near);
  return {
    source,
    differences,
    passed: differences.length > 0 && differences.every(({ closer }) => closer),
    first: ranks[0] ?? 0,
    of: ranks.reduce((sum, prompts) => sum + prompts, 0),
  };
}

/**
 * On how many of the prompts that all answer `source` is first, second, … among `others`. Whoever is as close stands
 * before it, so that ties, most of them at zero, never speak against it.
 */
export function ranksOf(
  source: number,
  others: readonly number[],
  near: readonly ToOriginals[],
): readonly number[] {
  const ranks = new Array<number>(others.length + 1).fill(0);
  for (const [key, value] of near[source]!) {
    const values = others.map((other) => near[other]!.get(key));
    if (values.every((other) => other !== undefined))
      ranks[values.filter((other) => other >= value).length]!++;
  }
  return ranks;
}

/** How many families the suspect is closer than, and how many would have passed its test. */
export function trialCounts(
  sources: readonly ClosenessSource[],
  trials: readonly Trial[],
): Pick<ClosenessCounts, 'closerThan' | 'passing'> {
  const familyOf = (source: number) => sources[source]?.family;
  const [suspect, ...controls] = trials;
  if (!suspect) return { closerThan: 0, passing: 0 };
  const all = new Set(suspect.differences.map(({ other }) => familyOf(other)));
  const notCloser = suspect.differences.filter(({ closer }) => !closer).map(({ other }) => familyOf(other));
  const passing = controls.filter(({ passed }) => passed).map(({ source }) => familyOf(source));
  return { closerThan: all.size - new Set(notCloser).size, passing: new Set(passing).size };
}
