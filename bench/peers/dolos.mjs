// @ts-check
// Dolos' core, the fingerprint index behind dolos.ugent.be: winnowed k-grams of tokens.
//
// Fed fairly: tokens are words (Dolos' own are syntax nodes of code); k 5 and w 4, which sees every shared run of 8
// words (its defaults, 23 and 17, would see runs of 39); no Region per word but one for all, which saves memory;
// fingerprints in more than 1 % of the files and at least 1,000 are ignored, as in our index. `allPairs` is
// quadratic, so candidates are read from the suspect's shared fingerprints; `Pair`, its scores, is made for those
// that share at least two. Finds a pair from one shared fingerprint on.
import { words } from './shingles.mjs';

/** @typedef {{ id: number }} DolosFile */
/** @typedef {{ files: () => DolosFile[] }} SharedFingerprint */
/** @typedef {{ file: DolosFile, shared: Set<SharedFingerprint> }} Entry */
/**
 * @typedef {object} FingerprintIndex
 * @property {(files: readonly DolosFile[]) => void} addFiles
 * @property {Map<number, Entry>} files
 */
/**
 * @typedef {object} Dolos
 * @property {new (k: number, w: number, data: boolean, most: number) => FingerprintIndex} FingerprintIndex
 * @property {new (path: string, content: string, extra: undefined, id: number) => DolosFile} File
 * @property {new (file: DolosFile, tokens: string[], mapping: unknown[]) => DolosFile} TokenizedFile
 * @property {new (a: number, b: number, c: number, d: number) => object} Region
 * @property {new (left: Entry, right: Entry) => { similarity: number }} Pair
 */

/**
 * @param {unknown} module
 * @param {{ originals: number }} records
 * @returns {import('./peer.mjs').Peer}
 */
export function dolos(module, records) {
  const { FingerprintIndex, File, TokenizedFile, Region, Pair } = /** @type {Dolos} */ (module);
  const index = new FingerprintIndex(5, 4, false, Math.max(1000, Math.floor(records.originals / 100)));
  const region = new Region(0, 0, 0, 1);
  const empty = /** @type {DolosFile} */ (new File('', '', undefined, -1));
  const add = (/** @type {number} */ id, /** @type {string} */ text) => {
    const tokens = words(text);
    const file = new TokenizedFile(empty, tokens, new Array(tokens.length).fill(region));
    file.id = id;
    index.addFiles([file]);
    return file;
  };
  let count = 0;
  let similar = 0;
  return {
    index(originals) {
      for (const text of originals) add(count++, text);
    },
    compare(suspects, found) {
      let at = 0;
      for (const text of suspects) {
        add(count + at, text);
        const entry = index.files.get(count + at);
        /** @type {Map<number, number>} */
        const shared = new Map();
        for (const fingerprint of entry?.shared ?? [])
          for (const { id } of fingerprint.files()) if (id < count) shared.set(id, (shared.get(id) ?? 0) + 1);
        for (const [id, fingerprints] of shared) {
          const other = index.files.get(id);
          if (fingerprints > 1 && entry && other && new Pair(entry, other).similarity >= 0.5) similar++;
        }
        if (!found(at++, (id) => shared.has(id))) return;
      }
    },
    details: () => ({ similar }),
  };
}
