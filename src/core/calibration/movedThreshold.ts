/** What another threshold would give, and the sentence that goes with it. */
import type { Calibration } from '../../shared/calibration.js';
import { count, percentage, whole } from '../wording/numbers.js';
import { mostByChance } from './expected.js';
import { rateAt } from './promptScores.js';
import { ruleOfThree } from '../statistics/ruleOfThree.js';

/** What reaches a threshold. */
export interface Reaching {
  readonly found: number;
  readonly responses: number;
  readonly reported: number;
  readonly answers: number;
  /** The largest share of one source. */
  readonly worst: number;
  /** Upper end of the rate's interval over prompts; unknown where the run does not list its scores by prompt. */
  readonly upper?: number;
}

/** Counts what reaches `threshold`: the best evidence of each finding, and that of each independent answer. */
export function reaching(
  findings: readonly number[],
  responses: number,
  { scores, prompts }: Pick<Calibration, 'scores' | 'prompts'>,
  threshold: number,
): Reaching {
  const from = (values: readonly number[]) => values.filter((value) => value >= threshold).length;
  const sources = scores.map((source) => ({
    reported: from(source.scores),
    answers: source.below + source.scores.length,
  }));
  return {
    found: from(findings),
    responses,
    reported: sources.reduce((sum, { reported }) => sum + reported, 0),
    answers: sources.reduce((sum, { answers }) => sum + answers, 0),
    ...(prompts?.length && { upper: rateAt(prompts, threshold).upper }),
    worst: Math.max(0, ...sources.map(({ reported, answers }) => (answers > 0 ? reported / answers : 0))),
  };
}

/** The sentence under a threshold; `reportFrom`: the run's own, which was set before anything was seen. */
export function thresholdSentence(at: Reaching, threshold: number, reportFrom: number): string {
  const { found, responses, reported, answers, worst, upper } = at;
  const rate = reported / Math.max(1, answers);
  const atMost = upper === undefined ? '' : `, at most ${percentage(upper)}`;
  const chance =
    reported === 0
      ? `none of ${count(answers, 'independent answer')} (a rate of at most ${percentage(upper ?? ruleOfThree(answers))})`
      : `${whole(reported)} of ${count(answers, 'independent answer')} (${percentage(rate)}${atMost}, worst source ${percentage(worst)})`;
  const expected = rate * responses;
  const about = expected < 0.5 ? 'fewer than 1' : `about ${whole(Math.round(expected))}`;
  // The suspect is one more source, and may be as bad as the worst.
  const most =
    upper === undefined
      ? ''
      : `, at most ${whole(mostByChance(responses, Math.max(upper, worst) * responses))}`;
  const reach = (n: number) => (n === 1 ? 'reaches' : 'reach');
  const sentence =
    `From ${count(threshold, 'distinctive token')} on: ${whole(found)} of ${count(responses, 'response')} ${reach(found)} it, and ${chance}; ` +
    `${about} would be expected by that rate${most}.`;
  return threshold === reportFrom
    ? `${sentence} This is the run’s own threshold, set before the comparison.`
    : `${sentence} A threshold moved by hand after the findings were seen is exploratory: the run reports from ${whole(reportFrom)} on.`;
}
