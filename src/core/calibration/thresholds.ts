import type { ChosenThreshold } from '../../shared/calibration.js';
import { ruleOfThree } from '../statistics/ruleOfThree.js';
import type { Judged } from './judged.js';
import { rateOf } from './rates.js';

/** The rates for which a threshold is looked for: 1 %, 0.1 % and none seen. */
const WISHED = [0.01, 0.001, 0] as const;

/** Which half of the prompts one with this hash belongs to, whatever else the run holds. */
export function halfOf(prompt: number): 'first' | 'second' {
  return prompt % 2 === 0 ? 'first' : 'second';
}

/**
 * For each wished rate the smallest whole threshold that keeps it on the first half of the prompts, and what that
 * threshold gives on the second: what was chosen to look well is never shown where it was chosen.
 */
export function chooseThresholds(answers: readonly Judged[], from: number): ChosenThreshold[] {
  const first = answers.filter(({ prompt }) => halfOf(prompt) === 'first');
  const second = answers.filter(({ prompt }) => halfOf(prompt) === 'second');
  if (first.length === 0 || second.length === 0) return [];
  const scores = first.map(({ score }) => score).sort((a, b) => b - a);
  return WISHED.map((rate) => {
    // The first score that is one too many: the threshold lies above it.
    const next = scores[Math.floor(rate * scores.length)] ?? 0;
    const threshold = Math.max(Math.ceil(from), Math.floor(next) + 1);
    const reported = rateOf(second, threshold);
    return {
      rate,
      threshold,
      first: rateOf(first, threshold),
      second: reported,
      supported: ruleOfThree(reported.prompts) <= (rate === 0 ? 1 : rate),
    };
  });
}
