import type { MeanOverPrompts } from '../../shared/closeness.js';
import { bootstrap } from './bootstrap.js';

/**
 * The mean of one value a prompt with its percentile interval over prompts (Efron 1979); the same values in any order
 * give the same interval. Without a value: 0, and the interval is one point.
 */
export function meanOverPrompts(values: readonly number[], level: number): MeanOverPrompts {
  const prompts = values.length;
  if (prompts === 0) return { prompts, value: 0, lower: 0, upper: 0 };
  const ordered = [...values].sort((a, b) => a - b);
  return { prompts, value: mean(ordered), ...bootstrap(ordered, mean, level) };
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
