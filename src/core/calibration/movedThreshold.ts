/** What another threshold would give, and the sentence that goes with it. */
import type { Calibration } from '../../shared/calibration.js';
import { count, percentage, whole } from '../wording/numbers.js';
import { ruleOfThree } from '../statistics/ruleOfThree.js';

/** What reaches a threshold. */
export interface Reaching {
  readonly found: number;
  readonly responses: number;
  readonly reported: number;
  readonly answers: number;
  /** The largest share of one source. */
  readonly worst: number;
}

/** Counts what reaches `threshold`: the best evidence of each finding, and that of each independent answer. */
export function reaching(
  findings: readonly number[],
  responses: number,
  { scores }: Pick<Calibration, 'scores'>,
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
    worst: Math.max(0, ...sources.map(({ reported, answers }) => (answers > 0 ? reported / answers : 0))),
  };
}

/** The sentence under a threshold; `reportFrom`: the run's own, which was set before anything was seen. */
export function thresholdSentence(at: Reaching, threshold: number, reportFrom: number): string {
  const { found, responses, reported, answers, worst } = at;
  const rate = reported / Math.max(1, answers);
  const chance =
    reported === 0
      ? `none of ${count(answers, 'independent answer')} (a rate of at most ${percentage(ruleOfThree(answers))})`
      : `${whole(reported)} of ${count(answers, 'independent answer')} (${percentage(rate)}, worst source ${percentage(worst)})`;
  const expected = rate * responses;
  const about = expected < 0.5 ? 'fewer than 1' : `about ${whole(Math.round(expected))}`;
  const reach = (n: number) => (n === 1 ? 'reaches' : 'reach');
  const sentence =
    `From ${count(threshold, 'distinctive token')} on: ${whole(found)} of ${count(responses, 'response')} ${reach(found)} it, and ${chance}; ` +
    `${about} would be expected by that rate.`;
  return threshold === reportFrom
    ? `${sentence} This is the run’s own threshold, set before the comparison.`
    : `${sentence} A threshold moved by hand after the findings were seen is exploratory: the run reports from ${whole(reportFrom)} on.`;
}
