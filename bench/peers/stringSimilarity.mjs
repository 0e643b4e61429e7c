// @ts-check
// The npm package string-similarity: findBestMatch of a suspect among all originals.
//
// It keeps no index, so indexing is reading, and each suspect costs a comparison with every original: it is given
// as many suspects as its time allows. Finds a pair where the best match rates 0.5 or more.

/**
 * @typedef {{ default: { findBestMatch: (text: string, others: readonly string[]) =>
 *   { bestMatchIndex: number, bestMatch: { rating: number } } } }} Package
 */

/**
 * @param {unknown} module
 * @returns {import('./peer.mjs').Peer}
 */
export function stringSimilarity(module) {
  const { findBestMatch } = /** @type {Package} */ (module).default;
  /** @type {string[]} */
  let all = [];
  return {
    index(originals) {
      all = [...originals];
    },
    compare(suspects, found) {
      let at = 0;
      for (const text of suspects) {
        const { bestMatchIndex, bestMatch } = findBestMatch(text, all);
        if (!found(at++, (id) => id === bestMatchIndex && bestMatch.rating >= 0.5)) return;
      }
    },
  };
}
