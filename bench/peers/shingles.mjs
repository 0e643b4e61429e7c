// @ts-check
// How the peers cut text: lower-case words by Unicode rules, one token a character in Chinese. Plainer than the
// product's normalisation, so quicker, which is in the peers' favour.

const TOKEN = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu;

/**
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.toLowerCase().match(TOKEN) ?? [];
}

/**
 * Distinct 53-bit hashes of every `size` consecutive words; of all words where there are fewer.
 * @param {string} text
 * @param {number} size
 * @returns {Set<number>}
 */
export function shingleHashes(text, size) {
  const hashes = words(text).map(hashWord);
  const length = Math.min(size, hashes.length);
  /** @type {Set<number>} */
  const found = new Set();
  for (let at = 0; length > 0 && at + length <= hashes.length; at++) {
    let high = length;
    let low = 0x2545f491;
    for (let i = at; i < at + length; i++) {
      const word = hashes[i] ?? 0;
      high = Math.imul(high ^ word, 0x5bd1e995);
      high ^= high >>> 13;
      low = Math.imul(low + word, 0x27d4eb2d);
      low ^= low >>> 15;
    }
    found.add((high & 0x1fffff) * 4294967296 + (low >>> 0));
  }
  return found;
}

/** @param {string} word */
function hashWord(word) {
  let hash = word.length;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash;
}
