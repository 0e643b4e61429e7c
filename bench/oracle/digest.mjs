// @ts-check
import { createHash } from 'node:crypto';

/**
 * A hash of everything that was scored of a pair, so that one changed number is seen. Dice and edit similarity are
 * left out, since they are computed for what is shown.
 * @param {Pick<import('../../src/shared/match.js').Match, 'kind' | 'reported' | 'scores' | 'passages'>} match
 */
export function digest({ kind, reported, scores, passages }) {
  const { jaccard, containmentSuspect, containmentOriginal, longestRun, distinctiveTokens, evidenceBits } =
    scores;
  const numbers = [jaccard, containmentSuspect, containmentOriginal]
    .flatMap(({ value, shared, total }) => [value, shared, total])
    .concat(longestRun.value, distinctiveTokens.value, distinctiveTokens.raw, evidenceBits?.value ?? 0);
  const places = passages.map(({ suspect, original, tokens, explained, gaps, score, seeds }) => [
    ...suspect,
    ...original,
    tokens,
    explained,
    gaps,
    score,
    ...seeds.flatMap((seed) => [...seed.suspect, ...seed.original, seed.tokens]),
  ]);
  return createHash('sha1')
    .update(JSON.stringify([kind, reported, numbers, places]))
    .digest('base64');
}
