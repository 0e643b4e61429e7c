// @ts-check
// Dataset files as plain answers.
import path from 'node:path';

/**
 * @typedef {object} Answer
 * @property {string} prompt
 * @property {string} text
 * @property {string} source name of its file
 * @property {number} record of its file, from 0
 * @property {string} pointer where in the record it stands
 */

/**
 * All answers of a file, in its order, empty ones left out.
 * @param {import('./product.mjs').Product} product
 * @param {string} file
 * @returns {Promise<Answer[]>}
 */
export async function answersOf(product, file) {
  const dataset = await product.openDataset(path.resolve(file));
  /** @type {Answer[]} */
  const answers = [];
  for await (const { responses } of dataset.batches())
    for (const { prompt, text, address } of responses)
      if (text.trim() !== '')
        answers.push({
          prompt,
          text,
          source: path.basename(file),
          record: address.record,
          pointer: address.pointer,
        });
  return answers;
}
