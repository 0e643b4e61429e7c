import { Clusters } from '../match/clusters.js';
import { leaveOneGroupOut } from '../statistics/leaveOneOut.js';
import type { Judged } from './judged.js';

/** A judged answer with what its best match has in common with those that are the same evidence. */
export interface JudgedMatch extends Judged {
  readonly keys: readonly number[];
}

/**
 * How many distinct findings chance alone would give among so many responses: those of a source's answers that reach
 * the threshold are clustered as findings are, and the clusters that a sample of that size meets are counted
 * (rarefaction, Hurlbert 1971); the mean over the sources, weighed by their answers. Where more responses are asked
 * for than a source has answers, its clusters grow with them, which counts rather too many.
 */
export function distinctByChance(
  answers: readonly JudgedMatch[],
  threshold: number,
  responses: number,
): number {
  const sources = leaveOneGroupOut(answers, ({ path }) => path);
  const sum = sources.reduce((all, { inside }) => {
    const clusters = new Clusters();
    for (const { score, keys } of inside) if (score >= threshold) clusters.add(keys);
    return all + inside.length * met(clusters.sizes(), inside.length, responses);
  }, 0);
  return answers.length === 0 ? 0 : sum / answers.length;
}

/** Clusters of `sizes` among `total` answers, of which a sample without replacement has at least one. */
function met(sizes: readonly number[], total: number, sample: number): number {
  if (sample >= total) return (sizes.length * sample) / total;
  return sizes.reduce((sum, size) => {
    let missed = 1;
    for (let at = 0; at < size; at++) missed *= Math.max(0, total - sample - at) / (total - at);
    return sum + 1 - missed;
  }, 0);
}
