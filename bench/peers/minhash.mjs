// @ts-check
// The npm package minhash: 128 permutations and its index of bands.
//
// Fed fairly: bands of 2 (its default of 4 starts to see pairs at Jaccard 0.42, these at 0.13); the hash of a shingle
// as a short string, since the package hashes its input anew for each permutation. Its `query` throws at a band that
// no original has, so the bands are looked up here as it does. Finds a pair from one shared band on.
import { shingleHashes } from './shingles.mjs';

/**
 * @typedef {{ update: (text: string) => void }} Minhash
 * @typedef {object} LshIndex
 * @property {(key: number, hash: Minhash) => void} insert
 * @property {(hash: Minhash) => string[]} getHashbands
 * @property {Record<string, number[]>} index
 * @typedef {{ default: { Minhash: new () => Minhash, LshIndex: new (options: { bandSize: number }) => LshIndex } }} Package
 */

/**
 * @param {unknown} module
 * @returns {import('./peer.mjs').Peer}
 */
export function minhash(module) {
  const { Minhash, LshIndex } = /** @type {Package} */ (module).default;
  const index = new LshIndex({ bandSize: 2 });
  const signature = (/** @type {string} */ text) => {
    const hash = new Minhash();
    for (const shingle of shingleHashes(text, 5)) hash.update(shingle.toString(36));
    return hash;
  };
  return {
    index(originals) {
      let id = 0;
      for (const text of originals) index.insert(id++, signature(text));
    },
    compare(suspects, found) {
      let at = 0;
      for (const text of suspects) {
        /** @type {Set<number>} */
        const ids = new Set();
        for (const band of index.getHashbands(signature(text)))
          for (const id of index.index[band] ?? []) ids.add(id);
        if (!found(at++, (id) => ids.has(id))) return;
      }
    },
  };
}
