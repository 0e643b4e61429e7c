import type { Background, ChanceBackground, KindCounts, SourceRate } from '../../shared/calibration.js';
import { KINDS } from '../../shared/match.js';
import type { Judged } from './judged.js';
import { rateOf, sourceRates, stratumRates } from './rates.js';
import { chooseThresholds } from './thresholds.js';

/** All rates of answers that were judged in one way; undefined without an answer. `from`: smallest score known. */
export function backgroundOf(
  answers: readonly Judged[],
  threshold: number,
  from: number,
): Background | undefined {
  if (answers.length === 0) return undefined;
  const sources = sourceRates(answers, threshold);
  return {
    sources,
    pooled: rateOf(answers, threshold),
    worst: worstOf(sources).source,
    strata: stratumRates(answers, threshold),
    kinds: kindsOf(answers, threshold),
    chosen: chooseThresholds(answers, from),
  };
}

/** What a headline needs of it. */
export function essentials({ pooled, sources }: Background): ChanceBackground {
  const { source, value } = worstOf(sources);
  const { answers, prompts, reported, upper } = pooled;
  return { answers, prompts, reported, upper, sources: sources.length, worst: { source, value } };
}

/** The source with the largest rate; of equal ones the first. */
export function worstOf(sources: readonly SourceRate[]): SourceRate {
  return sources.reduce((worst, source) => (source.value > worst.value ? source : worst));
}

function kindsOf(answers: readonly Judged[], threshold: number): KindCounts {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<keyof KindCounts, number>;
  for (const { score, kind } of answers) if (score >= threshold && kind) counts[kind]++;
  return counts;
}
