import type { PromptScores, Rate } from '../../shared/calibration.js';
import type { Judged } from './judged.js';
import { rateOfPrompts } from './rates.js';

/** With more prompts drawing an interval takes longer than a moving threshold can wait. */
const MOST = 5000;

/**
 * The answers' scores from `from` on by prompt, equal prompts together; the same for any order of answers. Undefined
 * for more than `most` prompts.
 */
export function promptScores(
  answers: readonly Judged[],
  from: number,
  most = MOST,
): PromptScores[] | undefined {
  const prompts = new Map<number, number[]>();
  for (const { prompt, score } of answers) {
    const scores = prompts.get(prompt);
    if (scores) scores.push(score);
    else if (prompts.size === most) return undefined;
    else prompts.set(prompt, [score]);
  }
  const alike = new Map<string, { prompts: number; answers: number; scores: number[] }>();
  for (const all of prompts.values()) {
    const scores = all.filter((score) => score >= from).sort((a, b) => b - a);
    const key = JSON.stringify([all.length, scores]);
    const known = alike.get(key);
    if (known) known.prompts++;
    else alike.set(key, { prompts: 1, answers: all.length, scores });
  }
  return [...alike].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The share of answers that reach `threshold`, with its interval over prompts. */
export function rateAt(prompts: readonly PromptScores[], threshold: number): Rate {
  return rateOfPrompts(
    prompts.flatMap(({ prompts: times, answers: trials, scores }) => {
      const successes = scores.filter((score) => score >= threshold).length;
      return Array.from({ length: times }, () => ({ successes, trials }));
    }),
  );
}
