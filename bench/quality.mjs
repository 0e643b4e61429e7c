// @ts-check
// How well every score tells copies of known truth from independent answers. Data are given by path.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { kindRates, kindTable } from './quality/kinds.mjs';
import { optionsFrom } from './quality/options.mjs';
import { positivesOf } from './quality/positives.mjs';
import { loadProduct } from './quality/product.mjs';
import { RATES } from './quality/rates.mjs';
import { halved, repeatedly, resultsOf } from './quality/results.mjs';
import { reportedTable } from './quality/reported.mjs';
import { REPORTED_BY, Scorer } from './quality/scores.mjs';
import { editTable, evidenceTable, repeatedTable, scoreTable } from './quality/tables.mjs';
import { answersOf } from './quality/texts.mjs';
import { sourceTable, throughEngine } from './quality/throughEngine.mjs';
import { importModule } from './unknown.mjs';

/** @typedef {import('./quality/texts.mjs').Answer} Answer */
/** @typedef {import('./quality/entry.js').Judged} Judged */
/** Negatives without controls: answers of the originals, so many at most. */
const MOST_WITHIN = 2000;

const options = optionsFrom(process.argv.slice(2));
if (!options) process.exit(1);
const product = await loadProduct();
const originals = await answersOf(product, options.originals);
/** @type {Map<string, readonly Answer[]>} */
const sources = new Map();
for (const file of options.controls) sources.set(file, await answersOf(product, file));
const controls = [...sources.values()].flat();
const background = new product.ControlAnswers(product.DEFAULT_PARAMETERS.normalise, {
  at: (answer) => /** @type {Answer} */ (controls[answer]),
});
for (const { source } of controls) background.add(source);

/** @type {Readonly<Record<string, import('./quality/scores.mjs').Tried>>} */
let tried = {};
if (options.try !== undefined) {
  const module = await importModule(pathToFileURL(path.resolve(options.try)).href);
  const { default: make } =
    /** @type {{ default: (product: unknown, controls: unknown, originals: unknown) => typeof tried }} */ (
      module
    );
  tried = make(product, controls, originals);
}
const scorer = new Scorer(product, originals, options.dear, tried);

/** @param {Answer} answer @param {{ texts: readonly string[] }} explaining @param {boolean} [elsewhere] */
function measured(answer, { texts }, elsewhere) {
  const explainers = texts.map((text) => ({ reason: /** @type {const} */ ('control'), text }));
  const { all: scores, same, words } = scorer.best(answer, explainers, elsewhere);
  // Answers to one prompt are drawn together; those without any are nobody's kin.
  const prompt = background.keyOf(answer.prompt) || `${answer.source} ${answer.record}`;
  return { ...answer, prompt, scores, same, words };
}

const within = controls.length === 0;
const every = Math.max(1, Math.ceil(originals.length / MOST_WITHIN));
const negatives = within
  ? originals.filter((_, at) => at % every === 0).map((answer) => measured(answer, { texts: [] }, true))
  : controls.map((answer, number) => measured(answer, background.forControl(number, answer.source)));
/** @type {Record<string, ReturnType<typeof measured>[]>} */
const positives = {};
for (const { edit, original, text } of positivesOf(originals, options.copies, options.least, options.seed)) {
  const copy = measured({ ...original, text }, await background.forSuspect(original.prompt));
  // A copy is of the kind of what it was made of, whatever the edit put into it.
  (positives[edit] ??= []).push({ ...copy, text: original.text });
}
const suspects = options.suspect === undefined ? [] : await answersOf(product, options.suspect);
const described = [];
for (const answer of suspects) described.push(measured(answer, await background.forSuspect(answer.prompt)));
const scores = Object.keys(Object.values(positives)[0]?.[0]?.scores ?? {});

const all = { chosenOn: negatives, negatives, positives, ...(described.length > 0 && { described }) };
const samePrompt = negatives.map(({ prompt, same }) => ({ prompt, scores: same }));
const samePositives = Object.fromEntries(
  Object.entries(positives).map(([edit, list]) => [
    edit,
    list.map(({ prompt, same }) => ({ prompt, scores: same })),
  ]),
);
const best = resultsOf(product, scores, halved(product, all));
const whole = resultsOf(product, scores, all);
const repeated = repeatedly(product, scores, all, REPORTED_BY);
const same = { chosenOn: samePrompt, negatives: samePrompt, positives: samePositives };
const paired = within ? [] : resultsOf(product, scores, halved(product, same));

/** @param {readonly ReturnType<typeof measured>[]} list @returns {Judged[]} */
const judged = (list) =>
  list.map(({ source, prompt, text, scores: found }) => ({
    path: source,
    source,
    family: source,
    prompt: product.hashText(prompt),
    score: found[REPORTED_BY] ?? 0,
    bits: found['evidenceBits'] ?? 0,
    kind: undefined,
    strata: product.strataOf(text),
  }));
const lists = {
  'independent answers': judged(negatives),
  ...Object.fromEntries(Object.entries(positives).map(([edit, list]) => [edit, judged(list)])),
};
const kinds = kindRates(product, lists);
const { reportFrom } = product.DEFAULT_PARAMETERS;
const reported = negatives.flatMap(({ source, record, scores: found, words }) => {
  const evidence = found[REPORTED_BY] ?? 0;
  return evidence < reportFrom ? [] : [{ source, record: record + 1, kind: '–', evidence, words }];
});

/** @type {Record<string, Awaited<ReturnType<typeof throughEngine>>>} */
const engine = {};
const sides = [...(options.product ? [options.originals] : []), ...options.against];
for (const side of sides)
  engine[path.basename(side)] = await throughEngine(product, options.cli, side, sources);

say('Best of all originals: thresholds chosen on one half of the prompts, reported on the other', [
  scoreTable(best),
  evidenceTable(best),
  editTable(best),
]);
say(
  'Best of all originals: the same for ten ways to halve the prompts, each half in turn; median (least–most)',
  [repeatedTable(repeated, RATES)],
);
if (!within)
  say('The original to the same prompt alone: thresholds chosen on one half, reported on the other', [
    scoreTable(paired),
  ]);
say('Best of all originals: thresholds chosen and reported on all prompts', [
  scoreTable(whole),
  editTable(whole),
]);
say(`By script and kind of text, from ${reportFrom} distinctive tokens on`, [
  kindTable(kinds, Object.keys(lists)),
  reportedTable(reported),
]);
for (const [side, { judged: answers, reported: listed }] of Object.entries(engine))
  say(`Through the product with its defaults: each control as the suspect against ${side}`, [
    sourceTable(product, answers),
    kindTable(kindRates(product, { 'independent answers': answers }), ['independent answers']),
    reportedTable(listed),
  ]);

mkdirSync(path.dirname(options.json), { recursive: true });
writeFileSync(
  options.json,
  `${JSON.stringify({ options, best, repeated, paired, whole, kinds, reported, engine }, null, 1)}\n`,
);

/** @param {string} title @param {readonly string[]} parts */
function say(title, parts) {
  console.log(`\n## ${title}\n\n${parts.join('\n\n')}`);
}
