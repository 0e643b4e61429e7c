// @ts-check
// Naive and exact: a Map from the hash of five words to the originals that have them.
//
// Fed fairly: hashes and not strings, since strings of 16 million shingles take 3 GB more; sixteen Maps, since one
// ends at 16.7 million keys. Finds a pair from one shared shingle on, and counts Jaccard for it.
import { shingleHashes } from './shingles.mjs';

const SIZE = 5;
const MAPS = 16;

/** @returns {import('./peer.mjs').Peer} */
export function naive() {
  /** @type {Map<number, number | number[]>[]} */
  const maps = Array.from({ length: MAPS }, () => new Map());
  /** @type {number[]} */
  const sizes = [];
  let pairs = 0;
  let near = 0;
  /** @type {Map<number, number | number[]>} */
  const none = new Map();
  const mapOf = (/** @type {number} */ hash) => maps[hash % MAPS] ?? none;
  return {
    index(originals) {
      for (const text of originals) {
        const id = sizes.length;
        const shingles = shingleHashes(text, SIZE);
        sizes.push(shingles.size);
        for (const hash of shingles) {
          const map = mapOf(hash);
          const known = map.get(hash);
          if (known === undefined) map.set(hash, id);
          else if (typeof known === 'number') map.set(hash, [known, id]);
          else known.push(id);
        }
      }
    },
    compare(suspects, found) {
      let at = 0;
      for (const text of suspects) {
        const shingles = shingleHashes(text, SIZE);
        /** @type {Map<number, number>} */
        const shared = new Map();
        for (const hash of shingles) {
          const ids = mapOf(hash).get(hash);
          if (typeof ids === 'number') shared.set(ids, (shared.get(ids) ?? 0) + 1);
          else if (ids !== undefined) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
        }
        for (const [id, count] of shared)
          if (count / (shingles.size + (sizes[id] ?? 0) - count) >= 0.5) near++;
        pairs += shared.size;
        if (!found(at++, (id) => shared.has(id))) return;
      }
    },
    details: () => ({ pairs, near }),
  };
}
