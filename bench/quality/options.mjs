// @ts-check
// What the measurement of quality was asked for.
import path from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = `Usage: node bench/quality.mjs --originals <file> [--controls <file>…] [--suspect <file>]
    [--copies <n>] [--least <characters>] [--seed <n>] [--dear] [--try <module.mjs>]
    [--product] [--against <file>]… [--cli <cli.js>] [--json <file>]
Controls are the negatives, each judged with the answers of the others. Without any, answers of the originals are:
each against the originals to other prompts. Copies are made of n originals (400) of so many characters (400).
--suspect  a file that is only described: its truth is not known
--dear     dice and edit similarity too
--try      a module whose default export makes more scores: (product, controls, originals) => { name: (pair) => number }
--product  also each control as the suspect of a comparison with the product's defaults and the others as controls
           (build it first: npm run build), with every reported answer listed
--against  the same against these originals, however many: the best of all
--json     the figures as JSON (bench/.data/quality.json)`;

/** The options, or undefined after the usage was printed. @param {readonly string[]} words */
export function optionsFrom(words) {
  const { values } = parseArgs({
    args: spread(words),
    options: {
      originals: { type: 'string' },
      controls: { type: 'string', multiple: true, default: [] },
      suspect: { type: 'string' },
      copies: { type: 'string', default: '400' },
      least: { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
      dear: { type: 'boolean', default: false },
      try: { type: 'string' },
      product: { type: 'boolean', default: false },
      against: { type: 'string', multiple: true, default: [] },
      cli: { type: 'string', default: path.resolve(import.meta.dirname, '../../dist/cli.js') },
      json: { type: 'string', default: path.resolve(import.meta.dirname, '../.data/quality.json') },
    },
  });
  const { originals, copies, least, seed } = values;
  const asked = values.product || values.against.length > 0;
  if (originals === undefined || (asked && values.controls.length < 2)) {
    console.error(USAGE);
    return undefined;
  }
  return { ...values, originals, copies: Number(copies), least: Number(least), seed: Number(seed) };
}

/** `--controls a b c` is three controls. @param {readonly string[]} words */
function spread(words) {
  let inside = '';
  return words.flatMap((word) => {
    if (word.startsWith('-')) {
      inside = ['--controls', '--against'].includes(word) ? word : '';
      return inside === '' ? [word] : [];
    }
    return inside === '' ? [word] : [inside, word];
  });
}
