// @ts-check
// What comes from outside is unknown until it is said what it is.

/**
 * @param {string} text
 * @returns {unknown}
 */
export function parseJson(text) {
  return JSON.parse(text);
}

/**
 * @param {string} url
 * @returns {Promise<unknown>}
 */
export async function importModule(url) {
  return /** @type {Promise<unknown>} */ (import(url));
}
