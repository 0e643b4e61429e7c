// @ts-check
// How well every score tells copies of known truth from independent answers. Data are given by path.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { positivesOf } from './quality/positives.mjs';
import { loadProduct } from './quality/product.mjs';
import { Scorer } from './quality/scores.mjs';
import { editTable, scoreTable } from './quality/tables.mjs';
import { answersOf } from './quality/texts.mjs';

const USAGE = `Usage: node bench/quality.mjs --originals <file> --controls <file>… [--suspect <file>]
    [--copies <n>] [--seed <n>] [--dear] [--try <module.mjs>]
Controls are the negatives, each judged with the answers of the others; copies are made of n originals (400).
--suspect  a file that is only described: its truth is not known
--dear     dice and edit similarity too
--try      a module whose default export makes more scores: (product, controls, originals) => { name: (pair) => number }`;

/** @typedef {import('./quality/rates.mjs').Measured} Measured */

const { values } = parseArgs({
  options: {
    originals: { type: 'string' },
    controls: { type: 'string', multiple: true },
    suspect: { type: 'string' },
    copies: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    dear: { type: 'boolean', default: false },
    try: { type: 'string' },
  },
});
if (values.originals === undefined || !values.controls?.length) {
  console.error(USAGE);
  process.exit(1);
}

const product = await loadProduct();
const originals = await answersOf(product, values.originals);
const controls = (await Promise.all(values.controls.map((file) => answersOf(product, file)))).flat();
const background = new product.ControlAnswers(product.DEFAULT_PARAMETERS.normalise);
for (const { source, prompt, text } of controls) background.add(source, prompt, text);

/** @type {Readonly<Record<string, import('./quality/scores.mjs').Tried>>} */
let tried = {};
if (values.try !== undefined) {
  /** @type {unknown} */
  const module = await import(pathToFileURL(path.resolve(values.try)).href);
  const { default: make } =
    /** @type {{ default: (product: unknown, controls: unknown, originals: unknown) => typeof tried }} */ (
      module
    );
  tried = make(product, controls, originals);
}
const scorer = new Scorer(product, originals, values.dear, tried);

/** @param {{ texts: readonly string[] }} explaining */
const explainers = ({ texts }) => texts.map((text) => ({ reason: /** @type {const} */ ('control'), text }));

/** @param {string} text @param {string} prompt @param {{ texts: readonly string[] }} explaining @returns {Measured} */
const measured = (text, prompt, explaining) => ({
  prompt,
  scores: scorer.best(text, prompt, explainers(explaining)),
});

const negatives = controls.map(({ source, prompt, text }) =>
  measured(text, prompt, background.forControl(source, prompt)),
);
/** @type {Record<string, Measured[]>} */
const positives = {};
for (const { edit, original, text } of positivesOf(originals, Number(values.copies), Number(values.seed)))
  (positives[edit] ??= []).push(measured(text, original.prompt, background.forSuspect(original.prompt)));
const scores = Object.keys(negatives[0]?.scores ?? {});

const half =
  (/** @type {'first' | 'second'} */ which) =>
  (/** @type {Measured} */ { prompt }) =>
    product.halfOf(background.keyOf(prompt)) === which;
const held = {
  chosenOn: negatives.filter(half('first')),
  negatives: negatives.filter(half('second')),
  positives: Object.fromEntries(
    Object.entries(positives).map(([edit, list]) => [edit, list.filter(half('second'))]),
  ),
};
const suspects = values.suspect === undefined ? [] : await answersOf(product, values.suspect);
const described = suspects.map(({ text, prompt }) => measured(text, prompt, background.forSuspect(prompt)));
const whole = {
  chosenOn: negatives,
  negatives,
  positives: { ...(described.length > 0 && { 'the suspect': described }), ...positives },
};

console.log(`## Thresholds chosen on one half of the prompts, reported on the other\n`);
console.log(scoreTable(product, scores, held));
console.log(`\n${editTable(scores, held)}`);
console.log(`\n## Thresholds chosen and reported on all prompts\n`);
console.log(editTable(scores, whole));
