// @ts-check
// What a peer is: a way to index originals and to propose some for a suspect.

/**
 * Told of every suspect in turn, with a way to ask whether an original was found for it; false ends the comparing.
 * @callback Found
 * @param {number} suspect
 * @param {(original: number) => boolean} has
 * @returns {boolean}
 */

/**
 * @typedef {object} Peer
 * @property {(originals: Iterable<string>) => void | Promise<void>} index
 * @property {(suspects: Iterable<string>, found: Found) => void | Promise<void>} compare stops when `found`
 *   says so (out of time)
 * @property {() => number | undefined} [diskBytes] of the index on disk
 * @property {() => Readonly<Record<string, number>>} [details] figures beside the table's
 */

/** Seconds that a phase may take before it stops and is judged by what it did. */
export class OutOfTime extends Error {}

/**
 * The texts, until the time is over.
 * @param {Iterable<string>} texts
 * @param {number} seconds
 */
export function* until(texts, seconds) {
  const end = performance.now() + seconds * 1000;
  for (const text of texts) {
    if (performance.now() > end) throw new OutOfTime(`Not done in ${seconds} s.`);
    yield text;
  }
}
