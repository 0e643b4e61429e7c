// @ts-check
// Any dataset files as data of the benchmark: read by the product's readers, written anew as one response a line.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lineWriter } from './data/jsonl.mjs';
import { described } from './generate.mjs';
import { bundleProduct, loadProduct } from './oracle/product.mjs';
import { parseJson } from './unknown.mjs';

/**
 * @param {string} root
 * @param {{ originals: string, suspects: string }} files
 * @returns {Promise<import('./generate.mjs').Data>}
 */
export async function givenData(root, files) {
  const stamps = [files.originals, files.suspects].map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${path.parse(file).name}-${size}-${Math.floor(mtimeMs / 1000)}`;
  });
  const name = stamps.join('-vs-');
  const folder = path.join(root, name);
  const done = path.join(folder, 'done.json');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { openDataset } = loadProduct((await bundleProduct(root)).file);
    const records = { originals: 0, suspects: 0 };
    for (const side of /** @type {const} */ (['originals', 'suspects'])) {
      const out = lineWriter(path.join(folder, `${side}.jsonl`));
      const dataset = await openDataset(path.resolve(files[side]));
      for await (const { responses } of dataset.batches()) {
        for (const { text, prompt } of responses) {
          if (text === '') continue;
          out.write({ instruction: prompt, output: text });
          records[side]++;
        }
      }
      out.end();
    }
    writeFileSync(done, JSON.stringify(records));
  }
  const records = /** @type {{ originals: number, suspects: number }} */ (
    parseJson(readFileSync(done, 'utf8'))
  );
  return described(name, folder, records);
}
